package io.rungwatch.simulator.http;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bytes whose number is known before they are made: who asks by HEAD does not wait for them. */
public final class Made implements Body {
    private final long length;
    private final Supplier<byte[]> maker;
    private byte @Nullable [] bytes;

    public Made(long length, Supplier<byte[]> maker) {
        this.length = length;
        this.maker = maker;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public ByteBuffer read(long offset, int max) {
        byte[] made = bytes == null ? maker.get() : bytes;
        bytes = made;
        int from = Math.toIntExact(offset);
        return ByteBuffer.wrap(made, from, Math.min(max, made.length - from)).asReadOnlyBuffer();
    }
}
