package io.rungwatch.simulator.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the stream is on air. Live never ends; an event grows until its end; VOD is complete from the first look.
 *
 * @param back the event is VOD from its end until then, and live from then on; null where an event that ended stays one
 */
public record Programme(
        Mode mode,
        Instant start,
        @Nullable Instant end,
        @Nullable Instant back) {
    public enum Mode {
        LIVE,
        EVENT,
        VOD
    }

    /** So long ago that segment numbers look like those of a channel in its third year. */
    public static final Programme LIVE = new Programme(Mode.LIVE, Instant.parse("2024-01-01T00:00:00Z"), null, null);

    public Programme {
        if (mode == Mode.LIVE && end != null) {
            throw new IllegalArgumentException("a live programme has no end: use EVENT");
        }
        if (mode != Mode.LIVE && (end == null || !end.isAfter(start))) {
            throw new IllegalArgumentException("an EVENT or VOD programme needs an end after its start");
        }
        if (back != null && (mode != Mode.EVENT || end == null || !back.isAfter(end))) {
            throw new IllegalArgumentException("only an event comes back, and after its end");
        }
    }

    public static Programme event(Instant start, Instant end) {
        return new Programme(Mode.EVENT, start, end, null);
    }

    public Programme back(Instant live) {
        return new Programme(mode, start, end, live);
    }

    public static Programme vod(Instant start, Instant end) {
        return new Programme(Mode.VOD, start, end, null);
    }
}
