package io.rungwatch.simulator.http;

import java.nio.ByteBuffer;

record Slice(Body whole, long from, long length) implements Body {
    @Override
    public ByteBuffer read(long offset, int max) {
        return whole.read(from + offset, (int) Math.min(max, length - offset));
    }
}
