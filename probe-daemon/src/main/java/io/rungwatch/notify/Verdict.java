package io.rungwatch.notify;

/** What a status says of a message. */
enum Verdict {
    TAKEN,
    FAILED,
    REFUSED;

    /** Only what is said of the message itself: a token that ran out or an address that moved is mended one day, and what was held back is wanted then. */
    static Verdict of(int status) {
        return switch (status) {
            case 400, 413, 415, 422 -> REFUSED;
            default -> status >= 200 && status < 300 ? TAKEN : FAILED;
        };
    }
}
