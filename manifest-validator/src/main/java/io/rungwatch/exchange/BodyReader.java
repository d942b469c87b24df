package io.rungwatch.exchange;

/** Takes the body of a good answer in pieces as they come, so that nobody has to keep it. Nothing of a piece may be kept. */
public interface BodyReader {
    void add(byte[] bytes, int offset, int length);
}
