package io.rungwatch.simulator.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Bodies end to end. */
public final class Rope implements Body {
    private final List<Body> bodies;
    private final long[] ends;

    public Rope(List<Body> bodies) {
        this.bodies = bodies.stream().filter(body -> body.length() > 0).toList();
        ends = this.bodies.stream().mapToLong(Body::length).toArray();
        Arrays.parallelPrefix(ends, Long::sum);
    }

    @Override
    public long length() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    @Override
    public ByteBuffer read(long offset, int max) {
        int found = Arrays.binarySearch(ends, offset + 1);
        Body body = bodies.get(found < 0 ? -found - 1 : found);
        long began = ends[found < 0 ? -found - 1 : found] - body.length();
        return body.read(offset - began, max);
    }
}
