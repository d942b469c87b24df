package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.round.Allowance;
import io.rungwatch.round.Books;
import io.rungwatch.round.ChannelSampling;
import io.rungwatch.round.SamplingPlan;
import io.rungwatch.round.SpotCheck;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.url.BadUrl;
import io.rungwatch.watch.Sampling;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A probe with more to do than it can. */
class LateSamplingTest {
    private static final Duration SIX = Duration.ofSeconds(6);

    /** All its samples are void; if it made up for them, it would never be in time again. */
    @Test
    void whoeverIsLateAsksNoMoreForIt() throws BadUrl {
        long punctual = questions(Duration.ZERO);
        long late = questions(Duration.ofSeconds(1));

        assertThat(punctual).isGreaterThan(100);
        assertThat(late).isBetween(punctual * 9 / 10, punctual);
    }

    private static long questions(Duration late) throws BadUrl {
        AtomicLong asked = new AtomicLong();
        Sampling.Factory real = ChannelSampling.all(
                AllChecks.LIST, SamplingPlan.DEFAULT, new Books(), new Allowance(0), SpotCheck.none());
        new World(
                        Presets.world(2, Presets.realMedia(Segmentation.of(SIX).withContainer(Container.TS))),
                        Promise.LIVE,
                        World.START,
                        (profile, start) -> new WatchedSampling(
                                real.of(profile, start), late, (now, question) -> asked.incrementAndGet()))
                .pass(Duration.ofMinutes(20));
        return asked.get();
    }
}
