package io.rungwatch.media;

/** What PES packets carry, once their headers are gone. */
sealed interface Elementary permits PictureReader, FrameChain {
    /** The PES packet of this number begins, counted from 0. */
    void begin(int number);

    void add(byte[] bytes, int from, int to);

    /** Something in between is missing. */
    void lost();
}
