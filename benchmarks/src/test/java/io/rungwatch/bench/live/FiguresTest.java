package io.rungwatch.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void aTrendIsALine() {
        Trend trend = new Trend(List.of(10.0, 11.0, 12.0, 13.0, 14.0, 15.0));

        assertThat(trend.firstThird()).isEqualTo(10.5);
        assertThat(trend.lastThird()).isEqualTo(14.5);
        assertThat(trend.slopeInAnHour()).isCloseTo(60, within(1e-9));
    }

    @Test
    void onlyWhatStandsBetweenTheMarksIsWritten() throws IOException {
        String page = "before\n<!-- made by ./bench x -->\nold\n<!-- end -->\nafter\n";

        assertThat(Marked.in(page, "page.md", "./bench x", "| new |\n"))
                .isEqualTo("before\n<!-- made by ./bench x -->\n\n| new |\n\n<!-- end -->\nafter\n");
        assertThatThrownBy(() -> Marked.in("none", "page.md", "./bench x", ""))
                .hasMessageContaining("page.md has no place for it");
    }

    @Test
    void firstPollsAreCountedInTenthsOfASecond() {
        Arrivals arrivals = new Arrivals(Duration.ofSeconds(1));
        Instant start = Instant.parse("2026-12-01T02:00:00Z");
        arrivals.asked(start.minusSeconds(1), "/live/CH_009/master.m3u8");
        arrivals.again();
        arrivals.asked(start, "/live/CH_001/master.m3u8");
        arrivals.asked(start.plusMillis(50), "/live/CH_001/CH_001_HD_5M/1.ts");
        arrivals.asked(start.plusMillis(60), "/live/CH_002/master.m3u8");
        arrivals.asked(start.plusMillis(450), "/live/CH_002/CH_002_HD_5M.m3u8");
        arrivals.asked(start.plusMillis(5000), "/live/CH_003/master.m3u8");

        Arrivals.Counted counted = Arrivals.Counted.parse(arrivals.again());

        assertThat(counted.polls()).isEqualTo(3);
        assertThat(counted.channels()).isEqualTo(3);
        assertThat(counted.last() - counted.first()).isEqualTo(5000);
        assertThat(counted.burst()).isCloseTo(2 * 10 / 3.0, within(1e-9));
    }
}
