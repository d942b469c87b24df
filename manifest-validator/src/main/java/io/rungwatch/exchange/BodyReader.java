package io.rungwatch.exchange;

/** Takes the body of a good answer in pieces as they come, so that nobody has to keep it. Nothing of a piece may be kept. */
public interface BodyReader {
    void add(byte[] bytes, int offset, int length);

    /** The connection that it comes over. Nobody says so of one in the clear. */
    default void over(Secured connection) {}
}
