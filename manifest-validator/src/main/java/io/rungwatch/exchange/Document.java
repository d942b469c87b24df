package io.rungwatch.exchange;

/** What a body turned out to be, whatever the protocol. */
public interface Document {
    /** Whether so much is broken that what it says must not be judged further. */
    boolean malformed();
}
