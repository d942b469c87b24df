package io.rungwatch.media;

/** Reads a box of many rows as it arrives, a few bytes at a time. */
final class Rows {
    /** As long as the longest row or header. */
    static final int LONGEST = 32;

    /** Takes so many bytes as it asked for, and says how many it wants next: 0 for no more. */
    interface Table {
        int take(Fields row);
    }

    private final byte[] row = new byte[LONGEST];
    private final Fields fields = new Fields(row, 0, 0);
    private final Table table;
    private int length;
    private int wanted;

    Rows(int wanted, Table table) {
        this.wanted = wanted;
        this.table = table;
    }

    void add(byte[] bytes, int from, int to) {
        int at = from;
        while (wanted > 0 && at < to) {
            int taken = Math.min(wanted - length, to - at);
            System.arraycopy(bytes, at, row, length, taken);
            length += taken;
            at += taken;
            if (length == wanted) {
                length = 0;
                wanted = table.take(fields.renew(wanted));
            }
        }
    }
}
