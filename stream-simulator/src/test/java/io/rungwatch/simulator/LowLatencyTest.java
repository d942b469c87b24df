package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.HD;
import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LowLatencyTest {
    private static final StreamSpec STREAM = Presets.lowLatency(Duration.ofSeconds(4), Duration.ofSeconds(1))
            .withAds(new AdBreaks(Duration.ofMinutes(3), Duration.ofSeconds(32)));
    static final Simulator LOW = new Simulator(Presets.world(2, STREAM));

    private static Answer ask(Instant at, String layer, String query) {
        return LOW.answer(at, layer, Request.get(HD + query));
    }

    private static List<String> found(String text, String pattern) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    @Test
    void thePlaylistSaysWhatItOffers() {
        String text = get(LOW, 0, "packager", HD).text();
        assertThat(text)
                .startsWith("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:4\n"
                        + "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=3.000,CAN-SKIP-UNTIL=24.000,"
                        + "CAN-SKIP-DATERANGES=YES\n#EXT-X-PART-INF:PART-TARGET=1.000\n#EXT-X-MEDIA-SEQUENCE:");
        assertThat(found(text, "^(#EXT-X-PRELOAD-HINT:TYPE=PART,URI=.*)$")).hasSize(1);
        assertThat(found(text, "^#EXT-X-RENDITION-REPORT:URI=\"(.*?)\"")).hasSize(5);
        assertThat(found(text, "(INDEPENDENT=YES)")).hasSizeBetween(6, 8);
    }

    @Test
    void partsLieEndToEndAndCanBeFetched() {
        for (int step = 0; step < 900; step++) {
            Instant at = NOW.plusMillis(step * 331L);
            for (String layer : List.of("packager", "edge-hn")) {
                String text = ask(at, layer, "").text();
                List<String> durations = found(text, "^#EXT-X-PART:DURATION=(.*?),");
                assertThat(durations).hasSizeBetween(12, 16).allMatch("1.000"::equals);
                for (String part : found(text, "^#EXT-X-PART:.*URI=\"(.*?)\"")) {
                    String path = part.startsWith("/") ? part : "/live/CH_001/" + part;
                    assertThat(LOW.answer(at, layer, Request.get(path)).status())
                            .as(path)
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void aHintIsKept() {
        for (int step = 0; step < 200; step++) {
            Instant at = NOW.plusMillis(step * 1009L);
            String hint = found(ask(at, "packager", "").text(), "PRELOAD-HINT:TYPE=PART,URI=\"(.*?)\"")
                    .getFirst();
            String path = hint.startsWith("/") ? hint : "/live/CH_001/" + hint;
            Answer held = LOW.answer(at, "packager", Request.get(path));
            assertThat(held.status()).isEqualTo(200);
            assertThat(held.delay()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
            assertThat(ask(at.plus(held.delay()), "packager", "").text()).contains("URI=\"" + hint + "\"");
        }
    }

    @Test
    void aReloadIsHeldUntilThePartIsThere() {
        for (String layer : List.of("packager", "edge-hn")) {
            for (int step = 0; step < 200; step++) {
                Instant at = NOW.plusMillis(step * 1013L);
                Seen seen = Seen.read(ask(at, "packager", "").text());
                List<String> parts = found(seen.text(), "^#EXT-X-PART:.*URI=\"(.*?)\"");
                String last = parts.getLast();
                boolean open = !last.contains("/" + seen.last().number() + ".p");
                int next = open ? last.charAt(last.indexOf(".p") + 2) - '0' + 1 : 0;
                Answer held = ask(at, layer, "?_HLS_msn=" + seen.end() + "&_HLS_part=" + next);
                assertThat(held.status()).isEqualTo(200);
                assertThat(held.delay()).isBetween(Duration.ofMillis(1), Duration.ofMillis(1001));
                assertThat(held.text()).isNotEqualTo(seen.text()).contains(next < 4 ? ".p" + next + "." : ".p0.");
                Instant then = at.plus(held.delay());
                assertThat(held.text()).isEqualTo(ask(then, "packager", "").text());
                Answer again = ask(then, layer, "?_HLS_msn=" + seen.end() + "&_HLS_part=" + next);
                assertThat(again.delay()).isZero();
            }
        }
    }

    @Test
    void aWholeSegmentCanBeWaitedForToo() {
        Seen seen = Seen.read(ask(NOW, "packager", "").text());
        Answer held = ask(NOW, "packager", "?_HLS_msn=" + seen.end());
        assertThat(Seen.read(held.text()).end()).isEqualTo(seen.end() + 1);
        assertThat(ask(NOW, "packager", "?_HLS_msn=" + (seen.end() - 1)).delay())
                .isZero();
        Answer beyond = ask(NOW, "packager", "?_HLS_msn=" + seen.end() + "&_HLS_part=9");
        assertThat(beyond.text()).contains("/" + (seen.end() + 1) + ".p0.");
    }

    @Test
    void whatCannotBeWaitedForIsRefused() {
        long end = Seen.read(ask(NOW, "packager", "").text()).end();
        assertThat(ask(NOW, "packager", "?_HLS_msn=" + (end + 2)).status()).isEqualTo(400);
        assertThat(ask(NOW, "edge-hn", "?_HLS_part=1").status()).isEqualTo(400);
        Simulator silent = LOW.withFault("frozen_playlist rendition=HD", NOW);
        Answer late = silent.answer(NOW, "packager", Request.get(HD + "?_HLS_msn=" + end));
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.delay()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aDeltaAndTheRowsBeforeItAreTheWhole() {
        for (int second = 0; second < 400; second++) {
            String full = get(LOW, second, "packager", HD).text();
            String delta = get(LOW, second, "packager", HD + "?_HLS_skip=v2").text();
            int skipped =
                    Integer.parseInt(found(delta, "SKIPPED-SEGMENTS=(\\d+)").getFirst());
            Seen whole = Seen.read(full);
            Seen part = Seen.read(delta);
            assertThat(skipped).isBetween(8, 9);
            assertThat(part.rows()).hasSize(whole.rows().size() - skipped);
            assertThat(part.rows().stream().map(Seen.Row::uri))
                    .containsExactlyElementsOf(whole.rows().stream()
                            .skip(skipped)
                            .map(Seen.Row::uri)
                            .toList());
            assertThat(delta).contains("#EXT-X-VERSION:10\n");
            String plain = get(LOW, second, "packager", HD + "?_HLS_skip=YES").text();
            assertThat(plain).contains("#EXT-X-VERSION:9\n");
            assertThat(found(plain, "^(#EXT-X-DATERANGE.*)$")).isEqualTo(found(full, "^(#EXT-X-DATERANGE.*)$"));
        }
    }

    @Test
    void rangesThatAreGoneAreToldOfForAWhile() {
        int told = 0;
        for (int second = 0; second < 360; second++) {
            String delta = get(LOW, second, "packager", HD + "?_HLS_skip=v2").text();
            told += delta.contains("RECENTLY-REMOVED-DATERANGES=\"CH_001-break-") ? 1 : 0;
        }
        assertThat(told).isBetween(20, 120);
    }

    @Test
    void anEndedEventWaitsForNothing() {
        StreamSpec event = Presets.lowLatency(Duration.ofSeconds(4), Duration.ofSeconds(1))
                .withProgramme(Programme.event(NOW, NOW.plusSeconds(40)));
        Simulator simulator = new Simulator(Presets.world(1, event));
        Answer answer = get(simulator, 100, "packager", HD + "?_HLS_msn=99&_HLS_part=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.delay()).isZero();
        assertThat(answer.text()).endsWith("#EXT-X-ENDLIST\n").doesNotContain("PART");
    }

    @Test
    void othersDoNotKnowTheWords() {
        Answer answer = get(Faulty.CLEAN, 0, "packager", HD + "?_HLS_msn=99&_HLS_skip=YES");
        assertThat(answer.text()).isEqualTo(get(Faulty.CLEAN, 0, "packager", HD).text());
    }
}
