package io.rungwatch.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events grow until they end, VOD is whole, live windows can be long. */
class ProgrammesTest {
    private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");
    private static final Instant END = Instant.parse("2026-11-20T20:30:00Z");
    private static final String SD = "/live/CUP/CUP_SD_2M.m3u8";

    private static Simulator showing(StreamSpec stream) {
        return new Simulator(
                Presets.standard(0, Duration.ofSeconds(6)).withChannels(List.of(new ChannelSpec("CUP", stream))));
    }

    private static StreamSpec stream() {
        return Presets.stream(Duration.ofSeconds(6));
    }

    @Test
    void anEventGrowsThenEnds() {
        Simulator simulator = showing(stream().withProgramme(Programme.event(START, END)));
        assertThat(simulator.answer(START, "packager", Request.get(SD)).status())
                .isEqualTo(404);
        for (int second = 7; second < 2000; second += 11) {
            Seen seen = Seen.poll(simulator, START.plusSeconds(second), "packager", SD);
            assertThat(seen.first()).isZero();
            assertThat(seen.rows()).hasSize((int) Math.min(300, (second * 1000L - 400) / 6000));
            assertThat(seen.ended()).isEqualTo(seen.rows().size() == 300);
            assertThat(seen.text()).contains("#EXT-X-PLAYLIST-TYPE:EVENT\n");
        }
        String first = "/live/CUP/CUP_SD_2M/0.ts";
        assertThat(simulator
                        .answer(END.plusSeconds(9000), "edge-hn", Request.get(first))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void vodIsWholeFromTheFirstLook() {
        Simulator simulator = showing(stream().withProgramme(Programme.vod(START, END)));
        for (Instant at : List.of(START, START.plusSeconds(1000), END.plus(Duration.ofDays(30)))) {
            Seen seen = Seen.poll(simulator, at, "edge-hn", SD);
            assertThat(seen.rows()).hasSize(300);
            assertThat(seen.ended()).isTrue();
            assertThat(seen.text()).contains("#EXT-X-PLAYLIST-TYPE:VOD\n");
        }
    }

    @Test
    void aLiveWindowCanBeFiveHoursLong() {
        Simulator simulator = showing(
                stream().withSegmentation(Segmentation.of(Duration.ofSeconds(6)).withWindow(3000)));
        Seen seen = Seen.poll(simulator, START, "packager", SD);
        assertThat(seen.rows()).hasSize(3000);
        assertThat(seen.last().start()).isEqualTo(seen.rows().getFirst().start().plusSeconds(6 * 2999));
        assertThat(simulator
                        .answer(
                                START,
                                "packager",
                                Request.get(
                                        "/live/CUP/" + seen.rows().getFirst().uri()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aStreamMayHaveNoDates() {
        Simulator simulator = showing(stream().withoutProgramDateTime());
        assertThat(Seen.poll(simulator, START, "packager", SD).rows())
                .allMatch(row -> row.start().equals(Seen.NO_DATE));
    }

    @Test
    void whatWouldBreakTheNormIsRefused() {
        assertThatThrownBy(() -> Segmentation.of(Duration.ofSeconds(6)).withWindow(2))
                .hasMessage("a window of 2 segments is below three target durations");
        assertThatThrownBy(() -> Segmentation.of(Duration.ofSeconds(6)).withJitter(0.5))
                .hasMessage("a jitter of 0 to 0.2 stays legal, not 0.5");
        assertThatThrownBy(() -> Programme.event(END, END)).hasMessageContaining("needs an end after its start");
        assertThatThrownBy(() -> new ChannelSpec("a/b", stream())).hasMessageContaining("a/b");
    }
}
