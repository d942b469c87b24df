package io.rungwatch.simulator.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A cue for each second, which says what time it is.
 *
 * @param epoch of the channel's first picture
 */
record Captions(long epoch) implements Samples {
    /** vttc and payl, and in them a date of twenty letters. */
    private static final int SIZE = 8 + 8 + 20;

    String text(long second) {
        return Instant.ofEpochSecond(Math.floorDiv(epoch, 1000) + second).toString();
    }

    @Override
    public int size(long frame) {
        return SIZE;
    }

    @Override
    public long size(long first, long after) {
        return (after - first) * SIZE;
    }

    @Override
    public boolean isKey(long frame) {
        return true;
    }

    @Override
    public void put(long frame, ByteBuffer out) {
        byte[] text = text(frame).getBytes(StandardCharsets.US_ASCII);
        out.put(Boxes.box("vttc", Boxes.box("payl", text)));
    }
}
