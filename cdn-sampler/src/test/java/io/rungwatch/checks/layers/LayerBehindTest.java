package io.rungwatch.checks.layers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.check.LayerPair;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Step;
import io.rungwatch.check.View;
import io.rungwatch.hls.Hls;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Target duration six seconds; the layer above is on time. */
class LayerBehindTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:37Z");
    private static final String NONE = "none";

    /** One rung at this layer: its first segment, how late its wall-clock edge is, what its cache may hold, how long it has stood. */
    private record Rung(int first, double late, double fresh, double still, boolean dated) {
        static Rung late(double seconds) {
            return new Rung(100, seconds, 0, 0, true);
        }

        Rung fresh(double seconds) {
            return new Rung(first, late, seconds, still, dated);
        }

        Rung still(double seconds) {
            return new Rung(first, late, fresh, seconds, dated);
        }

        static Rung undated(int first) {
            return new Rung(first, 0, 0, 0, false);
        }
    }

    private record Row(String situation, String expected, Rung here, Rung... others) {
        @Override
        public String toString() {
            return situation;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("on time", NONE, Rung.late(0), Rung.late(0)),
                new Row("one segment", NONE, Rung.late(6), Rung.late(0)),
                new Row("1.5 are the limit", NONE, Rung.late(9), Rung.late(0)),
                new Row(
                        "just beyond",
                        "minor: 9.1 s (1.5 × its target duration) behind packager",
                        Rung.late(9.1),
                        Rung.late(0)),
                new Row(
                        "what its headers allow comes on top",
                        NONE,
                        Rung.late(14).fresh(5),
                        Rung.late(0)),
                new Row(
                        "and no more",
                        "minor: 14.1 s (2.4 × its target duration) behind packager",
                        Rung.late(14.1).fresh(5),
                        Rung.late(0)),
                new Row(
                        "three are still minor",
                        "minor: 18.0 s (3.0 × its target duration) behind packager",
                        Rung.late(18),
                        Rung.late(0)),
                new Row(
                        "five segments",
                        "major: 30.0 s (5.0 × its target duration) behind packager",
                        Rung.late(30),
                        Rung.late(0)),
                new Row(
                        "five segments, all video",
                        "critical: 30.0 s (5.0 × its target duration) behind packager",
                        Rung.late(30),
                        Rung.late(25)),
                new Row(
                        "all video but not so late",
                        "major: 20.0 s (3.3 × its target duration) behind packager",
                        Rung.late(20),
                        Rung.late(20)),
                new Row(
                        "what stands still is stale instead",
                        NONE,
                        Rung.late(30).still(6),
                        Rung.late(0)),
                new Row("ahead of a layer that was asked before", NONE, Rung.late(-6), Rung.late(0)),
                new Row(
                        "without dates, by files: two segments, the newest may have come just now",
                        NONE,
                        Rung.undated(98),
                        Rung.undated(100)),
                new Row(
                        "without dates, by files: three",
                        "minor: 12.0 s (2.0 × its target duration) behind packager",
                        Rung.undated(97),
                        Rung.undated(100)),
                new Row("without dates and without a common file", NONE, Rung.undated(50), Rung.undated(100)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        List<LayerPair> all = Stream.concat(Stream.of(row.here()), Stream.of(row.others()))
                .map(LayerBehindTest::pair)
                .toList();

        List<Finding> found = new LayerBehind().check(all.getFirst(), all, profile());

        assertThat(
                        found.isEmpty()
                                ? NONE
                                : found.getFirst().severity().word() + ": "
                                        + found.getFirst().message())
                .isEqualTo(row.expected());
    }

    @Test
    void ofTwinsAboveTheSlowerMayHaveAnswered() {
        assertThat(belowTwins(Rung.late(15))).isEmpty();
        assertThat(belowTwins(Rung.late(15.1))).hasSize(1);
    }

    private static List<Finding> belowTwins(Rung rung) {
        View above = view("packager", Layer.Kind.PACKAGER, Rung.late(0));
        Step<MediaPlaylist> met = above.step().orElseThrow();
        Step<MediaPlaylist> twin = new Step<>(
                met.current(),
                met.previous(),
                Relation.SAME,
                met.at(),
                met.previousAt(),
                met.changedAt(),
                met.knownSince(),
                met.cacheLife(),
                1,
                Optional.of(new Step.Seen<>(playlist(Rung.undated(99)), met.at())));
        LayerPair pair = new LayerPair(
                view("edge-hn", Layer.Kind.EDGE, rung),
                above.after(twin, above.lag(), above.lag(), above.drift(), "/hd.m3u8"));
        return new LayerBehind().check(pair, List.of(pair), profile());
    }

    private static LayerPair pair(Rung rung) {
        return new LayerPair(
                view("edge-hn", Layer.Kind.EDGE, rung), view("packager", Layer.Kind.PACKAGER, above(rung)));
    }

    private static Rung above(Rung rung) {
        return rung.dated() ? Rung.late(0) : Rung.undated(100);
    }

    private static View view(String name, Layer.Kind kind, Rung rung) {
        MediaPlaylist playlist = playlist(rung);
        Step<MediaPlaylist> step = new Step<>(
                playlist,
                Optional.of(playlist),
                Relation.CONTINUES,
                NOW,
                NOW.minusSeconds(6),
                NOW.minus(seconds(rung.still())),
                NOW.minusSeconds(600),
                seconds(rung.fresh()),
                0,
                Optional.empty());
        long lag = rung.dated() ? seconds(1 + rung.late()).toNanos() : View.UNKNOWN;
        Rendition hd = new Rendition("HD", Rendition.Kind.VIDEO);
        return new View(hd, layer(name, kind), Optional.of(step), 0, lag, View.UNKNOWN);
    }

    private static MediaPlaylist playlist(Rung rung) {
        List<String> lines =
                new ArrayList<>(List.of("#EXTM3U", "#EXT-X-TARGETDURATION:6", "#EXT-X-MEDIA-SEQUENCE:" + rung.first()));
        if (rung.dated()) {
            lines.add("#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00Z");
        }
        for (int number = rung.first(); number < rung.first() + 6; number++) {
            lines.add("#EXTINF:6.0,");
            lines.add("hd_" + number + ".ts");
        }
        return (MediaPlaylist) Hls.parse(String.join("\n", lines).getBytes(UTF_8));
    }

    private static Layer layer(String name, Layer.Kind kind) {
        return new Layer(name, kind, "cdn", new Url("http", name, 80, "/"), Optional.empty());
    }

    private static ChannelProfile profile() {
        return ChannelProfile.unknown("CH_001", "/live/master.m3u8", List.of());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
