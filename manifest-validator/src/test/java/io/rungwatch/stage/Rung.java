package io.rungwatch.stage;

import io.rungwatch.check.Relation;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Step;
import io.rungwatch.check.View;
import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One rendition as a layer was last seen to have it: live, advancing and on time, unless said otherwise. */
public record Rung(
        String name,
        Rendition.Kind kind,
        LivePlaylist playlist,
        Duration still,
        Duration late,
        Duration held,
        int failures) {
    private static final Duration KNOWN = Duration.ofMinutes(10);

    public static Rung rung(String name) {
        return of(name, Rendition.Kind.VIDEO);
    }

    public static Rung audio(String name) {
        return of(name, Rendition.Kind.AUDIO);
    }

    public static Rung subtitles(String name) {
        return of(name, Rendition.Kind.SUBTITLES);
    }

    private static Rung of(String name, Rendition.Kind kind) {
        return new Rung(name, kind, LivePlaylist.live(100), Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    }

    public Rung shows(LivePlaylist other) {
        return new Rung(name, kind, other, still, late, held, failures);
    }

    /** For how long no segment has come. */
    public Rung still(double seconds) {
        return new Rung(name, kind, playlist, seconds(seconds), late, held, failures);
    }

    /** By how much its live edge lies behind that of a punctual one. */
    public Rung late(double seconds) {
        return new Rung(name, kind, playlist, still, seconds(seconds), held, failures);
    }

    /** How long the caches on the way may have held it. */
    public Rung held(double seconds) {
        return new Rung(name, kind, playlist, still, late, seconds(seconds), failures);
    }

    public Rung failed(int polls) {
        return new Rung(name, kind, playlist, still, late, held, polls);
    }

    public View view(Layer layer) {
        Instant at = LivePlaylist.START;
        var model = playlist.model();
        Step<io.rungwatch.hls.MediaPlaylist> step = new Step<>(
                model,
                Optional.of(model),
                Relation.CONTINUES,
                at,
                at.minusSeconds(6),
                at.minus(still),
                at.minus(KNOWN),
                held,
                0,
                Optional.empty());
        long lag = model.edge().isPresent() ? late.plusSeconds(1).toNanos() : View.UNKNOWN;
        return new View(new Rendition(name, kind), layer, Optional.of(step), failures, lag, late.toNanos());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
