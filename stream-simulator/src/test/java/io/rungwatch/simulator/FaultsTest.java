package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.CLEAN;
import static io.rungwatch.simulator.Faulty.HD;
import static io.rungwatch.simulator.Faulty.LAYERS;
import static io.rungwatch.simulator.Faulty.MASTER;
import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.SD;
import static io.rungwatch.simulator.Faulty.get;
import static io.rungwatch.simulator.Faulty.same;
import static io.rungwatch.simulator.Faulty.see;
import static io.rungwatch.simulator.Faulty.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.fault.FaultKind;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault shows its symptom where and when it should, and nowhere else. */
class FaultsTest {
    private static final String CORS = "Access-Control-Allow-Origin";

    /** What every kind has in common: nothing before, nothing on other channels, nothing on other renditions. */
    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void isNowhereElse(FaultKind kind) {
        Simulator faulty =
                with(kind.word() + " channel=CH_001 rendition=HD layer=midcache-hn from=+60s for=60s every=10m");
        for (int second = 0; second < 400; second += 3) {
            same(faulty, second, "packager", HD);
            same(faulty, second, "origin", HD);
            same(faulty, second, "edge-hn", HD.replace("CH_001", "CH_002"));
            same(faulty, second, "edge-hn", SD);
            same(faulty, second, "packager", MASTER);
            // What was counted is counted for ever.
            if (second < 60 || (second > 250 && kind != FaultKind.LONE_DISCONTINUITY)) {
                same(faulty, second, "edge-hn", HD);
                same(faulty, second, "edge-hn", MASTER);
            }
        }
    }

    /** And each kind, given room and something to break, does show: at its layer and below. */
    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void shows(FaultKind kind) {
        // A slow upstream is felt by a cache's misses only, and a cache below asks as it always does.
        boolean here = kind == FaultKind.SLOW || kind == FaultKind.QUERY_IGNORED;
        for (String layer : here ? List.of("midcache-hn") : List.of("midcache-hn", "edge-hn")) {
            assertThat(Worlds.ALL).as(kind.word() + " at " + layer).anyMatch(clean -> shown(clean, kind, layer) > 5);
        }
    }

    private static int shown(Simulator clean, FaultKind kind, String layer) {
        Simulator faulty =
                clean.withFault(kind.word() + " channel=CH_001 rendition=HD layer=midcache-hn from=+60s for=10m", NOW);
        int different = 0;
        for (int second = 75; second < 600 && different < 6; second += 5) {
            int at = second;
            different += Worlds.requests(clean, NOW.plusSeconds(at)).stream()
                            .anyMatch(path -> differs(clean, faulty, at, layer, path))
                    ? 1
                    : 0;
        }
        return different;
    }

    /** Nor is it anywhere else where there is more to break. */
    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void isNowhereElseInRicherWorlds(FaultKind kind) {
        String line = kind.word() + " channel=CH_001 rendition=HD layer=midcache-hn from=+60s for=60s every=10m";
        for (Simulator clean : List.of(Worlds.DASH, Worlds.LOW, Worlds.ONE_PERIOD)) {
            Simulator faulty = clean.withFault(line, NOW);
            for (int second = 0; second < 400; second += 29) {
                for (String path : Worlds.requests(clean, NOW.plusSeconds(second))) {
                    assertThat(differs(clean, faulty, second, "origin", path)).isFalse();
                    boolean over = second < 45 || (second > 250 && kind != FaultKind.LONE_DISCONTINUITY);
                    assertThat(over && differs(clean, faulty, second, "edge-hn", path))
                            .as(path + " at " + second)
                            .isFalse();
                }
                for (String path : Worlds.others()) {
                    assertThat(differs(clean, faulty, second, "edge-hn", path)).isFalse();
                }
            }
        }
    }

    private static boolean differs(Simulator right, Simulator faulty, int second, String layer, String path) {
        Answer clean = get(right, second, layer, path);
        Answer other = get(faulty, second, layer, path);
        return other.status() != clean.status()
                || other.disposition() != clean.disposition()
                || !other.delay().equals(clean.delay())
                || !other.text().equals(clean.text())
                || !other.header(CORS).equals(clean.header(CORS))
                || part(faulty, second, layer, path) != part(right, second, layer, path);
    }

    /** With which status the first bytes of it come. */
    private static int part(Simulator simulator, int second, String layer, String path) {
        Request first = Request.get(path).withRange("bytes=0-1");
        return simulator.answer(NOW.plusSeconds(second), layer, first).status();
    }

    @Test
    void frozenAtThePackagerIsFrozenBelow() {
        Simulator faulty = with("frozen_rung channel=CH_001 rendition=HD from=+20s for=5m");
        long stuck = see(CLEAN, 20, HD).end();
        for (int second = 20; second < 320; second += 7) {
            assertThat(see(faulty, second, HD).end()).isEqualTo(stuck);
            for (String layer : LAYERS) {
                assertThat(Seen.poll(faulty, NOW.plusSeconds(second), layer, HD).end())
                        .isLessThanOrEqualTo(stuck);
            }
            same(faulty, second, "edge-hn", SD);
        }
        same(faulty, 320, "packager", HD);
    }

    @Test
    void whatAFrozenPlaylistListsCanStillBeFetched() {
        Simulator faulty = with("frozen_playlist channel=CH_001 from=+20s for=1h");
        for (String layer : LAYERS) {
            for (Seen.Row row :
                    Seen.poll(faulty, NOW.plusSeconds(3000), layer, HD).rows()) {
                assertThat(get(faulty, 3000, layer, "/live/CH_001/" + row.uri()).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aFaultAtTheEdgeIsOnlyThere() {
        Simulator faulty = with("frozen_layer layer=edge-hn channel=CH_001");
        for (String layer : LAYERS.subList(0, 3)) {
            same(faulty, 100, layer, HD);
        }
        Seen edge = Seen.poll(faulty, NOW.plusSeconds(100), "edge-hn", HD);
        assertThat(edge.end()).isLessThanOrEqualTo(see(CLEAN, 0, HD).end());
        assertThat(get(faulty, 100, "edge-hn", HD).header("Age"))
                .hasValueSatisfying(age -> assertThat(Integer.parseInt(age)).isGreaterThanOrEqualTo(100));
    }

    @Test
    void aStaleCopyIsAHitThatSaysSo() {
        Answer stale = get(with("frozen_layer layer=edge-hn"), 100, "edge-hn", HD);
        assertThat(stale.header("X-Cache")).hasValue("HIT");
        assertThat(stale.header("Cache-Status").orElseThrow()).matches("midcache-hn; [^,]*, edge-hn; hit; ttl=-\\d+");
        Answer hiding = get(with("frozen_layer layer=edge-hn age=hidden"), 100, "edge-hn", HD);
        assertThat(Integer.parseInt(hiding.header("Age").orElseThrow())).isLessThan(4);
        assertThat(hiding.text()).isEqualTo(stale.text());
    }

    @Test
    void aLaggingLayerAdvancesLate() {
        Simulator faulty = with("lagging_layer layer=edge-hn by=30s age=hidden");
        long before = 0;
        for (int second = 0; second < 300; second++) {
            Seen edge = Seen.poll(faulty, NOW.plusSeconds(second), "edge-hn", HD);
            assertThat(edge.end()).isGreaterThanOrEqualTo(before);
            before = edge.end();
            if (second > 30) {
                assertThat(see(CLEAN, second, HD).end() - edge.end()).isBetween(5L, 6L);
                assertThat(Integer.parseInt(
                                get(faulty, second, "edge-hn", HD).header("Age").orElseThrow()))
                        .isLessThan(4);
            }
        }
    }

    @Test
    void aRungOutOfSyncAdvancesLate() {
        Simulator faulty = with("out_of_sync_rung rendition=HD segments=4");
        long before = 0;
        for (int second = 0; second < 300; second++) {
            Seen seen = see(faulty, second, HD);
            assertThat(seen.end()).isGreaterThanOrEqualTo(before);
            before = seen.end();
        }
        assertThat(see(CLEAN, 300, HD).end() - see(faulty, 300, HD).end()).isEqualTo(4);
    }

    @Test
    void anEndedPlaylistSaysSo() {
        Simulator faulty = with("ended rendition=HD from=+20s");
        assertThat(see(faulty, 19, HD).ended()).isFalse();
        assertThat(see(faulty, 60, HD).ended()).isTrue();
        assertThat(see(faulty, 60, HD).end()).isEqualTo(see(CLEAN, 20, HD).end());
    }

    @Test
    void anOlderCopyHasTheSameSegments() {
        Simulator faulty = with("older_copy layer=edge-hn share=30%");
        int older = 0;
        for (int second = 0; second < 600; second++) {
            Seen clean = Seen.poll(CLEAN, NOW.plusSeconds(second), "edge-hn", HD);
            Seen copy = Seen.poll(faulty, NOW.plusSeconds(second), "edge-hn", HD);
            older += copy.end() < clean.end() ? 1 : 0;
            for (Seen.Row row : copy.rows()) {
                Seen.Row same = clean.numbered(row.number());
                assertThat(same == null || same.equals(row)).isTrue();
            }
        }
        assertThat(older).isBetween(120, 240);
    }

    @Test
    void twinsDifferAsTold() {
        Simulator numbers = with("twin");
        Simulator behind = with("twin behind=1");
        int other = 0;
        int late = 0;
        for (int second = 0; second < 600; second++) {
            long clean = see(CLEAN, second, HD).end();
            long offset = see(numbers, second, HD).end() - clean;
            assertThat(offset).isIn(0L, 200L);
            other += offset == 200 ? 1 : 0;
            long lag = clean - see(behind, second, HD).end();
            assertThat(lag).isIn(0L, 1L);
            late += lag == 1 ? 1 : 0;
        }
        assertThat(other).isBetween(240, 360);
        assertThat(late).isBetween(240, 360);
        for (String layer : LAYERS) {
            Seen twin = Seen.poll(numbers, NOW.plusSeconds(57), layer, HD);
            for (Seen.Row row : twin.rows()) {
                assertThat(get(numbers, 57, layer, "/live/CH_001/" + row.uri()).status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void theLadderIsWrongAsTold() {
        assertThat(get(with("missing_rung rendition=HD"), 1, "packager", MASTER).text())
                .doesNotContain("HD_5M")
                .contains("SD_2M");
        assertThat(get(with("missing_rung rendition=audio_vie"), 1, "packager", MASTER)
                        .text())
                .doesNotContain("AUDIO");
        assertThat(get(with("missing_rung rendition=HD"), 1, "packager", HD).status())
                .isEqualTo(200);
        assertThat(get(with("unexpected_rung"), 1, "packager", MASTER).text())
                .contains("BANDWIDTH=8000000", "RESOLUTION=1600x900", "LD_500K.m3u8?row=f1");
        assertThat(get(with("unexpected_rung"), 1, "packager", "/live/CH_001/CH_001_LD_500K.m3u8?row=f1")
                        .status())
                .isEqualTo(200);
        assertThat(get(with("wrong_bandwidth rendition=HD factor=2"), 1, "packager", MASTER)
                        .text())
                .contains("BANDWIDTH=10000000", "BANDWIDTH=2000000");
        assertThat(get(with("wrong_resolution rendition=HD value=1x1"), 1, "packager", MASTER)
                        .text())
                .contains("RESOLUTION=1x1")
                .doesNotContain("1920x1080");
        assertThat(get(with("wrong_codecs rendition=HD value=vp9"), 1, "packager", MASTER)
                        .text())
                .contains("CODECS=\"vp9\"", "avc1.64001f");
    }
}
