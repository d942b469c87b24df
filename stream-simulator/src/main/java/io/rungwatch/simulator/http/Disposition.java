package io.rungwatch.simulator.http;

/** How the answer is put on the wire. */
public enum Disposition {
    NORMAL,
    /** The request is read and never answered. */
    HANG,
    /** The connection is reset instead of an answer. */
    RESET,
    /** Fewer bytes than Content-Length says, then the connection closes. */
    TRUNCATE,
    /** A few bytes at a time. */
    TRICKLE
}
