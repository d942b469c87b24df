package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An hour of DASH beside HLS with nothing wrong. Nobody may be woken by it. */
class DashNoiseTest {
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final AdBreaks ADS = new AdBreaks(Duration.ofMinutes(5), Duration.ofSeconds(30));

    private record Row(String noise, StreamSpec stream, Duration cache) {
        Row(String noise, StreamSpec stream) {
            this(noise, stream, SIX.dividedBy(2));
        }

        @Override
        public String toString() {
            return noise;
        }
    }

    static Stream<Row> noises() {
        StreamSpec time = Presets.dash(SIX, Addressing.TIME);
        Publication late = new Publication(Duration.ofMillis(400), Duration.ofSeconds(2));
        return Stream.of(
                new Row("$Time$", time),
                new Row("$Number$ in a timeline", Presets.dash(SIX, Addressing.NUMBER)),
                new Row("$Number$ and a duration", Presets.dash(SIX, Addressing.DURATION)),
                new Row("published late, cached for long", time.withPublication(late), SIX),
                new Row("a Period for each ad break, patches", Presets.dashWithAds(SIX)),
                new Row("ads without Periods", Presets.stream(SIX).withAds(ADS).withDash(Dash.by(Addressing.TIME))),
                new Row(
                        "the time in every answer",
                        Presets.stream(SIX).withDash(Dash.by(Addressing.TIME).withDirectClock())),
                new Row(
                        "steered between two CDNs",
                        Presets.stream(SIX).withDash(Dash.by(Addressing.TIME).withSteering())),
                new Row(
                        "two second segments",
                        Presets.dash(Duration.ofSeconds(2), Addressing.TIME),
                        Duration.ofSeconds(1)),
                new Row("low latency", Presets.lowLatency(Duration.ofSeconds(4), Duration.ofMillis(500))));
    }

    @ParameterizedTest
    @MethodSource("noises")
    void wakesNobody(Row row) throws BadUrl {
        Freshness fresh = new Freshness(row.cache(), row.cache(), Duration.ofHours(1));
        SimulatorSpec spec = new SimulatorSpec(ChannelSpec.family(1, row.stream()), Presets.layers(fresh), fresh);

        World world = new World(spec).pass(Duration.ofHours(1));

        assertThat(world.faults).isEmpty();
        assertThat(world.notifications)
                .as(() -> String.join("\n", world.seen.subList(0, Math.min(20, world.seen.size()))))
                .isEmpty();
        assertThat(world.polls).isGreaterThan(1000);
    }
}
