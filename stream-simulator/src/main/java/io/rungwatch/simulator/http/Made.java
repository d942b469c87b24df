package io.rungwatch.simulator.http;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A body whose length is known before it is made: who asks by HEAD does not wait for it. */
public final class Made implements Body {
    private final long length;
    private final Supplier<Body> maker;
    private @Nullable Body body;

    public Made(long length, Supplier<Body> maker) {
        this.length = length;
        this.maker = maker;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public ByteBuffer read(long offset, int max) {
        Body made = body == null ? maker.get() : body;
        body = made;
        return made.read(offset, max);
    }
}
