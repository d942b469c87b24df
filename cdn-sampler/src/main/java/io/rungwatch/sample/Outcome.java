package io.rungwatch.sample;

/** How a question ended, in the classes that checks count by. */
public enum Outcome {
    GOOD,
    /** An answer to a question that was not asked: 206 without a range, 304 without a condition, a redirect left over. */
    UNASKED,
    /** 401, 403: as often our own token or clock as theirs. */
    REFUSED,
    /** 429: we ask too often. */
    THROTTLED,
    CLIENT_ERROR,
    SERVER_ERROR,
    /** No usable answer. */
    FAILED;

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_MODIFIED = 304;

    public static Outcome of(int status, boolean ranged, boolean conditional) {
        return switch (status) {
            case OK -> GOOD;
            case PARTIAL -> ranged ? GOOD : UNASKED;
            case NOT_MODIFIED -> conditional ? GOOD : UNASKED;
            case 401, 403 -> REFUSED;
            case 429 -> THROTTLED;
            default -> status < 400 ? UNASKED : status < 500 ? CLIENT_ERROR : SERVER_ERROR;
        };
    }
}
