package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.profile.ChannelProfile;
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
import io.rungwatch.url.Url;
import io.rungwatch.watch.Sampling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        "status layer=origin-standby object=segment code=404, standby_not_ready@origin-standby/LD",
        "corrupted_segment layer=origin-standby, standby_differs@origin-standby/LD",
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

    @Test
    void onlyTheLowestRungsSegmentsAreLoaded() throws BadUrl {
        List<Asked> asked = new ArrayList<>();
        world(TS, SamplingPlan.DEFAULT, new Allowance(0), asked).pass(Duration.ofMinutes(40));

        assertThat(asked)
                .filteredOn(Asked::segment)
                .isNotEmpty()
                .allMatch(each -> each.path().contains("_LD_"));
        assertThat(asked)
                .filteredOn(each -> !each.segment())
                .anyMatch(each -> each.path().contains("_4K_"));
    }

    @Test
    void segmentsWaitUntilTrafficAllowsThem() throws BadUrl {
        List<Asked> asked = new ArrayList<>();
        Allowance allowance = new Allowance(1000);
        world(TS, SamplingPlan.DEFAULT, allowance, asked).pass(Duration.ofMinutes(40));

        assertThat(asked).isNotEmpty().noneMatch(Asked::segment);
        assertThat(asked)
                .as("the others have their turns")
                .anyMatch(each -> each.path().contains("_4K_"));
    }

    /** Also while looks do not agree. */
    @Test
    void aLayerThatIsSeldomAskedIsAskedSoBesideItToo() throws BadUrl {
        Duration own = Duration.ofMinutes(10);
        SamplingPlan usual = SamplingPlan.DEFAULT;
        SamplingPlan seldom = new SamplingPlan(usual.tiers(), Map.of("origin", own), usual.rules(), false, true, true);
        List<Asked> asked = new ArrayList<>();
        world(TS, seldom, new Allowance(0), asked)
                .fault("status layer=origin-standby code=503 channel=CH_001 from=+25m for=20m")
                .pass(Duration.ofMinutes(150));

        List<Instant> looks = asked.stream()
                .filter(each -> each.channel().equals("CH_001") && each.layer().equals("origin-standby"))
                .map(Asked::at)
                .distinct()
                .toList();
        assertThat(looks).hasSizeBetween(12, 15);
        for (int i = 1; i < looks.size(); i++) {
            assertThat(Duration.between(looks.get(i - 1), looks.get(i))).isGreaterThanOrEqualTo(own);
        }
        assertThat(asked.stream().filter(each -> each.layer().equals("packager-standby")))
                .as("nobody says so of the packager")
                .hasSizeGreaterThan(100);
    }

    /** What was asked of a standby. */
    private record Asked(String channel, String layer, String path, Instant at) {
        boolean segment() {
            return path.endsWith(".ts");
        }
    }

    private static World world(StreamSpec stream) throws BadUrl {
        return world(stream, SamplingPlan.DEFAULT, new Allowance(0), new ArrayList<>());
    }

    private static World world(StreamSpec stream, SamplingPlan plan, Allowance allowance, List<Asked> asked)
            throws BadUrl {
        Sampling.Factory real = ChannelSampling.all(AllChecks.LIST, plan, new Books(), allowance, SpotCheck.none());
        return new World(
                Presets.world(2, stream)
                        .withLayer(LayerSpec.packager("packager-standby"))
                        .withLayer(LayerSpec.proxy("origin-standby", "packager")),
                Promise.LIVE,
                World.START,
                (profile, start) -> new WatchedSampling(
                        real.of(profile, start),
                        Duration.ZERO,
                        (now, question) -> note(profile, now, question.fetch().url(), asked)));
    }

    private static void note(ChannelProfile profile, Instant now, Url url, List<Asked> asked) {
        if (url.host().endsWith("-standby")) {
            asked.add(new Asked(profile.channel(), url.host(), url.path(), now));
        }
    }
}
