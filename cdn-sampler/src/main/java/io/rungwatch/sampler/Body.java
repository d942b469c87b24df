package io.rungwatch.sampler;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The bytes of a body as they come. Grows with what arrives, never with what Content-Length claims. */
final class Body {
    private static final byte[] NOTHING = {};
    private static final int FIRST_STEP = 64 << 10;
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes = NOTHING;
    private int size;

    void add(ByteBuf more, long promised) {
        int length = more.readableBytes();
        if (size + length > bytes.length) {
            long wanted = promised >= 0 ? Math.min(promised, Math.max(2L * size, FIRST_STEP)) : 2L * size;
            bytes = Arrays.copyOf(bytes, Math.clamp(wanted, size + length, LARGEST));
        }
        more.readBytes(bytes, size, length);
        size += length;
    }

    /** All there is. */
    void is(byte[] whole) {
        bytes = whole;
        size = whole.length;
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
