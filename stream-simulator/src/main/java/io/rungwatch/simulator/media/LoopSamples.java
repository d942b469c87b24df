package io.rungwatch.simulator.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The frames of a loop, again and again. */
final class LoopSamples implements Samples {
    private final byte[] bytes;
    private final Sums sizes;
    private final boolean[] keys;

    private LoopSamples(byte[] bytes, Sums sizes, boolean[] keys) {
        this.bytes = bytes;
        this.sizes = sizes;
        this.keys = keys;
    }

    /** The same frames that MPEG-TS has. */
    static LoopSamples of(Packets packets, Codec codec) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] sizes = new int[packets.frames()];
        boolean[] keys = new boolean[sizes.length];
        for (int frame = 0; frame < sizes.length; frame++) {
            byte[] sample = codec.sample(withoutHeader(packets.payload(frame)));
            sizes[frame] = sample.length;
            keys[frame] = codec.isKey(sample);
            bytes.writeBytes(sample);
        }
        return new LoopSamples(bytes.toByteArray(), new Sums(sizes), keys);
    }

    private static byte[] withoutHeader(byte[] pes) {
        int header = 9 + (pes[8] & 0xFF);
        byte[] stream = new byte[pes.length - header];
        System.arraycopy(pes, header, stream, 0, stream.length);
        return stream;
    }

    @Override
    public int size(long frame) {
        return sizes.of(frame);
    }

    @Override
    public long size(long first, long after) {
        return sizes.before(after) - sizes.before(first);
    }

    @Override
    public boolean isKey(long frame) {
        return keys[sizes.place(frame)];
    }

    @Override
    public void put(long frame, ByteBuffer out) {
        out.put(bytes, sizes.within(frame), sizes.of(frame));
    }
}
