package io.rungwatch.simulator.media;

import java.util.Arrays;

/** Packets of a cut, and where in them each frame ends. */
final class Packed {
    private final byte[] bytes;
    private final int[] ends;

    Packed(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    byte[] bytes() {
        return bytes;
    }

    int frames() {
        return ends.length;
    }

    int end(int frame) {
        return ends[frame];
    }

    /** One packet less in each of as many equal stretches; what comes before `from` stays. */
    Packed losing(int lost, int from) {
        int every = (bytes.length - from) / Packets.SIZE / (lost + 1) * Packets.SIZE;
        byte[] left = new byte[bytes.length - lost * Packets.SIZE];
        int[] sooner = ends.clone();
        int copied = 0;
        for (int i = 1; i <= lost; i++) {
            int gone = from + i * every;
            System.arraycopy(bytes, copied, left, copied - (i - 1) * Packets.SIZE, gone - copied);
            copied = gone + Packets.SIZE;
            Arrays.setAll(sooner, frame -> sooner[frame] - (ends[frame] > gone ? Packets.SIZE : 0));
        }
        System.arraycopy(bytes, copied, left, copied - lost * Packets.SIZE, bytes.length - copied);
        return new Packed(left, sooner);
    }
}
