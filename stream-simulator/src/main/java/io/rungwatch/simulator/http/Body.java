package io.rungwatch.simulator.http;

import java.nio.ByteBuffer;

/** Bytes that need not exist before they are sent: a segment of a 4K rung has eleven million of them. */
public interface Body {
    long length();

    /** Some bytes from `offset` on: at least one, at most `max`. */
    ByteBuffer read(long offset, int max);

    default Body slice(long from, long length) {
        return new Slice(this, from, length);
    }

    default byte[] toBytes() {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(length()));
        while (all.hasRemaining()) {
            all.put(read(all.position(), all.remaining()));
        }
        return all.array();
    }
}
