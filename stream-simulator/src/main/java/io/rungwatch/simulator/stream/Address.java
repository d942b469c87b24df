package io.rungwatch.simulator.stream;

import org.jspecify.annotations.Nullable;

/** Which object of which channel a path names. */
public sealed interface Address {
    /** Birth of an object whose birth says nothing about it. */
    long UNKNOWN = Long.MAX_VALUE;

    Channel channel();

    /** Null for what belongs to all of them. */
    @Nullable
    Rendition rendition();

    /** The same manifest of another channel; null where that has none, and for what is no manifest. */
    default @Nullable Address in(Channel other) {
        return switch (this) {
            case Master ignored -> new Master(other);
            case Mpd ignored -> new Mpd(other);
            case Media media -> {
                Rendition same = other.byStem(other.id() + "_" + media.rendition.label());
                yield same == null ? null : new Media(other, same, media.directives);
            }
            default -> null;
        };
    }

    /** Does it change under one name? What does not can be cached for long. */
    default boolean isManifest() {
        return this instanceof Listing || this instanceof Media || this instanceof KeyFrames;
    }

    /** Is it media, which goes as time passes? */
    default boolean isSegment() {
        return this instanceof Segment || this instanceof Part || this instanceof DashSegment;
    }

    /** What HLS is made of. */
    sealed interface OfHls extends Address {}

    /** What DASH is made of. */
    sealed interface OfDash extends Address {}

    /** A document about all renditions. */
    sealed interface Listing extends Address {
        @Override
        default @Nullable Rendition rendition() {
            return null;
        }
    }

    record Master(Channel channel) implements Listing, OfHls {}

    record Mpd(Channel channel) implements Listing, OfDash {}

    /** What has changed since the MPD of that publishTime. */
    record MpdPatch(Channel channel, long since) implements Listing, OfDash {}

    /** What the channel says the time is. */
    record Clock(Channel channel) implements Listing, OfDash {}

    record Media(Channel channel, Rendition rendition, Directives directives) implements OfHls {
        public Media with(Directives others) {
            return new Media(channel, rendition, others);
        }
    }

    /** A rung's playlist of key frames. */
    record KeyFrames(Channel channel, Rendition rendition) implements OfHls {}

    /** What playlists refer to beside media. */
    record Document(Channel channel, Kind kind, long number) implements Listing, OfHls {
        public enum Kind {
            KEY,
            STEERING,
            ASSETS
        }
    }

    /** A file of media; the path is the one that a playlist's row resolves to. */
    record Segment(Channel channel, Rendition rendition, long number, String path) implements OfHls {}

    /** A part of a segment, known by its segment's name. */
    record Part(Channel channel, Rendition rendition, long number, int part, String path) implements OfHls {
        public Segment whole() {
            return new Segment(channel, rendition, number, path.replace(".p" + part + ".", "."));
        }
    }

    record Init(Channel channel, Rendition rendition) implements OfHls {}

    /** By its place in the timeline, whichever way the MPD addresses it. */
    record DashSegment(Channel channel, Rendition rendition, long index) implements OfDash {}

    record DashInit(Channel channel, Rendition rendition) implements OfDash {}
}
