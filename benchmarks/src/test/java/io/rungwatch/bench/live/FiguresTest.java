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
    void aTrendIsSeenInThirds() {
        Trend trend = new Trend(List.of(10.0, 11.0, 12.0, 13.0, 14.0, 15.0));

        assertThat(trend.firstThird()).isEqualTo(10.5);
        assertThat(trend.middleThird()).isEqualTo(12.5);
        assertThat(trend.lastThird()).isEqualTo(14.5);
        assertThat(new Trend(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0)).middleThird())
                .isEqualTo(6.0);
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
    void firstPollsAreCountedInHalfSeconds() {
        Arrivals arrivals = new Arrivals(Duration.ofSeconds(1));
        Instant start = Instant.parse("2026-12-01T02:00:00Z");
        arrivals.asked(start.minusSeconds(1), "/live/CH_009/master.m3u8");
        arrivals.again();
        arrivals.asked(start, "/live/CH_001/master.m3u8");
        arrivals.asked(start.plusMillis(50), "/live/CH_001/CH_001_HD_5M/1.ts");
        arrivals.asked(start.plusMillis(60), "/live/CH_002/master.m3u8");
        arrivals.asked(start.plusMillis(650), "/live/CH_002/CH_002_HD_5M.m3u8");
        arrivals.asked(start.plusMillis(5000), "/live/CH_003/master.m3u8");

        Arrivals.Counted counted = Arrivals.Counted.parse(arrivals.again());

        assertThat(counted.most()).isEqualTo(2);
        assertThat(counted.channels()).isEqualTo(3);
        assertThat(counted.last() - counted.first()).isEqualTo(5000);
        assertThat(counted.burst(2))
                .as("two in half a second, where one is usual")
                .isCloseTo(2, within(1e-9));
    }
}
