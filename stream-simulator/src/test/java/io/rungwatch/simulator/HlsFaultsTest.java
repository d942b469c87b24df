package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.ADS;
import static io.rungwatch.simulator.Faulty.CLEAN;
import static io.rungwatch.simulator.Faulty.HD;
import static io.rungwatch.simulator.Faulty.MASTER;
import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.SD;
import static io.rungwatch.simulator.Faulty.get;
import static io.rungwatch.simulator.Faulty.see;
import static io.rungwatch.simulator.Faulty.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Faults of what HLS can have beside numbers, names and dates, each in its text. */
class HlsFaultsTest {
    private static String hd(Simulator world, String fault, int second) {
        return get(fault.isEmpty() ? world : world.withFault(fault, NOW), second, "packager", HD)
                .text();
    }

    private static List<String> found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    @Test
    void keysAreWrongAsTold() {
        assertThat(hd(Worlds.DASH, "key_without_uri", 1)).contains("#EXT-X-KEY:METHOD=AES-128,IV=0x");
        assertThat(hd(Worlds.DASH, "encryption_lost from=-1h", 1))
                .contains("#EXT-X-KEY:METHOD=NONE\n")
                .doesNotContain("AES-128");
        TreeSet<String> keys = new TreeSet<>();
        for (int second = 60; second < 300; second += 6) {
            keys.addAll(found(hd(Worlds.DASH, "stuck_key from=+10s", second), "URI=\"(.*?key)\""));
        }
        assertThat(keys).hasSize(1);
        assertThat(hd(CLEAN, "encryption_lost", 60)).isEqualTo(hd(CLEAN, "", 60));
    }

    @Test
    void breaksAreToldOfWrongly() {
        int backwards = 0;
        int sums = 0;
        int open = 0;
        for (int second = 0; second < 240; second += 6) {
            String clean = hd(ADS, "", second);
            String range = hd(ADS, "range_backwards", second);
            backwards += range.contains(",END-DATE=\"") ? 1 : 0;
            assertThat(range.replaceAll(",END-DATE=\"[^\"]*\"", "")).isEqualTo(clean);
            String sum = hd(ADS, "splice_crc", second);
            sums += sum.equals(clean) ? 0 : 1;
            assertThat(sum).hasSize(clean.length());
            assertThat(hd(ADS, "no_cue_in from=-1h", second)).doesNotContain("CUE-IN", "SCTE35-IN");
            String never = hd(ADS, "unclosed_break from=-1h", second);
            assertThat(never).doesNotContain("CUE-IN").contains("#EXT-X-CUE-OUT");
            open += clean.contains("CUE-OUT") ? 0 : 1;
        }
        assertThat(backwards).isGreaterThan(10);
        assertThat(sums).isEqualTo(backwards);
        assertThat(open).isGreaterThan(10);
    }

    @Test
    void theMasterIsWrongAsTold() {
        assertThat(get(with("undefined_group"), 1, "packager", MASTER).text())
                .contains("GROUP-ID=\"audio\"", ",AUDIO=\"nowhere\"")
                .doesNotContain(",AUDIO=\"audio\"");
        assertThat(get(with("audio_lost"), 1, "packager", MASTER).text()).doesNotContain("AUDIO");
        assertThat(get(with("audio_lost language=eng"), 1, "packager", MASTER).text())
                .contains("TYPE=AUDIO");
        assertThat(get(with("subtitles_lost"), 1, "packager", MASTER).text())
                .contains("TYPE=AUDIO")
                .doesNotContain("SUBTITLES");
    }

    @Test
    void linesAreMissingOrWrong() {
        assertThat(hd(CLEAN, "pdt_missing rendition=HD", 1)).doesNotContain("DATE-TIME");
        assertThat(get(with("pdt_missing rendition=HD"), 1, "packager", SD).text())
                .contains("DATE-TIME");
        assertThat(hd(CLEAN, "low_version", 1)).contains("#EXT-X-VERSION:1\n");
        assertThat(hd(Worlds.VOD, "", 1)).endsWith("#EXT-X-ENDLIST\n");
        assertThat(hd(Worlds.VOD, "no_endlist", 1)).doesNotContain("ENDLIST");
        assertThat(hd(CLEAN, "repeated_sequence how=twice", 1).split("MEDIA-SEQUENCE", -1))
                .hasSize(3);
        Seen stuck = see(with("repeated_sequence from=+10s"), 100, HD);
        assertThat(stuck.first()).isEqualTo(see(CLEAN, 10, HD).first());
        assertThat(stuck.last().uri()).isEqualTo(see(CLEAN, 100, HD).last().uri());
        assertThat(see(with("shrunk_playlist segments=2"), 1, HD).end())
                .isEqualTo(see(CLEAN, 1, HD).end() - 2);
    }

    @Test
    void segmentsAreMarkedAtBirth() {
        assertThat(hd(CLEAN, "gap_segments from=-1h nth=3", 1).split("#EXT-X-GAP\n", -1))
                .hasSize(3);
        assertThat(hd(CLEAN, "gap_segments from=-1h nth=3", 1)).contains("#EXT-X-VERSION:8\n");
        assertThat(found(hd(Worlds.LOW, "init_changed from=+60s", 70), "MAP:URI=\"(.*?)\""))
                .hasSizeBetween(2, 4)
                .anyMatch(map -> map.endsWith("init-f1.mp4"));
        assertThat(found(hd(Worlds.RANGES, "overlapping_range from=-1h", 1), "BYTERANGE:\\d+@(\\d+)"))
                .noneMatch(at -> !at.equals("0")
                        && found(hd(Worlds.RANGES, "", 1), "BYTERANGE:\\d+@(\\d+)")
                                .contains(at));
    }

    @Test
    void aLoneDiscontinuityIsCountedWhenItIsGone() {
        Simulator faulty = with("lone_discontinuity rendition=HD from=+60s nth=5 for=2m");
        Seen before = see(faulty, 0, HD);
        long most = 0;
        for (int second = 1; second < 600; second++) {
            Seen now = see(faulty, second, HD);
            for (Seen.Row row : before.rows()) {
                Seen.Row same = now.numbered(row.number());
                assertThat(same == null || same.equals(row)).isTrue();
            }
            most = now.last().discontinuity();
            before = now;
        }
        assertThat(most).isEqualTo(4);
    }

    @Test
    void durationsAreRewritten() {
        Simulator faulty = with("rewritten_duration from=+60s by=500ms");
        assertThat(see(faulty, 59, HD).rows()).allMatch(row -> row.millis() == 6000);
        List<Long> later =
                see(faulty, 130, HD).rows().stream().map(Seen.Row::millis).toList();
        assertThat(later).containsExactly(5500L, 5500L, 5500L, 5500L, 6000L, 6000L);
    }

    @Test
    void lessMediaThanTime() {
        Simulator faulty = with("content_shortage from=+0s share=70%");
        long missing = see(CLEAN, 600, HD).end() - see(faulty, 600, HD).end();
        assertThat(missing).isEqualTo(30);
        for (int second = 1; second < 300; second++) {
            assertThat(see(faulty, second, HD).end())
                    .isBetween(
                            see(faulty, second - 1, HD).end(),
                            see(faulty, second - 1, HD).end() + 1);
        }
    }

    @Test
    void aLayerKeepsWhatItShouldNot() {
        Simulator kept = with("overcached layer=edge-hn from=+0s by=10m");
        Answer old = get(kept, 500, "edge-hn", HD);
        assertThat(old.header("Cache-Control")).hasValue("public, max-age=600");
        assertThat(Integer.parseInt(old.header("Age").orElseThrow())).isBetween(499, 504);
        assertThat(old.header("X-Cache")).hasValue("HIT");
        assertThat(Seen.read(get(kept, 602, "edge-hn", HD).text()).end())
                .isGreaterThan(Seen.read(old.text()).end() + 80);
        Answer error = get(with("error_cached layer=edge-hn rendition=HD"), 40, "edge-hn", HD);
        assertThat(error.status()).isEqualTo(404);
        assertThat(error.header("Age")).hasValue("40");
        assertThat(error.header("X-Cache")).hasValue("HIT");
        assertThat(error.header("Cache-Status").orElseThrow()).contains("edge-hn; hit; ttl=");
        assertThat(get(with("error_cached layer=edge-hn"), 40, "midcache-hn", HD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void contentIsSomebodyElses() {
        Simulator foreign = with("foreign_content channel=CH_001 of=CH_002");
        for (String path : List.of(HD, MASTER)) {
            assertThat(get(foreign, 1, "packager", path).text())
                    .isEqualTo(get(CLEAN, 1, "packager", path.replace("CH_001", "CH_002"))
                            .text());
        }
        Simulator other = with("other_content layer=edge-hn rendition=HD");
        String row = Seen.read(get(other, 1, "edge-hn", HD).text()).last().uri();
        assertThat(row).endsWith("-b.ts");
        assertThat(get(other, 1, "edge-hn", "/live/CH_001/" + row).status()).isEqualTo(200);
        assertThat(get(other, 1, "origin", HD).text())
                .isEqualTo(get(CLEAN, 1, "origin", HD).text());
    }

    @Test
    void partsAreWrongAsTold() {
        assertThat(hd(Worlds.LOW, "parts_stop from=-1h", 1))
                .contains("PART-INF")
                .doesNotContain("#EXT-X-PART:");
        assertThat(hd(Worlds.LOW, "no_parts", 1)).doesNotContain("PART", "SERVER-CONTROL", "PRELOAD");
        assertThat(hd(Worlds.LOW, "wrong_part from=-1h", 1)).contains("DURATION=1.200", "DURATION=0.800");
        assertThat(hd(Worlds.LOW, "wrong_part what=short from=-1h", 1)).contains("DURATION=0.500");
        assertThat(hd(Worlds.LOW, "small_hold_back", 1)).contains("PART-HOLD-BACK=1.500");
        long right =
                Long.parseLong(found(hd(Worlds.LOW, "", 1), "LAST-MSN=(\\d+)").getFirst());
        assertThat(found(hd(Worlds.LOW, "old_rendition_report", 1), "LAST-MSN=(\\d+)")
                        .getFirst())
                .isEqualTo(Long.toString(right - 3));
    }

    @Test
    void reloadsAndDeltasGoWrong() {
        Simulator low = Worlds.LOW;
        String wait = HD + "?_HLS_msn=" + Seen.read(hd(low, "", 1)).end();
        assertThat(get(low, 1, "packager", wait).delay()).isPositive();
        Answer atOnce = get(low.withFault("blocking_ignored", NOW), 1, "edge-hn", wait);
        assertThat(atOnce.delay()).isZero();
        Simulator blind = low.withFault("query_ignored layer=edge-hn", NOW);
        assertThat(get(blind, 1, "edge-hn", wait).text())
                .isEqualTo(get(low, 1, "edge-hn", HD).text());
        assertThat(get(blind, 1, "midcache-hn", wait).delay()).isPositive();
        String delta = get(low, 1, "packager", HD + "?_HLS_skip=YES").text();
        assertThat(get(low.withFault("unasked_skip", NOW), 1, "packager", HD).text())
                .isEqualTo(delta);
        Simulator lossy = low.withFault("lossy_delta segments=1", NOW);
        assertThat(Seen.read(get(lossy, 1, "packager", HD + "?_HLS_skip=YES").text())
                        .rows())
                .hasSize(Seen.read(delta).rows().size() - 1);
        assertThat(get(lossy, 1, "packager", HD).text()).isEqualTo(hd(low, "", 1));
        Simulator stopped = low.withFault("parts_stop", NOW);
        assertThat(get(
                                stopped,
                                20,
                                "packager",
                                HD + "?_HLS_msn=" + Seen.read(hd(low, "", 20)).end() + "&_HLS_part=0")
                        .delay())
                .isGreaterThan(Duration.ofSeconds(1));
    }
}
