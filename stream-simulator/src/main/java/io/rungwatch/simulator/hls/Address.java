package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Rendition;
import org.jspecify.annotations.Nullable;

/** Which object of which channel a path names. */
public sealed interface Address {
    Channel channel();

    /** Null for what belongs to all of them. */
    @Nullable
    Rendition rendition();

    /** Does it change under one name? What does not can be cached for long. */
    default boolean isManifest() {
        return this instanceof Master || this instanceof Media;
    }

    record Master(Channel channel) implements Address {
        @Override
        public @Nullable Rendition rendition() {
            return null;
        }
    }

    record Media(Channel channel, Rendition rendition) implements Address {}

    /** A file of media; the path is the one that a playlist's row resolves to. */
    record Segment(Channel channel, Rendition rendition, long number, String path) implements Address {}

    record Init(Channel channel, Rendition rendition) implements Address {}
}
