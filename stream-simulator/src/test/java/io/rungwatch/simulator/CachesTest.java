package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.CLEAN;
import static io.rungwatch.simulator.Faulty.HD;
import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.layer.LayerSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachesTest {
    /** Lifetimes that do not divide each other, up to a whole target duration: still clean. */
    private static final Simulator UNEVEN = new Simulator(new SimulatorSpec(
            CLEAN.spec().channels(),
            List.of(
                    LayerSpec.packager("packager"),
                    LayerSpec.cache("shield", "packager", keeping(6000)),
                    LayerSpec.cache("edge", "shield", keeping(1700)).withDelay(Duration.ofMillis(5))),
            CLEAN.spec().freshness()));

    private static Freshness keeping(int millis) {
        return new Freshness(Duration.ofMillis(millis), Duration.ofMillis(millis), Duration.ofHours(1));
    }

    private static long age(Answer answer) {
        return Long.parseLong(answer.header("Age").orElseThrow());
    }

    @Test
    void neverGoBackAndAreNoOlderThanTheyMayBe() {
        long before = 0;
        for (int millis = 0; millis < 3_600_000; millis += 331) {
            Instant at = NOW.plusMillis(millis);
            long edge = Seen.poll(UNEVEN, at, "edge", HD).end();
            assertThat(edge).isGreaterThanOrEqualTo(before);
            assertThat(edge)
                    .isGreaterThanOrEqualTo(Seen.poll(UNEVEN, at.minusMillis(7700), "packager", HD)
                            .end());
            assertThat(edge)
                    .isLessThanOrEqualTo(Seen.poll(UNEVEN, at, "packager", HD).end());
            before = edge;
        }
    }

    @Test
    void tellWhatTheyHold() {
        int hits = 0;
        for (int millis = 0; millis < 600_000; millis += 100) {
            Answer answer = CLEAN.answer(NOW.plusMillis(millis), "edge-hn", Request.get(HD));
            boolean hit = answer.header("X-Cache").orElseThrow().equals("HIT");
            hits += hit ? 1 : 0;
            assertThat(age(answer)).isBetween(0L, hit ? 3L : 0L);
            assertThat(answer.header("Cache-Status").orElseThrow())
                    .startsWith("midcache-hn; ")
                    .contains(hit ? ", edge-hn; hit; ttl=" : ", edge-hn; fwd=stale; fwd-status=200; stored");
            assertThat(answer.header("Via")).hasValue("1.1 origin, 1.1 midcache-hn, 1.1 edge-hn");
            assertThat(answer.header("Cache-Control")).hasValue("public, max-age=3");
        }
        assertThat(hits / 6000.0).isBetween(0.93, 0.97);
    }

    @Test
    void layersThatKeepNothingSayNothing() {
        for (String layer : List.of("packager", "origin")) {
            Answer answer = get(CLEAN, 0, layer, HD);
            assertThat(answer.header("Age")).isEmpty();
            assertThat(answer.header("X-Cache")).isEmpty();
            assertThat(answer.header("Cache-Status")).isEmpty();
        }
        assertThat(get(CLEAN, 0, "origin", HD).header("Via")).hasValue("1.1 origin");
    }

    @Test
    void aSegmentIsKeptFromItsBirth() {
        Seen seen = Seen.poll(CLEAN, NOW, "edge-hn", HD);
        for (Seen.Row row : seen.rows()) {
            String path = "/live/CH_001/" + row.uri();
            Instant born = row.start().plusMillis(row.millis()).plusMillis(400);
            assertThat(CLEAN.answer(born.minusMillis(1), "edge-hn", Request.get(path))
                            .status())
                    .isEqualTo(404);
            Answer fresh = CLEAN.answer(born, "edge-hn", Request.get(path));
            assertThat(fresh.header("X-Cache")).hasValue("MISS");
            Answer kept = CLEAN.answer(born.plusSeconds(60), "edge-hn", Request.get(path));
            assertThat(kept.header("X-Cache")).hasValue("HIT");
            assertThat(age(kept)).isEqualTo(59);
            assertThat(kept.header("ETag")).isEqualTo(fresh.header("ETag"));
        }
    }

    @Test
    void aMissTakesTheUpstreamsTimeToo() {
        Simulator slow = new Simulator(new SimulatorSpec(
                CLEAN.spec().channels(),
                List.of(
                        LayerSpec.packager("packager").withDelay(Duration.ofMillis(40)),
                        LayerSpec.cache("edge", "packager", keeping(3000))
                                .withDelay(Duration.ofMillis(5))
                                .withHitRatio(0.7)),
                CLEAN.spec().freshness()));
        for (int second = 0; second < 100; second++) {
            Answer answer = get(slow, second, "edge", HD);
            boolean hit = answer.header("X-Cache").orElseThrow().equals("HIT");
            assertThat(answer.delay()).isEqualTo(Duration.ofMillis(hit ? 5 : 45));
        }
    }

    @Test
    void twoEdgesBelowOneShield() {
        Simulator two = new Simulator(CLEAN.spec()
                .withLayer(LayerSpec.cache("edge-hcm", "origin", CLEAN.spec().freshness())));
        Simulator faulty = two.withFault("status layer=edge-hn code=503", NOW);
        assertThat(get(faulty, 0, "edge-hn", HD).status()).isEqualTo(503);
        assertThat(get(faulty, 0, "edge-hcm", HD).status()).isEqualTo(200);
        assertThat(get(faulty, 0, "edge-hcm", HD).header("Via")).hasValue("1.1 origin, 1.1 edge-hcm");
    }

    @Test
    void chainsAreDeclaredUpstreamFirst() {
        List<LayerSpec> wrong = List.of(LayerSpec.proxy("edge", "origin"), LayerSpec.packager("origin"));
        assertThatThrownBy(() -> new Simulator(
                        new SimulatorSpec(List.of(), wrong, CLEAN.spec().freshness())))
                .hasMessage("layer edge has origin above it, which must be declared first");
        assertThatThrownBy(() -> get(CLEAN, 0, "edge-hcm", HD)).hasMessageContaining("no layer is called edge-hcm");
    }
}
