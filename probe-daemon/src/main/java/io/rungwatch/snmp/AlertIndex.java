package io.rungwatch.snmp;

/** A row of the table of alerts: the alert's id read as a number, so that it needs no memory and outlives restarts. */
public record AlertIndex(long value) {
    private static final int HEXADECIMAL = 16;
    private static final int DIGITS = 8;

    public static AlertIndex of(String id) {
        try {
            String digits = id.substring(Math.max(0, id.length() - DIGITS));
            return new AlertIndex(Math.max(1, Integer.toUnsignedLong(Integer.parseUnsignedInt(digits, HEXADECIMAL))));
        } catch (NumberFormatException e) {
            return new AlertIndex(Math.max(1, Integer.toUnsignedLong(id.hashCode())));
        }
    }

    int subidentifier() {
        return (int) value;
    }
}
