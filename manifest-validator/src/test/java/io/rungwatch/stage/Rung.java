package io.rungwatch.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rungwatch.check.Relation;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Step;
import io.rungwatch.check.View;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One rendition as a layer was last seen to have it: live, advancing and on time, unless said otherwise. */
public record Rung(
        String name,
        Rendition.Kind kind,
        LivePlaylist playlist,
        Duration still,
        Duration late,
        Duration held,
        int failures,
        UnaryOperator<String> edit,
        Duration known,
        int older) {
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
        return new Rung(
                name,
                kind,
                LivePlaylist.live(100),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                0,
                UnaryOperator.identity(),
                Duration.ZERO,
                0);
    }

    public Rung shows(LivePlaylist other) {
        return new Rung(name, kind, other, still, late, held, failures, edit, known, older);
    }

    /** For how long no segment has come. */
    public Rung still(double seconds) {
        return new Rung(name, kind, playlist, seconds(seconds), late, held, failures, edit, known, older);
    }

    /** By how much its live edge lies behind that of a punctual one. */
    public Rung late(double seconds) {
        return new Rung(name, kind, playlist, still, seconds(seconds), held, failures, edit, known, older);
    }

    /** How long the caches on the way may have held it. */
    public Rung held(double seconds) {
        return new Rung(name, kind, playlist, still, late, seconds(seconds), failures, edit, known, older);
    }

    public Rung failed(int polls) {
        return new Rung(name, kind, playlist, still, late, held, polls, edit, known, older);
    }

    /** These lines stand before the segment of that number. */
    public Rung before(long number, String lines) {
        String uri = playlist.names() + number + ".ts";
        return edited(text -> {
            int extinf = text.lastIndexOf("#EXTINF", text.indexOf("\n" + uri));
            return text.substring(0, extinf) + lines + "\n" + text.substring(extinf);
        });
    }

    /** These lines stand above all segments. */
    public Rung head(String lines) {
        return edited(text -> text.replaceFirst("(#EXT-X-MEDIA-SEQUENCE:\\d+\n)", "$1" + lines + "\n"));
    }

    /** The segment of that number lasts so long, and all others as before. */
    public Rung lasting(long number, String seconds) {
        return edited(text -> text.replaceFirst(
                "#EXTINF:[0-9.]+(,\n" + playlist.names() + number + ")", "#EXTINF:" + seconds + "$1"));
    }

    public Rung edited(UnaryOperator<String> more) {
        return new Rung(
                name, kind, playlist, still, late, held, failures, text -> more.apply(edit.apply(text)), known, older);
    }

    /** For how long we have known what it says now. */
    public Rung known(double seconds) {
        return new Rung(name, kind, playlist, still, late, held, failures, edit, seconds(seconds), older);
    }

    /** The last answer was an older copy of it, by so many segments. */
    public Rung older(int segments) {
        return new Rung(name, kind, playlist, still, late, held, failures, edit, known, segments);
    }

    public View view(Layer layer) {
        var model = (MediaPlaylist) Hls.parse(edit.apply(playlist.text()).getBytes(UTF_8));
        Instant at = LivePlaylist.START;
        long lag = model.edge().isPresent() ? late.plusSeconds(1).toNanos() : View.UNKNOWN;
        Rendition rendition = new Rendition(name, kind);
        Optional<Step<MediaPlaylist>> first = Optional.of(step(model, at.minus(known)));
        View view = new View(rendition, layer, first, failures, lag, late.toNanos());
        return known.isZero() ? view : view.after(step(model, at), lag, lag, late.toNanos(), "/live/" + name + ".m3u8");
    }

    private Step<MediaPlaylist> step(MediaPlaylist model, Instant at) {
        return new Step<>(
                model,
                Optional.of(model),
                Relation.CONTINUES,
                at,
                at.minusSeconds(6),
                at.minus(still),
                at.minus(KNOWN),
                held,
                0,
                older == 0 ? Optional.empty() : Optional.of(new Step.Seen<>(behind(), at)));
    }

    private MediaPlaylist behind() {
        return (MediaPlaylist) Hls.parse(LivePlaylist.live(100 - older).text().getBytes(UTF_8));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
