package io.rungwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the norm promises a client of a clean stream, seen through every layer over hours. */
class CleanStreamTest {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<String> RENDITIONS = List.of("HD_5M", "LD_500K", "audio_vie", "subs_vie");

    static Stream<Named<StreamSpec>> streams() {
        StreamSpec six = Presets.stream(Duration.ofSeconds(6));
        AdBreaks ads = new AdBreaks(Duration.ofMinutes(10), Duration.ofSeconds(30));
        return Stream.of(
                Named.of("six seconds", six),
                Named.of("two seconds", Presets.stream(Duration.ofSeconds(2))),
                Named.of("film rate", Presets.stream(Duration.ofMillis(6006)).withAds(ads)),
                Named.of("ads", six.withAds(ads)),
                Named.of("ads and restarts", six.withAds(ads).withRestarts(Duration.ofHours(1))),
                Named.of("restarts", six.withRestarts(Duration.ofMinutes(5))),
                Named.of(
                        "wandering cuts, published irregularly",
                        six.withSegmentation(Segmentation.of(Duration.ofSeconds(6))
                                        .withJitter(0.08)
                                        .withWindow(8))
                                .withAds(new AdBreaks(Duration.ofMinutes(3), Duration.ofSeconds(45)))
                                .withPublication(new Publication(Duration.ofMillis(300), Duration.ofSeconds(2)))),
                Named.of(
                        "fMP4",
                        six.withAds(ads)
                                .withSegmentation(
                                        Segmentation.of(Duration.ofSeconds(4)).withContainer(Container.FMP4))),
                Named.of(
                        "byte ranges",
                        six.withSegmentation(
                                Segmentation.of(Duration.ofSeconds(4)).withContainer(Container.FMP4_BYTE_RANGES))));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void keepsItsPromises(StreamSpec stream) {
        Duration duration = stream.segmentation().duration();
        Simulator simulator = simulator(stream);
        for (String layer : List.of("packager", "edge-hn")) {
            for (String rendition : RENDITIONS) {
                Seen before = null;
                Random random = new Random(7);
                for (Instant at = START;
                        at.isBefore(START.plus(Duration.ofHours(3)));
                        at = at.plusMillis(duration.toMillis() / 4 + random.nextInt((int) duration.toMillis()))) {
                    Seen now = Seen.poll(simulator, at, layer, "/live/CH_001/CH_001_" + rendition + ".m3u8");
                    judgeAlone(now, stream, at, layer);
                    if (before != null) {
                        judgeTogether(before, now);
                    }
                    before = now;
                }
            }
        }
    }

    private static void judgeAlone(Seen seen, StreamSpec stream, Instant at, String layer) {
        long target = seen.targetDuration() * 1000L;
        assertThat(seen.rows()).hasSize(stream.segmentation().window());
        assertThat(seen.windowMillis()).isGreaterThanOrEqualTo(3 * target);
        assertThat(seen.ended()).isFalse();
        for (int i = 0; i < seen.rows().size(); i++) {
            Seen.Row row = seen.rows().get(i);
            assertThat((row.millis() + 500) / 1000).isLessThanOrEqualTo(seen.targetDuration());
            if (i > 0) {
                Seen.Row above = seen.rows().get(i - 1);
                assertThat(row.start()).isEqualTo(above.start().plusMillis(above.millis()));
            }
        }
        Instant edge = seen.last().start();
        long cache = layer.equals("packager") ? 0 : target / 2 + 500;
        long lag = Duration.between(edge.plusMillis(seen.last().millis()), at).toMillis();
        assertThat(lag).isBetween(0L, target * 3 / 2 + 500 + cache);
    }

    private static void judgeTogether(Seen before, Seen now) {
        assertThat(now.first()).isGreaterThanOrEqualTo(before.first());
        assertThat(now.end()).isGreaterThanOrEqualTo(before.end());
        assertThat(now.first()).isLessThanOrEqualTo(before.end());
        for (Seen.Row row : before.rows()) {
            Seen.Row survivor = now.numbered(row.number());
            if (survivor != null) {
                assertThat(survivor).isEqualTo(row);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void allRenditionsAreCutAtTheSameInstants(StreamSpec stream) {
        Simulator simulator = simulator(stream);
        for (int poll = 0; poll < 500; poll++) {
            Instant at = START.plusMillis(poll * 7919L);
            Seen reference = Seen.poll(simulator, at, "packager", "/live/CH_001/CH_001_HD_5M.m3u8");
            for (String rendition : RENDITIONS) {
                Seen other = Seen.poll(simulator, at, "packager", "/live/CH_001/CH_001_" + rendition + ".m3u8");
                assertThat(other.end() - reference.end()).isBetween(-1L, 1L);
                for (Seen.Row row : reference.rows()) {
                    Seen.Row same = other.numbered(row.number());
                    if (same != null) {
                        assertThat(same.start()).isEqualTo(row.start());
                        assertThat(same.discontinuity()).isEqualTo(row.discontinuity());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whatIsListedCanBeFetched(StreamSpec stream) {
        Simulator simulator = simulator(stream);
        for (int poll = 0; poll < 200; poll++) {
            Instant at = START.plusMillis(poll * 10_007L);
            for (String layer : List.of("packager", "edge-hn")) {
                Seen seen = Seen.poll(simulator, at, layer, "/live/CH_001/CH_001_HD_5M.m3u8");
                for (Seen.Row row : seen.rows()) {
                    String path = row.uri().startsWith("/") ? row.uri() : "/live/CH_001/" + row.uri();
                    assertThat(simulator
                                    .answer(at, layer, io.rungwatch.simulator.http.Request.get(path))
                                    .status())
                            .as(path)
                            .isEqualTo(200);
                }
            }
        }
    }

    private static Simulator simulator(StreamSpec stream) {
        Freshness freshness = Freshness.forSegments(stream.segmentation().duration());
        return new Simulator(
                new SimulatorSpec(List.of(new ChannelSpec("CH_001", stream)), Presets.layers(freshness), freshness));
    }
}
