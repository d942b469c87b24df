package io.rungwatch.simulator.dash;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What an MPD promises, seen through the layers over more than two ad breaks. */
class CleanDashTest {
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final AdBreaks ADS = new AdBreaks(Duration.ofMinutes(3), Duration.ofSeconds(30));
    private static final long ROUNDED = 100_000;
    private static final long FRAME = 40_000_000;
    private static final Dash TIME = Dash.by(Addressing.TIME).withPatches(Duration.ofMinutes(1));

    static Stream<Named<StreamSpec>> streams() {
        StreamSpec ads = Presets.stream(SIX).withAds(ADS);
        return Stream.of(
                Named.of("time", Presets.stream(SIX).withDash(TIME)),
                Named.of("time, one Period", ads.withDash(TIME)),
                Named.of("time, Periods", ads.withDash(TIME.withPeriods())),
                Named.of(
                        "numbers, Periods",
                        ads.withDash(Dash.by(Addressing.NUMBER).withPeriods().withPatches(Duration.ofMinutes(1)))),
                Named.of(
                        "wandering cuts",
                        ads.withDash(TIME.withPeriods())
                                .withSegmentation(
                                        Segmentation.of(Duration.ofMillis(4004)).withJitter(0.1))
                                .withPublication(new Publication(Duration.ofMillis(300), Duration.ofSeconds(1)))),
                Named.of(
                        "chunks",
                        ads.withDash(TIME.withPeriods()).withLowLatency(LowLatency.of(Duration.ofSeconds(1)))));
    }

    private static Simulator simulator(StreamSpec stream) {
        return new Simulator(Presets.world(1, stream));
    }

    @Test
    void breaksAreNewsWhereSegmentsAreNot() {
        Simulator simulator = simulator(Presets.stream(SIX).withAds(ADS).withDash(Dash.by(Addressing.DURATION)));
        Map<String, String> published = new HashMap<>();
        for (int second = 0; second < 600; second++) {
            String text = simulator
                    .answer(START.plusSeconds(second), "packager", Request.get("/live/CH_001/manifest.mpd"))
                    .text();
            String time = text.replaceAll("(?s).*publishTime=\"(.*?)\".*", "$1");
            assertThat(published.putIfAbsent(time, text)).isIn(null, text);
        }
        assertThat(published).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void segmentsLieEndToEndAndCanBeFetched(StreamSpec stream) {
        Simulator simulator = simulator(stream);
        for (int step = 0; step < 90; step++) {
            Instant at = START.plusMillis(step * 6703L);
            for (String layer : List.of("packager", "edge-hn")) {
                SeenMpd seen = SeenMpd.poll(simulator, at, layer);
                Map<String, SeenMpd.Row> before = new HashMap<>();
                for (SeenMpd.Row row : seen.rows()) {
                    SeenMpd.Row above = before.put(row.set(), row);
                    if (above != null) {
                        endToEnd(above, row);
                    }
                    assertThat(simulator
                                    .answer(at, layer, Request.get(row.uri()))
                                    .status())
                            .as(row.uri())
                            .isEqualTo(200);
                }
                before.values()
                        .forEach(last -> assertThat(
                                        Duration.between(last.end(), at).toMillis())
                                .isBetween(-6000L, 13_500L));
                periodsMeet(seen);
            }
        }
    }

    /** A Period is full from its first instant to its last: where frames do not fit, its neighbours have one frame in common. */
    private static void endToEnd(SeenMpd.Row above, SeenMpd.Row row) {
        if (row.period().equals(above.period())) {
            assertThat(Duration.between(above.end(), row.start()).abs().toNanos())
                    .isLessThan(ROUNDED);
        } else {
            assertThat(Duration.between(row.start(), row.period()).toNanos()).isBetween(-ROUNDED, FRAME);
            assertThat(Duration.between(row.period(), above.end()).toNanos()).isBetween(-ROUNDED, FRAME);
        }
    }

    private static void periodsMeet(SeenMpd seen) {
        Duration end = null;
        for (Element period : seen.all("Period")) {
            Duration start = Duration.parse(period.getAttribute("start"));
            assertThat(end == null || end.equals(start)).isTrue();
            assertThat(SeenMpd.all(period, "S")).isNotEmpty();
            String length = period.getAttribute("duration");
            end = length.isEmpty() ? null : start.plus(Duration.parse(length));
        }
        assertThat(end).isNull();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void publishTimeMovesWithTheContentAndOnlyThen(StreamSpec stream) {
        Simulator simulator = simulator(stream);
        SeenMpd before = SeenMpd.poll(simulator, START, "packager");
        for (int step = 1; step < 1200; step++) {
            SeenMpd now = SeenMpd.poll(simulator, START.plusMillis(step * 251L), "packager");
            assertThat(now.publishTime().equals(before.publishTime()))
                    .isEqualTo(now.text().equals(before.text()));
            assertThat(now.publishTime()).isAfterOrEqualTo(before.publishTime());
            assertThat(now.publishTime()).isBeforeOrEqualTo(START.plusMillis(step * 251L));
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void patchesLeadToTheWholeMpd(StreamSpec stream) throws Exception {
        Simulator simulator = simulator(stream);
        SeenMpd held = SeenMpd.poll(simulator, START, "packager");
        int patched = 0;
        for (int step = 1; step < 150; step++) {
            Instant at = START.plusMillis(step * 4703L);
            String target =
                    "/live/CH_001/" + held.all("PatchLocation").getFirst().getTextContent();
            Answer answer = simulator.answer(at, "packager", Request.get(target));
            SeenMpd whole = SeenMpd.poll(simulator, at, "packager");
            if (answer.status() == 425) {
                assertThat(whole.publishTime()).isEqualTo(held.publishTime());
            } else {
                assertThat(answer.status()).isEqualTo(200);
                Patcher.apply(held, SeenMpd.read(answer.text()));
                assertThat(Patcher.canonical(held.root())).isEqualTo(Patcher.canonical(whole.root()));
                patched++;
            }
        }
        assertThat(patched).isGreaterThan(60);
    }
}
