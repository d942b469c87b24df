package io.rungwatch.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Arithmetic from any instant gives what stepping from the start would. */
class TimelineTest {
    private static final long START = Instant.parse("2026-11-20T00:00:00Z").toEpochMilli();

    private static final Channel CHANNEL = new Channel(new ChannelSpec(
            "CH_001",
            Presets.stream(Duration.ofSeconds(4))
                    .withSegmentation(Segmentation.of(Duration.ofMillis(4004))
                            .withJitter(0.1)
                            .withWindow(6))
                    .withPublication(new Publication(Duration.ofMillis(250), Duration.ofMillis(1200)))
                    .withAds(new AdBreaks(Duration.ofMinutes(2), Duration.ofSeconds(20)))
                    .withRestarts(Duration.ofMinutes(11))
                    .withProgramme(Programme.event(
                            Instant.ofEpochMilli(START),
                            Instant.ofEpochMilli(START).plus(Duration.ofDays(1))))));

    @Test
    void newestIsTheLastThatIsPublished() {
        Timeline timeline = CHANNEL.timeline();
        for (Rendition rendition : CHANNEL.renditions()) {
            long stepped = -1;
            for (long at = START; at < START + 7_200_000; at += 97) {
                while (timeline.published(rendition, stepped + 1) <= at) {
                    stepped++;
                }
                assertThat(timeline.newest(rendition, at)).isEqualTo(stepped);
            }
        }
    }

    @Test
    void discontinuitiesAreCountedWithoutWalking() {
        Breaks breaks = CHANNEL.timeline().breaks();
        long walked = 0;
        for (long index = 0; index < 20_000; index++) {
            assertThat(breaks.before(index)).isEqualTo(walked);
            walked += breaks.at(index) ? 1 : 0;
        }
        assertThat(walked).isGreaterThan(1000);
    }

    @Test
    void adBreaksAreAsLongAsPlanned() {
        Timeline timeline = CHANNEL.timeline();
        for (long number = 0; number < 100; number++) {
            long first = timeline.breaks().firstOf(number);
            long next = timeline.breaks().afterLastOf(number);
            assertThat(timeline.start(next) - timeline.start(first)).isEqualTo(5 * 4004);
            assertThat(timeline.breaks().at(first) && timeline.breaks().at(next))
                    .isTrue();
            assertThat(timeline.breaks().isAd(first - 1) || timeline.breaks().isAd(next))
                    .isFalse();
        }
    }

    @Test
    void cutsWanderWithinTheirShare() {
        for (long index = 0; index < 10_000; index++) {
            assertThat(CHANNEL.timeline().durationOf(index)).isBetween(3603L, 4405L);
        }
    }

    @Test
    void namesMeanTheirRendition() {
        Rendition hd = CHANNEL.renditions().get(1);
        assertThat(hd.isCalled("HD") && hd.isCalled("HD_5M") && hd.isCalled("CH_001_HD_5M"))
                .isTrue();
        assertThat(hd.isCalled("SD") || hd.isCalled("5M") || hd.isCalled("D_5M"))
                .isFalse();
    }
}
