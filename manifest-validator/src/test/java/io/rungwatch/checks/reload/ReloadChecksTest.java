package io.rungwatch.checks.reload;

import static io.rungwatch.stage.Answers.failed;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.Recording.PLAYLIST;
import static io.rungwatch.stage.Situation.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Reload;
import io.rungwatch.check.ReloadCheck;
import io.rungwatch.check.Reloads;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Segments of two seconds, four parts of half a second each; twelve seconds may not be skipped. A plain answer takes 10 ms. */
public class ReloadChecksTest {
    private static final Rendition HD = new Rendition("HD", Kind.VIDEO);
    private static final long TARGET = 2_000_000_000L;
    private static final long PART = 500_000_000L;

    public static Stream<Situation> blocking() {
        MediaPlaylist with = playlist(10, 10, 2, "");
        MediaPlaylist before = playlist(10, 10, 1, "");
        return Stream.of(
                reload("held until the part is there", NONE, part(1, 200, 0.4, with)),
                reload("the segment closed instead", NONE, part(7, 200, 0.4, playlist(10, 11, 0, ""))),
                reload(
                        "at once, and without it",
                        "major: asked for part 1 of segment 20, it answers without it at once",
                        part(1, 200, 0.01, before)),
                reload("three target durations are the limit", NONE, part(1, 200, 6, with)),
                reload(
                        "held too long",
                        "major: asked for part 1 of segment 20, it answers after 6.1 s",
                        part(1, 200, 6.1, with)),
                reload("nothing came, and the server says so", NONE, part(1, 503, 6.1, null)),
                reload(
                        "an error at once",
                        "major: asked for part 1 of segment 20, it answers 503 at once",
                        part(1, 503, 0.01, null)),
                reload(
                        "no answer",
                        "major: asked for part 1 of segment 20, it does not answer: connected, but no answer in time",
                        new Reload(
                                20,
                                1,
                                failed(START, Failure.FIRST_BYTE_TIMEOUT),
                                Optional.empty(),
                                Optional.of(Duration.ofSeconds(8)))));
    }

    public static Stream<Situation> stale() {
        MediaPlaylist with = playlist(10, 10, 2, "");
        return Stream.of(
                silent("two part targets", NONE, part(1, 200, 1.0, with)),
                silent("three and a round trip are the limit", NONE, part(1, 200, 1.51, with)),
                silent("five", "major: no new part for 2.5 s, a part lasts 0.5 s at most", part(1, 200, 2.5, with)),
                silent(
                        "nothing at all",
                        "major: no new part for 6.1 s, a part lasts 0.5 s at most",
                        part(1, 503, 6.1, null)),
                silent("one that does not wait proves nothing", NONE, part(1, 200, 2.5, playlist(10, 10, 1, ""))));
    }

    public static Stream<Situation> deltas() {
        String can = ",CAN-SKIP-UNTIL=12.0";
        MediaPlaylist whole = playlist(10, 20, 1, can);
        return Stream.of(
                delta("merges", NONE, whole, skipping(10, 14, 20, 1, "s")),
                delta("skips nothing of a short one", NONE, playlist(10, 7, 1, can), playlist(10, 7, 1, can)),
                delta(
                        "skips nothing of a long one",
                        "major: no EXT-X-SKIP in the answer to _HLS_skip, though CAN-SKIP-UNTIL offers it (line 4)",
                        whole,
                        playlist(10, 20, 1, can)),
                delta(
                        "skips nearer than allowed",
                        "major: 15 segments are skipped, and 10.5 s are left: less than the 12 s of CAN-SKIP-UNTIL (line 7)",
                        whole,
                        skipping(10, 15, 20, 1, "s")),
                delta(
                        "others under the same numbers",
                        "major: segment 24 is t24.ts in the delta update and s24.ts in the whole playlist (line 9)",
                        whole,
                        skipping(10, 14, 20, 1, "t")),
                delta(
                        "for who did not ask",
                        "critical: a plain request is answered with a delta update (line 7)",
                        skipping(10, 14, 20, 1, "s"),
                        skipping(10, 14, 20, 1, "s")));
    }

    public static Stream<Situation> reports() {
        MediaPlaylist other = playlist(10, 10, 2, "");
        String report = "#EXT-X-RENDITION-REPORT:URI=\"sd.m3u8\"";
        return Stream.of(
                report("as it is", NONE, report + ",LAST-MSN=20,LAST-PART=1", other),
                report("left out is as in this one", NONE, report, other),
                report("one part behind is the limit", NONE, report + ",LAST-MSN=20,LAST-PART=0", other),
                report(
                        "three segments behind",
                        "minor: the report of SD says part 1 of segment 17, but it is part 1 of segment 20 (line 29)",
                        report + ",LAST-MSN=17,LAST-PART=1",
                        other),
                report("none", "minor: no report of SD", "", other),
                report(
                        "an absolute address",
                        "minor: the report of https://a.example/live/sd.m3u8 has an absolute address (line 29)",
                        "#EXT-X-RENDITION-REPORT:URI=\"https://a.example/live/sd.m3u8\",LAST-MSN=20,LAST-PART=1",
                        other));
    }

    static Stream<Situation> all() {
        return Stream.of(blocking(), stale(), deltas(), reports()).flatMap(situations -> situations);
    }

    @ParameterizedTest
    @MethodSource("all")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }

    private static Reload part(int part, int status, double took, @Nullable MediaPlaylist answer) {
        Duration time = Duration.ofMillis(Math.round(took * 1000));
        Timing timing = new Timing(0, 0, 0, time.toNanos(), time.toNanos(), true);
        Exchange exchange = new Exchange.Answered(
                START, timing, List.of(), PLAYLIST, "192.0.2.1", status, Headers.NONE, new byte[0]);
        return new Reload(20, part, exchange, Optional.ofNullable(answer), Optional.of(time));
    }

    private static Situation reload(String name, String expected, Reload reload) {
        return of(new BlockingReloadBroken(), name, expected, reload, Optional.empty(), Optional.empty(), List.of());
    }

    private static Situation silent(String name, String expected, Reload reload) {
        return of(new PartStale(), name, expected, reload, Optional.empty(), Optional.empty(), List.of());
    }

    private static Situation delta(String name, String expected, MediaPlaylist whole, MediaPlaylist delta) {
        Reload fine = part(1, 200, 0.4, playlist(10, 10, 2, ""));
        return of(new SkipDeltaInvalid(), name, expected, fine, Optional.of(delta), Optional.of(whole), List.of());
    }

    private static Situation report(String name, String expected, String line, MediaPlaylist other) {
        Reload fine = part(1, 200, 0.4, playlist(10, 10, 2, ""));
        MediaPlaylist whole = read(text(10, 0, 10, 2, "", "s") + line + "\n");
        Rendition sd = new Rendition("SD", Kind.VIDEO);
        return of(
                new RenditionReportWrong(),
                name,
                expected,
                fine,
                Optional.empty(),
                Optional.of(whole),
                List.of(new Reloads.Other(sd, "/live/sd.m3u8", other)));
    }

    private static Situation of(
            ReloadCheck check,
            String name,
            String expected,
            Reload reload,
            Optional<MediaPlaylist> delta,
            Optional<MediaPlaylist> whole,
            List<Reloads.Other> others) {
        MediaPlaylist known = whole.filter(playlist -> playlist.skip() == null).orElse(playlist(10, 20, 1, ""));
        Reloads seen =
                new Reloads(HD, TARGET, PART, List.of(reload), known, delta, whole, others, Duration.ofMillis(10));
        return new Situation(name, check.check(seen, Channels.live()), expected);
    }

    /** So many whole segments from this number on, and so many parts of the next. */
    private static MediaPlaylist playlist(int first, int segments, int parts, String control) {
        return read(text(first, 0, segments, parts, control, "s"));
    }

    private static MediaPlaylist skipping(int first, int skipped, int segments, int parts, String name) {
        return read(text(first, skipped, segments, parts, ",CAN-SKIP-UNTIL=12.0", name));
    }

    private static MediaPlaylist read(String text) {
        return (MediaPlaylist) Hls.parse(text.getBytes(UTF_8));
    }

    private static String text(int first, int skipped, int segments, int parts, String control, String name) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:2\n");
        text.append("#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.5")
                .append(control);
        text.append("\n#EXT-X-PART-INF:PART-TARGET=0.5\n");
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(first).append('\n');
        if (skipped > 0) {
            text.append("#EXT-X-SKIP:SKIPPED-SEGMENTS=").append(skipped).append('\n');
        }
        for (int i = skipped; i < segments; i++) {
            text.append("#EXTINF:2.0,\n").append(name).append(first + i).append(".ts\n");
        }
        for (int part = 0; part < parts; part++) {
            text.append("#EXT-X-PART:DURATION=0.5,URI=\"")
                    .append(first + segments)
                    .append('.')
                    .append(part)
                    .append("\"\n");
        }
        return text.toString();
    }
}
