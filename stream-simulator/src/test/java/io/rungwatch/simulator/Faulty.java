package io.rungwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.ChannelSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Two channels of the operators' ladder, and the same with one thing wrong. */
final class Faulty {
    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final List<String> LAYERS = List.of("packager", "origin", "midcache-hn", "edge-hn");
    static final Simulator CLEAN = new Simulator(Presets.standard(2, Duration.ofSeconds(6)));
    static final Simulator ADS = new Simulator(new SimulatorSpec(
            List.of(new ChannelSpec(
                    "CH_001",
                    Presets.stream(Duration.ofSeconds(6))
                            .withAds(new AdBreaks(Duration.ofMinutes(2), Duration.ofSeconds(30))))),
            CLEAN.spec().layers(),
            CLEAN.spec().freshness()));
    static final String MASTER = "/live/CH_001/master.m3u8";
    static final String HD = "/live/CH_001/CH_001_HD_5M.m3u8";
    static final String SD = "/live/CH_001/CH_001_SD_2M.m3u8";

    private Faulty() {}

    static Simulator with(String line) {
        return CLEAN.withFault(line, NOW);
    }

    static Answer get(Simulator simulator, int second, String layer, String path) {
        return simulator.answer(NOW.plusSeconds(second), layer, Request.get(path));
    }

    static Seen see(Simulator simulator, int second, String path) {
        return Seen.poll(simulator, NOW.plusSeconds(second), "packager", path);
    }

    static void same(Simulator simulator, int second, String layer, String path) {
        Answer clean = get(CLEAN, second, layer, path);
        Answer other = get(simulator, second, layer, path);
        assertThat(other.text()).isEqualTo(clean.text());
        assertThat(other.headers()).isEqualTo(clean.headers());
        assertThat(other.disposition()).isEqualTo(clean.disposition());
    }
}
