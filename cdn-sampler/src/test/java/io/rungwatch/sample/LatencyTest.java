package io.rungwatch.sample;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.STALE_HIT;
import static io.rungwatch.cache.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Verdict;
import io.rungwatch.profile.Layer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final Latency edge = Latency.ofFirstByte();

    @Test
    void percentilesOfWhatIsKnown() {
        for (int millis = 1; millis <= 100; millis++) {
            edge.add(Taken.took(millis, millis, HIT));
        }
        Spread spread = edge.over(HOUR, Taken.time(100));

        assertThat(spread.percentile(50)).isEqualTo(Duration.ofMillis(50));
        assertThat(spread.percentile(95)).isEqualTo(Duration.ofMillis(95));
        assertThat(spread.percentile(99)).isEqualTo(Duration.ofMillis(99));
        assertThat(spread.slowerThan(Duration.ofMillis(90))).hasToString("10 of 100");
    }

    @Test
    void onlyHitsOnWarmConnectionsAreTheEdgesOwn() {
        edge.add(Taken.took(0, 10, HIT));
        edge.add(Taken.took(0, 11, STALE_HIT));
        edge.add(Taken.took(0, 900, MISS));
        edge.add(Taken.took(0, 900, UNKNOWN));
        edge.add(Taken.cold(Taken.took(0, 900, HIT)));
        edge.add(Taken.spoiled(Taken.took(0, 900, HIT)));
        edge.add(Taken.ended(0, Outcome.SERVER_ERROR));

        assertThat(edge.over(HOUR, Taken.NOON).samples()).isEqualTo(2);
    }

    @Test
    void whoKeepsNothingDoesAllByItself() {
        assertThat(Sample.own(Layer.Kind.ORIGIN, UNKNOWN, 400)).isEqualTo(400);
        assertThat(Sample.own(Layer.Kind.MIDCACHE, HIT, 400)).isEqualTo(400);
        assertThat(Sample.own(Layer.Kind.MIDCACHE, MISS, 400)).isEqualTo(Sample.NOBODY_KNOWS);
    }

    @Test
    void ofAMissThatCountsWhichIsKnownToBeItsOwn() {
        edge.add(Taken.took(0, 900, MISS).owning(60_000_000));

        assertThat(edge.over(HOUR, Taken.NOON).percentile(50)).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void aNewSegmentMayStillBeInTheMaking() {
        Latency download = Latency.ofDownload();
        download.add(Taken.at(0, Sample.Touch.FIRST, false, HIT));
        download.add(Taken.at(0, Sample.Touch.FIRST, true, HIT));

        assertThat(download.over(HOUR, Taken.NOON).samples()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"299, 300, 1", "300, 300, 0", "3599, 3600, 1", "3600, 3600, 0"})
    void oldOnesDropOut(double now, int span, int expected) {
        edge.add(Taken.at(0));

        assertThat(edge.over(Duration.ofSeconds(span), Taken.time(now)).samples())
                .isEqualTo(expected);
    }

    /** With 15, 30, 60 and 100 samples, 3, 4, 7 and 10 slow ones prove it: the catalogue, 2.3. */
    @ParameterizedTest
    @CsvSource({
        " 15,  2, UNSURE",
        " 15,  3, PROVEN",
        " 30,  4, PROVEN",
        " 60,  6, UNSURE",
        " 60,  7, PROVEN",
        "100,  9, UNSURE",
        "100, 10, PROVEN",
        "100,  5, GOOD",
        " 14, 14, UNSURE"
    })
    void slowIsProven(int n, int slow, Look expected) {
        for (int i = 0; i < n; i++) {
            edge.add(Taken.took(i, i < slow ? 140 : 20, HIT));
        }
        assertThat(edge.over(HOUR, Taken.time(n)).look(Duration.ofMillis(100), 15))
                .isEqualTo(expected);
    }

    @Test
    void nearTheLimitIsNotYetGood() {
        fill(95, HIT);

        assertThat(edge.over(HOUR, Taken.time(100)).look(Duration.ofMillis(100), 15))
                .isEqualTo(Look.UNSURE);
    }

    @Test
    void whatHangsForeverIsAsLongAsForever() {
        fill(Long.MAX_VALUE / 100_000_000, HIT);

        assertThat(edge.over(HOUR, Taken.time(100)).percentile(50)).isGreaterThan(Duration.ofSeconds(29));
    }

    private void fill(long millis, Verdict verdict) {
        for (int i = 0; i < 100; i++) {
            edge.add(Taken.took(i, millis, verdict));
        }
    }
}
