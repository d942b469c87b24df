package io.rungwatch.notify;

/** What a status says of a message. */
enum Verdict {
    TAKEN,
    FAILED,
    REFUSED;

    /** An address or a password that does not fit is no word on the message: whoever mends it wants what was held back meanwhile. */
    static Verdict of(int status) {
        return switch (status) {
            case 401, 404, 407, 408, 425, 429 -> FAILED;
            default -> status >= 200 && status < 300 ? TAKEN : status >= 400 && status < 500 ? REFUSED : FAILED;
        };
    }
}
