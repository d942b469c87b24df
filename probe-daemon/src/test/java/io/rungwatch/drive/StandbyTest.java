package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.round.Allowance;
import io.rungwatch.round.Books;
import io.rungwatch.round.ChannelSampling;
import io.rungwatch.round.SamplingPlan;
import io.rungwatch.round.SpotCheck;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A packager and an origin that have a second server each, which nobody asks but the probe. */
class StandbyTest {
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final StreamSpec TS = Presets.realMedia(Segmentation.of(SIX).withContainer(Container.TS));

    @ParameterizedTest
    @CsvSource({
        "status layer=origin-standby code=503, standby_not_ready@origin-standby/*",
        "hang layer=origin-standby, standby_not_ready@origin-standby/*",
        "html_200 layer=origin-standby, standby_not_ready@origin-standby/*",
        "frozen_layer layer=origin-standby age=hidden, standby_not_ready@origin-standby/*",
        "lagging_layer layer=origin-standby by=40s age=hidden, standby_not_ready@origin-standby/*",
        "status layer=origin-standby object=segment code=404 rendition=HD, standby_not_ready@origin-standby/HD",
        "corrupted_segment layer=origin-standby rendition=HD, standby_differs@origin-standby/HD",
        "sequence_gap layer=packager-standby, standby_differs@packager-standby/*"
    })
    void isSeenBesideTheChain(String fault, String alert) throws BadUrl {
        World world = world(TS).pass(Duration.ofMinutes(20));
        assertThat(world.seen).as("before the fault").isEmpty();

        world.fault(fault + " channel=CH_001 for=30m").pass(Duration.ofMinutes(90));

        assertThat(world.faults).isEmpty();
        assertThat(world.told())
                .as(() -> String.join("\n", world.seen.subList(0, Math.min(20, world.seen.size()))))
                .containsExactly(alert);
        assertThat(world.alerts.firing()).as("all clear afterwards").isEmpty();
    }

    /** Two packagers make other bytes, and nobody lets everybody ask a standby. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "corrupted_segment layer=packager-standby",
                "status layer=origin-standby code=403",
                "lagging_layer layer=origin-standby by=12s age=hidden"
            })
    void isNoFault(String fault) throws BadUrl {
        World world =
                world(TS).fault(fault + " channel=CH_001 from=+10m for=30m").pass(Duration.ofMinutes(60));

        assertThat(world.told()).isEmpty();
    }

    @Test
    void itsOwnFaultsAreTheChainsAlone() throws BadUrl {
        World world = world(TS).pass(Duration.ofMinutes(10));

        world.fault("status layer=origin object=segment code=503 channel=CH_001 for=6m")
                .pass(Duration.ofMinutes(45));

        assertThat(world.told()).containsExactlyInAnyOrder("segment_error@origin/*", "origin_down@origin/manifest");
    }

    @Test
    void ofAnMpdTheSegmentsAreCompared() throws BadUrl {
        World world = world(Presets.dash(SIX, Dash.Addressing.TIME)).pass(Duration.ofMinutes(20));
        assertThat(world.seen).isEmpty();

        world.fault("status layer=origin-standby code=503 channel=CH_001 for=40m")
                .pass(Duration.ofMinutes(100));

        assertThat(world.told()).contains("standby_not_ready@origin-standby/*");
    }

    private static World world(StreamSpec stream) throws BadUrl {
        return new World(
                Presets.world(2, stream)
                        .withLayer(LayerSpec.packager("packager-standby"))
                        .withLayer(LayerSpec.proxy("origin-standby", "packager")),
                Promise.LIVE,
                World.START,
                ChannelSampling.all(
                        AllChecks.LIST, SamplingPlan.DEFAULT, new Books(), new Allowance(0), SpotCheck.none()));
    }
}
