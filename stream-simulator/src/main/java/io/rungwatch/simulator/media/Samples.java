package io.rungwatch.simulator.media;

import java.nio.ByteBuffer;

/** Frames as fMP4 has them, without beginning or end. */
interface Samples {
    int size(long frame);

    /** Of all from one frame up to, and without, another. */
    long size(long first, long after);

    boolean isKey(long frame);

    void put(long frame, ByteBuffer out);
}
