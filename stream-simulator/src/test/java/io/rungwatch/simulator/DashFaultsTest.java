package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.get;
import static io.rungwatch.simulator.Worlds.CLOCK;
import static io.rungwatch.simulator.Worlds.MPD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Faults of an MPD, each in its text. */
class DashFaultsTest {
    private static final String DATE = "publishTime=\"([^\"]+)\"";

    private static String mpd(Simulator world, String fault, int second) {
        return get(fault.isEmpty() ? world : world.withFault(fault, NOW), second, "packager", MPD)
                .text();
    }

    private static String one(String fault, int second) {
        return mpd(Worlds.ONE_PERIOD, fault, second);
    }

    private static List<String> found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private static Instant published(String fault, int second) {
        return Instant.parse(found(one(fault, second), DATE).getFirst());
    }

    @Test
    void whatTheRootSaysIsWrongAsTold() {
        assertThat(one("", 1)).contains("availabilityStartTime=\"2024-01-01T00:00:00.000Z\"");
        assertThat(one("no_availability_start", 1)).doesNotContain("availabilityStartTime");
        assertThat(one("availability_start_changed by=3s", 1)).contains("Time=\"2024-01-01T00:00:03.000Z\"");
        assertThat(one("long_update_period value=10m", 1)).contains("minimumUpdatePeriod=\"PT600S\"");
        assertThat(one("static_mpd", 1)).contains("type=\"static\"", "<S ");
        assertThat(one("wrong_base_url", 1)).contains("<BaseURL>http://localhost/dash/</BaseURL>");
        assertThat(one("truncated_mpd share=50%", 1)).startsWith("<?xml").doesNotContain("</MPD>");
    }

    @Test
    void publishTimeStandsStillOrGoesBack() {
        assertThat(published("publish_time_frozen from=+10s", 40)).isEqualTo(NOW.plusSeconds(10));
        assertThat(found(one("publish_time_frozen from=+10s", 40), "<S t=\"(\\d+)\""))
                .isEqualTo(found(one("", 40), "<S t=\"(\\d+)\""));
        assertThat(published("publish_time_regressed by=30s", 40))
                .isEqualTo(published("", 40).minusSeconds(30));
        assertThat(one("frozen_mpd from=+10s", 100)).isEqualTo(one("", 10));
    }

    @Test
    void theClockIsWrongForThisChannelOnly() {
        Simulator faulty = Worlds.ONE_PERIOD.withFault("wrong_clock channel=CH_001 layer=edge-hn by=7h", NOW);
        assertThat(Instant.parse(get(faulty, 0, "packager", CLOCK).text())).isEqualTo(NOW);
        assertThat(Instant.parse(get(faulty, 0, "edge-hn", CLOCK).text())).isEqualTo(NOW.plus(Duration.ofHours(7)));
        assertThat(Instant.parse(get(faulty, 0, "packager", "/time/CH_002").text()))
                .isEqualTo(NOW);
    }

    @Test
    void segmentsComeByAnotherClock() {
        Simulator clean = Worlds.ONE_PERIOD;
        List<String> times =
                found(get(clean, 60, "packager", "/live/CH_001/manifest.mpd").text(), "<S t=\"(\\d+)\"");
        String oldest = "/live/CH_001/dash/HD_5M/" + times.getFirst() + ".m4s";
        assertThat(get(clean, 60, "edge-hn", oldest).status()).isEqualTo(200);
        Simulator late = clean.withFault("late_segments from=+10s by=1h", NOW);
        assertThat(get(late, 9, "packager", oldest).status())
                .isEqualTo(get(clean, 9, "packager", oldest).status());
        assertThat(get(late, 60, "packager", oldest).status()).isEqualTo(404);
        assertThat(get(late, 60, "edge-hn", oldest).status()).isEqualTo(404);
        int begins = -60;
        while (get(clean, begins, "packager", oldest).status() == 404) {
            begins++;
        }
        Simulator early = clean.withFault("early_segments from=-1h by=20s", NOW);
        assertThat(get(early, begins - 20, "packager", oldest).status()).isEqualTo(200);
        assertThat(get(early, begins - 21, "packager", oldest).status()).isEqualTo(404);
    }

    @Test
    void segmentsDoNotMeet() {
        assertThat(found(one("", 40), "d=\"(\\d+)\" r=\"5\"")).contains("540000");
        assertThat(one("timeline_gap by=2s from=-1h nth=5", 40)).contains("d=\"360000\"");
        assertThat(one("timeline_overlap by=2s from=-1h nth=5", 40)).contains("d=\"720000\"");
        assertThat(one("zero_segment from=-1h nth=5", 40)).contains("d=\"0\"");
        assertThat(one("timeline_gap by=2s from=+60s nth=5", 60)).isEqualTo(one("", 60));
    }

    @Test
    void aPeriodAppearsInThePast() {
        int inserted = 0;
        for (int second = 60; second < 240; second += 3) {
            String text = one("period_inserted from=+60s for=1h", second);
            List<String> ids = found(text, "<Period id=\"([^\"]+)\"");
            assertThat(ids.size()).isIn(1, 3);
            if (ids.size() == 3) {
                assertThat(ids).first().isEqualTo("p0");
                assertThat(ids.get(1)).startsWith("inserted-");
                assertThat(ids).last().isEqualTo("p0-rest");
                assertThat(found(text, "<Period id=\"[^\"]+\" start=\"PT([^\"]+)S\""))
                        .hasSize(3);
                inserted++;
            }
        }
        assertThat(inserted).isGreaterThan(10);
    }

    @Test
    void periodsDoNotMeet() {
        TreeSet<String> gaps = new TreeSet<>();
        for (int second = 0; second < 240; second += 5) {
            List<String> clean = found(mpd(Worlds.DASH, "", second), "duration=\"PT(\\d+)S\"");
            List<String> gap = found(mpd(Worlds.DASH, "period_gap", second), "duration=\"PT(\\d+)S\"");
            List<String> overlap = found(mpd(Worlds.DASH, "period_overlap", second), "duration=\"PT(\\d+)S\"");
            for (int i = 0; i < clean.size(); i++) {
                gaps.add((Integer.parseInt(clean.get(i)) - Integer.parseInt(gap.get(i))) + " "
                        + (Integer.parseInt(clean.get(i)) - Integer.parseInt(overlap.get(i))));
            }
        }
        assertThat(gaps).containsExactly("2 -2");
    }

    @Test
    void numbersAndOffsetsAreWrong() {
        Simulator world = Worlds.DASH;
        long right = Long.parseLong(
                found(mpd(world, "", 70), "startNumber=\"(\\d+)\"").getFirst());
        long wrong = Long.parseLong(found(mpd(world, "wrong_start_number from=+10s", 70), "startNumber=\"(\\d+)\"")
                .getFirst());
        assertThat(right - wrong).isEqualTo(10);
        assertThat(found(one("wrong_offset by=500ms", 1), "presentationTimeOffset=\"(\\d+)\""))
                .containsExactly("0", "0", "24000", "0");
    }

    @Test
    void idsAndKeysAreWrong() {
        assertThat(found(one("duplicate_representation", 1), "<Representation id=\"(4K_15M)\""))
                .hasSize(2);
        assertThat(mpd(Worlds.DASH, "zero_kid", 1))
                .contains("cenc:default_KID=\"00000000-0000-0000-0000-000000000000\"");
        assertThat(mpd(Worlds.DASH, "", 1)).doesNotContain("default_KID=\"00000000-");
    }

    @Test
    void tracksAreLost() {
        assertThat(one("audio_lost", 1)).doesNotContain("contentType=\"audio\"").contains("contentType=\"text\"");
        assertThat(one("audio_lost language=eng", 1)).isEqualTo(one("", 1));
        assertThat(one("subtitles_lost", 1)).contains("contentType=\"audio\"").doesNotContain("contentType=\"text\"");
    }
}
