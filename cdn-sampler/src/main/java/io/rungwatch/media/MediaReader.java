package io.rungwatch.media;

/** Takes a segment in pieces that end anywhere. For one segment and one thread; nothing of a piece is kept. */
public interface MediaReader {
    void add(byte[] bytes, int offset, int length);

    /** What has been seen; the segment is over then. */
    Look look();
}
