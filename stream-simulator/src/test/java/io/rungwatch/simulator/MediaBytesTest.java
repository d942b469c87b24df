package io.rungwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.Container;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each fault of media does to the bytes of the segments that were born during it, and to no others. */
class MediaBytesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final RealWorld TS = RealWorld.of(RealWorld.stream(2, Container.TS));
    private static final RealWorld FMP4 = RealWorld.of(RealWorld.stream(2, Container.FMP4));

    /** In the first half of the window all is well, in the second it is not; and it stays so when the fault is over. */
    private static final String TIMES = " from=-10s for=10s";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "continuity_errors",
                "pts_jump",
                "frozen_timestamps",
                "missing_audio rendition=HD",
                "no_keyframe",
                "wrong_codec",
                "truncated_segment",
                "corrupted_segment"
            })
    void isInWhatWasBornDuringIt(String line) {
        RealWorld faulty = TS.withFault(line + TIMES, NOW);
        Set<Integer> changed = new TreeSet<>();
        List<String> rows = TS.listed(NOW, "HD_400K");
        for (int i = 0; i < rows.size(); i++) {
            Answer clean = TS.get(NOW, rows.get(i));
            Answer other = faulty.get(NOW, rows.get(i));
            boolean same = Arrays.equals(clean.body().toBytes(), other.body().toBytes());
            assertThat(other.header("Content-Length"))
                    .hasValue(Long.toString(other.body().length()));
            if (!same) {
                changed.add(i);
                assertThat(other.header("ETag")).isNotEqualTo(clean.header("ETag"));
            }
        }
        // The first of frozen timestamps are right.
        assertThat(changed).isIn(Set.of(5, 6, 7, 8, 9), Set.of(6, 7, 8, 9));
    }

    @Test
    void lostPacketsAreMissedByTheCounters() {
        SeenTs seen = ts("continuity_errors packets=3", "HD_400K");
        assertThat(seen.counterErrors()).isEqualTo(3 * 5);
        assertThat(SeenMp4.of(FMP4.withFault("continuity_errors", NOW).joined(NOW, "HD_400K"))
                        .fragments())
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({"ahead,903600", "back,-896400"})
    void timestampsJump(String direction, long step) {
        SeenTs seen = ts("pts_jump by=10s direction=" + direction, "HD_400K");
        assertThat(seen.steps().stream()
                        .filter(ticks -> ticks != 3600)
                        .map(ticks -> ticks > SeenTs.WRAP / 2 ? ticks - SeenTs.WRAP : ticks))
                .containsExactly(step);
        List<SeenMp4.Fragment> fragments = mp4("pts_jump by=10s direction=" + direction, "HD_400K");
        assertThat(fragments.get(10).start() - fragments.get(9).end()).isEqualTo(step - 3600);
        assertThat(fragments.get(11).start()).isEqualTo(fragments.get(10).end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HD_400K", "LD_180K"})
    void timestampsFreeze(String rendition) {
        List<SeenMp4.Fragment> fragments = mp4("frozen_timestamps", rendition);
        assertThat(fragments.subList(10, 20))
                .extracting(SeenMp4.Fragment::start)
                .containsOnly(fragments.get(9).end(), fragments.get(9).end() + 90_000);
        SeenTs seen = ts("frozen_timestamps", rendition);
        assertThat(seen.pts().subList(250, 300)).isEqualTo(seen.pts().subList(450, 500));
    }

    @Test
    void soundIsMissing() {
        SeenTs seen = ts("missing_audio", "audio_vie");
        assertThat(seen.pts()).hasSizeBetween(468, 470);
        assertThat(seen.pids().subList(seen.pids().size() - 4, seen.pids().size()))
                .containsExactly(0, 0x1000, 0, 0x1000);
        List<SeenMp4.Fragment> fragments = mp4("missing_audio", "audio_vie");
        assertThat(fragments.get(9).sizes()).isNotEmpty();
        assertThat(fragments.get(10).sizes()).isEmpty();
        assertThat(mp4("missing_audio", "HD_400K").get(10).sizes()).hasSize(25);
        assertThat(mp4("missing_audio rendition=HD", "HD_400K").get(10).sizes()).isEmpty();
    }

    @Test
    void noKeyframeIsFirst() {
        List<SeenMp4.Fragment> fragments = mp4("no_keyframe", "HD_400K");
        assertThat(fragments.get(9).keys().getFirst()).isTrue();
        for (SeenMp4.Fragment fragment : fragments.subList(10, 20)) {
            assertThat(fragment.keys().getFirst()).isFalse();
            assertThat(fragment.keys().get(13)).isTrue();
        }
        SeenTs seen = ts("no_keyframe", "HD_400K");
        assertThat(seen.steps()).containsOnly(3600L);
        assertThat(seen.keys().get(250)).isFalse();
        assertThat(seen.keys().get(263)).isTrue();
        assertThat(mp4("no_keyframe", "audio_vie").get(10).keys().getFirst()).isTrue();
    }

    @Test
    void theCodecIsAnother() {
        assertThat(tracks(FMP4.withFault("wrong_codec rendition=HD", NOW), "HD_400K"))
                .isEqualTo("hvc1");
        assertThat(tracks(FMP4.withFault("wrong_codec", NOW), "4K_640K")).isEqualTo("avc1");
        assertThat(tracks(FMP4.withFault("wrong_codec from=+1s", NOW), "HD_400K"))
                .isEqualTo("avc1");
        List<SeenMp4.Fragment> fragments = mp4("wrong_codec", "HD_400K");
        assertThat(fragments.get(9).duration()).isEqualTo(3600);
        assertThat(fragments.get(10).duration()).isEqualTo(1800);
        assertThat(fragments.get(5).start()).isEqualTo(fragments.get(4).end());
        assertThat(ts("wrong_codec", "HD_400K").steps()).containsOnly(3600L, 1800L);
    }

    private static String tracks(RealWorld world, String rendition) {
        byte[] init = world.get(NOW, "CH_001_" + rendition + "/init.mp4").body().toBytes();
        ByteBuffer entry = SeenMp4.inside(ByteBuffer.wrap(init), "stsd");
        return new String(entry.array(), entry.arrayOffset() + 12, 4, StandardCharsets.US_ASCII);
    }

    @Test
    void segmentsEndInTheMiddle() {
        RealWorld faulty = TS.withFault("truncated_segment share=50%", NOW);
        String row = TS.listed(NOW.plusSeconds(10), "HD_400K").getLast();
        Answer clean = TS.get(NOW.plusSeconds(10), row);
        Answer half = faulty.get(NOW.plusSeconds(10), row);
        assertThat(half.body().length()).isEqualTo(clean.body().length() / 2);
        assertThat(half.body().toBytes())
                .isEqualTo(clean.body().slice(0, half.body().length()).toBytes());
        assertThat(half.disposition()).isEqualTo(clean.disposition());
    }

    @Test
    void someBytesAreOthers() {
        RealWorld faulty = TS.withFault("corrupted_segment places=3", NOW);
        Instant later = NOW.plusSeconds(10);
        String row = TS.listed(later, "HD_400K").getLast();
        byte[] clean = TS.get(later, row).body().toBytes();
        byte[] other = faulty.get(later, row).body().toBytes();
        int different = 0;
        for (int i = 0; i < clean.length; i++) {
            different += clean[i] == other[i] ? 0 : 1;
        }
        assertThat(different).isBetween(33, 96);
        assertThat(faulty.get(later, row).body().toBytes()).isEqualTo(other);
    }

    @Test
    void isAtItsLayerAndBelow() {
        RealWorld faulty = TS.withFault("corrupted_segment layer=midcache-hn", NOW);
        Instant later = NOW.plusSeconds(10);
        String row = "/live/CH_001/" + TS.listed(later, "HD_400K").getLast();
        for (String layer : List.of("packager", "origin", "midcache-hn", "edge-hn")) {
            Answer clean = TS.simulator().answer(later, layer, Request.get(row));
            Answer other = faulty.simulator().answer(later, layer, Request.get(row));
            assertThat(other.text().equals(clean.text())).as(layer).isEqualTo(!layer.endsWith("-hn"));
        }
    }

    private static SeenTs ts(String line, String rendition) {
        return SeenTs.of(TS.withFault(line + TIMES, NOW).joined(NOW, rendition));
    }

    private static List<SeenMp4.Fragment> mp4(String line, String rendition) {
        return SeenMp4.of(FMP4.withFault(line + TIMES, NOW).joined(NOW, rendition))
                .fragments();
    }
}
