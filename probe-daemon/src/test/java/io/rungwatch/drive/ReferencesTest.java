package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.round.Allowance;
import io.rungwatch.round.Books;
import io.rungwatch.round.ChannelSampling;
import io.rungwatch.round.SamplingPlan;
import io.rungwatch.round.SpotCheck;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No layer answers any more: the references say whether that is the probe's own trouble. */
class ReferencesTest {
    private static final String NAME = "reference:443";
    private static final Duration TEN = Duration.ofSeconds(10);

    @Test
    void whereTheyFailTooNothingIsSaidOfTheLayersThenOrLater() throws BadUrl {
        World world = gone(false);

        assertThat(world.told())
                .as(() -> world.seen.stream()
                        .filter(seen -> !seen.contains("probe_blind"))
                        .limit(40)
                        .collect(Collectors.joining("\n")))
                .allMatch(told -> told.startsWith("probe_"));
        assertThat(world.told()).anyMatch(told -> told.startsWith("probe_blind@"));
        assertThat(world.alerts.firing()).as("all clear afterwards").isEmpty();
    }

    @Test
    void whereTheyAnswerTheLayersAreGone() throws BadUrl {
        World world = gone(true);

        assertThat(world.told()).anyMatch(told -> told.startsWith("manifest_unavailable@packager"));
        assertThat(world.told()).noneMatch(told -> told.startsWith("probe_blind@"));
    }

    /** For five minutes nobody answers; and then an hour of peace. */
    private static World gone(boolean answering) throws BadUrl {
        World world = new World(
                Presets.world(
                        3,
                        Presets.realMedia(Segmentation.of(Duration.ofSeconds(6)).withContainer(Container.TS))),
                Promise.LIVE,
                World.START,
                ChannelSampling.all(
                        AllChecks.LIST, SamplingPlan.DEFAULT, new Books(), new Allowance(0), SpotCheck.none()));
        world.sight.refersTo(Set.of(NAME));
        world.sight.sawReference(NAME, answer(World.START));
        world.pass(Duration.ofMinutes(20));
        assertThat(world.seen).as("before").isEmpty();
        world.fault("hang layer=* object=any for=300s");
        for (int i = 0; i < 30; i++) {
            Instant now = world.run.now();
            world.sight.sawReference(NAME, answering ? answer(now) : failure(now));
            world.pass(TEN);
        }
        world.sight.sawReference(NAME, answer(world.run.now()));
        return world.pass(Duration.ofMinutes(60));
    }

    private static Exchange failure(Instant at) {
        return new Exchange.Failed(at, Timing.NONE, List.of(), Failure.CONNECT_TIMEOUT, "");
    }

    private static Exchange answer(Instant at) {
        Url url = new Url("https", "reference", 443, "/");
        return new Exchange.Answered(at, Timing.NONE, List.of(), url, "", 200, Headers.NONE, new byte[0]);
    }
}
