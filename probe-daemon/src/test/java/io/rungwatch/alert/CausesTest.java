package io.rungwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.cause.RootCauses;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether causes are looked for among a few or among all, the answer is the same. */
class CausesTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<CheckInfo> CHECKS =
            AllChecks.LIST.stream().map(Check::info).toList();
    private static final List<Rendition> RENDITIONS = List.of(
            Rendition.ENTRY, new Rendition("HD", Rendition.Kind.VIDEO), new Rendition("SD", Rendition.Kind.VIDEO));

    @Test
    void theSameAsIfEachPairWasLookedAt() throws Exception {
        Url url = Url.parse("http://edge/live/hd.m3u8");
        List<Layer> layers = new ArrayList<>();
        for (Layer.Kind kind : Layer.Kind.values()) {
            layers.add(new Layer(kind.word(), kind, "cdn", url, Optional.empty()));
        }
        Random random = new Random(7);
        int explained = 0;
        for (int round = 0; round < 2000; round++) {
            List<Sighting> sightings = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                sightings.add(sighting(url, layers, random));
            }
            ChannelMemory memory =
                    ChannelMemory.empty("CH_001", "CH_001", layers).with(sightings, START);
            Causes causes = new Causes(memory, sightings);
            for (Sighting other : sightings) {
                boolean expected =
                        sightings.stream().anyMatch(cause -> RootCauses.explains(cause, other, layers, sightings));
                explained += expected ? 1 : 0;
                assertThat(causes.explain(other)).as(other.toString()).isEqualTo(expected);
            }
        }
        assertThat(explained).isGreaterThan(1000);
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Sighting sighting(Url url, List<Layer> layers, Random random) {
        Where where = new Where(
                "CH_001", one(List.of(Protocol.values()), random), one(layers, random), one(RENDITIONS, random));
        Finding finding = Finding.of(one(CHECKS, random), "x").severity(one(List.of(Severity.values()), random));
        Exchange failed = new Exchange.Failed(START, Timing.NONE, List.of(), Failure.RESET, "x");
        return Sighting.first(
                new PollReport(
                        where,
                        url,
                        START.plusSeconds(random.nextInt(3)),
                        new Outcome.Unreachable(failed),
                        List.of(finding),
                        List.of(),
                        Set.of(),
                        false,
                        Duration.ofSeconds(6)),
                finding);
    }
}
