package io.rungwatch.sampler;

import io.netty.buffer.ByteBuf;
import io.rungwatch.exchange.BodyReader;

/** A piece of a body on its way from the socket to whoever reads it: copied only where the socket's memory is no array. */
final class Piece {
    private static final int MOST = 64 << 10;
    private static final ThreadLocal<byte[]> COPY = ThreadLocal.withInitial(() -> new byte[MOST]);

    private Piece() {}

    static void give(ByteBuf bytes, BodyReader reader) {
        if (bytes.hasArray()) {
            reader.add(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes());
            bytes.skipBytes(bytes.readableBytes());
            return;
        }
        byte[] copy = COPY.get();
        while (bytes.isReadable()) {
            int length = Math.min(bytes.readableBytes(), MOST);
            bytes.readBytes(copy, 0, length);
            reader.add(copy, 0, length);
        }
    }
}
