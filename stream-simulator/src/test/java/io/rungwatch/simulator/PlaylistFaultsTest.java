package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.ADS;
import static io.rungwatch.simulator.Faulty.CLEAN;
import static io.rungwatch.simulator.Faulty.HD;
import static io.rungwatch.simulator.Faulty.LAYERS;
import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.get;
import static io.rungwatch.simulator.Faulty.same;
import static io.rungwatch.simulator.Faulty.see;
import static io.rungwatch.simulator.Faulty.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults of what a playlist says, each with its symptom in numbers. */
class PlaylistFaultsTest {
    @Test
    void numbersJump() {
        Simulator gap = with("sequence_gap from=+60s by=1000");
        assertThat(see(gap, 59, HD)).isEqualTo(see(CLEAN, 59, HD));
        assertThat(see(gap, 61, HD).first() - see(CLEAN, 61, HD).first()).isEqualTo(1000);
        assertThat(see(gap, 61, HD).last().start())
                .isEqualTo(see(CLEAN, 61, HD).last().start());
        Simulator lost = with("sequence_gap from=+60s by=1000 time=media");
        assertThat(Duration.between(
                        see(CLEAN, 61, HD).last().start(),
                        see(lost, 61, HD).last().start()))
                .isEqualTo(Duration.ofMinutes(100));
        Simulator restarted = with("sequence_regression from=+60s to=3");
        assertThat(see(restarted, 60, HD).first()).isEqualTo(3);
        assertThat(see(restarted, 126, HD).first()).isEqualTo(14);
        for (Seen.Row row : see(restarted, 126, HD).rows()) {
            assertThat(row.uri()).isEqualTo("CH_001_HD_5M/" + row.number() + ".ts");
            for (String layer : LAYERS) {
                assertThat(get(restarted, 126, layer, "/live/CH_001/" + row.uri())
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aSegmentIsSwappedUnderItsNumber() {
        Simulator faulty = with("swapped_segment from=+60s for=30s");
        int swaps = 0;
        Seen before = see(faulty, 0, HD);
        for (int second = 1; second < 200; second++) {
            Seen now = see(faulty, second, HD);
            for (Seen.Row row : before.rows()) {
                Seen.Row survivor = now.numbered(row.number());
                if (survivor != null && !survivor.uri().equals(row.uri())) {
                    swaps++;
                    assertThat(second).isBetween(60, 91);
                    assertThat(get(faulty, second, "edge-hn", "/live/CH_001/" + survivor.uri())
                                    .status())
                            .isEqualTo(200);
                }
            }
            before = now;
        }
        assertThat(swaps).isEqualTo(5);
        same(faulty, 200, "packager", HD);
    }

    @Test
    void discontinuityNumbersOfSurvivorsChange() {
        for (String mode : List.of("wavering", "uncounted", "missing", "offset")) {
            Simulator faulty = ADS.withFault("wrong_discontinuity_sequence from=+60s mode=" + mode, NOW);
            List<Integer> changes = new ArrayList<>();
            Seen before = see(faulty, 0, HD);
            for (int second = 1; second < 600; second++) {
                Seen now = see(faulty, second, HD);
                Seen.Row row = before.last();
                Seen.Row survivor = now.numbered(row.number());
                if (survivor != null && survivor.discontinuity() != row.discontinuity()) {
                    changes.add(second);
                }
                before = now;
            }
            assertThat(changes).as(mode).isNotEmpty().allMatch(second -> second >= 60);
        }
    }

    @Test
    void playlistsAreWrongAsTold() {
        assertThat(see(with("empty_playlist"), 1, HD).rows()).isEmpty();
        assertThat(see(with("short_playlist"), 1, HD).windowMillis()).isEqualTo(12_000);
        assertThat(see(with("no_target_duration"), 1, HD).text()).doesNotContain("TARGETDURATION");
        assertThat(see(with("wrong_target_duration by=2"), 1, HD).targetDuration())
                .isEqualTo(8);
        assertThat(get(with("malformed"), 1, "packager", HD).text()).contains("#EXTINF:abc,\n");
        assertThat(get(with("malformed what=header"), 1, "packager", HD).text()).startsWith("#EXT-X-VERSION");
        assertThat(get(with("cosmetic style=crlf"), 1, "packager", HD).text()).startsWith("#EXTM3U\r\n");
        assertThat(get(with("cosmetic style=bom"), 1, "packager", HD).text()).startsWith("\uFEFF#EXTM3U\n");
    }

    @Test
    void aWindowGrowsBackRowByRow() {
        Simulator faulty = with("short_playlist from=+60s for=30s");
        Seen before = see(faulty, 60, HD);
        for (int second = 61; second < 200; second++) {
            Seen now = see(faulty, second, HD);
            assertThat(now.first()).isGreaterThanOrEqualTo(before.first());
            before = now;
        }
        same(faulty, 199, "packager", HD);
    }

    @Test
    void longSegmentsAreBornLong() {
        Simulator faulty = with("overlong_segment from=+60s for=5m nth=5");
        int longOnes = 0;
        Seen before = see(faulty, 0, HD);
        for (int second = 1; second < 600; second++) {
            Seen now = see(faulty, second, HD);
            for (int i = 0; i < now.rows().size(); i++) {
                Seen.Row row = now.rows().get(i);
                Seen.Row earlier = before.numbered(row.number());
                assertThat(earlier == null || earlier.equals(row)).isTrue();
                longOnes += earlier == null && row.millis() == 6700 ? 1 : 0;
                if (i > 0) {
                    Seen.Row above = now.rows().get(i - 1);
                    assertThat(row.start()).isEqualTo(above.start().plusMillis(above.millis()));
                }
            }
            before = now;
        }
        assertThat(longOnes).isEqualTo(10);
        same(faulty, 599, "packager", HD);
    }

    @Test
    void shortSegmentsAreBornShort() {
        Simulator faulty = with("short_segments from=+60s");
        assertThat(see(faulty, 60, HD)).isEqualTo(see(CLEAN, 60, HD));
        assertThat(see(faulty, 300, HD).rows()).allMatch(row -> row.millis() == 5050);
        assertThat(see(with("short_segments by=4s"), 300, HD).rows()).allMatch(row -> row.millis() == 2000);
    }

    @Test
    void datesJumpAndDrift() {
        Simulator jump = with("pdt_jump from=+60s by=1h direction=back");
        Seen seen = see(jump, 80, HD);
        assertThat(Duration.between(seen.rows().getFirst().start(), seen.last().start()))
                .isEqualTo(Duration.ofSeconds(30).minusHours(1));
        Simulator drift = with("pdt_drift from=+0s per_hour=36s");
        Duration ahead = Duration.between(
                see(CLEAN, 3600, HD).last().start(), see(drift, 3600, HD).last().start());
        assertThat(ahead.toMillis()).isBetween(35_500L, 36_000L);
    }
}
