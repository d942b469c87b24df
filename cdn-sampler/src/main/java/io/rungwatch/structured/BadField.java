package io.rungwatch.structured;

/** Ends the reading of one field; never leaves this package. */
final class BadField extends Exception {
    private final int at;
    private final String why;

    BadField(int at, String why) {
        super(why, null, false, false);
        this.at = at;
        this.why = why;
    }

    int at() {
        return at;
    }

    String why() {
        return why;
    }
}
