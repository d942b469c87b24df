package io.rungwatch.simulator.fault;

/** A fault line that cannot be understood; the message is for the one who typed it. */
public final class BadFault extends RuntimeException {
    public BadFault(String message) {
        super(message);
    }
}
