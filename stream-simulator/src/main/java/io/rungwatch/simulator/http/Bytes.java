package io.rungwatch.simulator.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A body that is at hand. */
public final class Bytes implements Body {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] bytes;

    public Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public ByteBuffer read(long offset, int max) {
        int from = Math.toIntExact(offset);
        return ByteBuffer.wrap(bytes, from, Math.min(max, bytes.length - from)).asReadOnlyBuffer();
    }

    @Override
    public byte[] toBytes() {
        return bytes.clone();
    }
}
