package io.rungwatch.bench.live;

import java.time.Duration;

/** What is broken on purpose: as the simulator calls it, what must be told, and by when. */
enum FaultKind {
    FROZEN("frozen_rung layer=packager rendition=%s", "packager", "playlist_stale"),
    FROZEN_EDGE("frozen_rung layer=edge-hn rendition=%s", "edge-hn", "manifest_overcached"),
    NOT_FOUND("status code=404 layer=packager rendition=%s", "packager", "rendition_unavailable"),
    NOT_FOUND_EDGE("status code=404 layer=edge-hn rendition=%s", "edge-hn", "error_cached"),
    UNAVAILABLE("status code=503 layer=origin rendition=%s", "origin", "rendition_unavailable"),
    FAILING("status code=500 layer=midcache-hn rendition=%s", "midcache-hn", "rendition_unavailable"),
    NO_RUNG("missing_rung layer=packager rendition=%s", "packager", "ladder_rung_missing"),
    NO_RUNG_EDGE("missing_rung layer=edge-hn rendition=%s", "edge-hn", "ladder_rung_missing");

    /** A second in which the layers above answer too, one in which the message leaves, and two polls that may each be half a second late. */
    private static final Duration TELLING = Duration.ofSeconds(3);

    private static final Duration ENTRY = Duration.ofSeconds(60);
    /** Polls wander: an interval is up to a tenth longer than the target duration. */
    private static final double POLL = 1.1;

    private static final int LONG_ENOUGH = 3;

    private final String line;
    private final String layer;
    private final String check;

    FaultKind(String line, String layer, String check) {
        this.line = line;
        this.layer = layer;
        this.check = check;
    }

    String layer() {
        return layer;
    }

    String check() {
        return check;
    }

    String line(String rendition) {
        return line.formatted(rendition);
    }

    /**
     * Two target durations of a frozen one, from when its last change was seen, which may be as late as polls wander; else two polls. The
     * manifest's first one comes once a minute.
     */
    Duration limit(Duration targetDuration) {
        return switch (this) {
            case FROZEN, FROZEN_EDGE ->
                targetDuration.plus(polls(targetDuration)).plus(TELLING);
            case NO_RUNG, NO_RUNG_EDGE ->
                polls(ENTRY).plus(polls(targetDuration)).plus(TELLING);
            default -> polls(targetDuration).multipliedBy(2).plus(TELLING);
        };
    }

    String goal() {
        return switch (this) {
            case FROZEN, FROZEN_EDGE -> "2 target durations after its last change was seen";
            default -> "2 polls";
        };
    }

    /** So that it must be told. */
    Duration lasts(Duration targetDuration) {
        return limit(targetDuration).plus(targetDuration.multipliedBy(LONG_ENOUGH));
    }

    private static Duration polls(Duration interval) {
        return Duration.ofMillis((long) (interval.toMillis() * POLL));
    }
}
