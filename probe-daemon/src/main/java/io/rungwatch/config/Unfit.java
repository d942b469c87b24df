package io.rungwatch.config;

/** A text is of the right kind but says something that cannot be; the message says what to write instead. */
final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    Unfit(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
