package io.rungwatch.notify;

import io.rungwatch.duty.Message;

/**
 * A way out of the house. Each runs on a thread of its own, may block, and is handed one message at a time in the order in which they
 * became true: what fails is handed over again, later and before everything else. So a receiver may hear the same twice, but never a
 * clear before its raise.
 */
public interface Notifier extends AutoCloseable {
    /** Returns when the receiver has it, or when nobody can know more than that it was sent. */
    void deliver(Message message) throws Undelivered, InterruptedException;

    /**
     * Every so often, whether anything was told or not: the probe lives, and this is what fires. Returns whether the receiver was asked
     * at all, and answered.
     */
    default boolean beat(Heartbeat heartbeat) throws Undelivered, InterruptedException {
        return false;
    }

    @Override
    default void close() {}
}
