package io.rungwatch.sample;

import static io.rungwatch.cache.Verdict.HIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Verdict;
import io.rungwatch.sample.Counts.Row;
import io.rungwatch.sample.Sample.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {
    private final Window window = Window.ofLayer();

    @ParameterizedTest
    @CsvSource({
        "in its own slot,                      9.999, 1",
        "at the end of its last slot,        299.999, 1",
        "five minutes after its slot began,      300, 0",
        "an hour later,                         3600, 0",
        "before it was taken: the clock is off,   -1, 0"
    })
    void aSampleIsInTheFastWindowFor(String situation, double now, int expected) {
        window.add(Taken.at(0));

        assertThat(window.counts(Reach.FAST, Taken.time(now)).samples())
                .as(situation)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3599.999, 1", "3600, 0"})
    void aSampleIsInTheSlowWindowFor(double now, int expected) {
        window.add(Taken.at(0));

        assertThat(window.counts(Reach.SLOW, Taken.time(now)).samples()).isEqualTo(expected);
    }

    @Test
    void lateSamplesFindTheirPlace() {
        window.add(Taken.at(100));
        window.add(Taken.at(0));

        assertThat(window.counts(Reach.FAST, Taken.time(299)).samples()).isEqualTo(2);
        assertThat(window.counts(Reach.FAST, Taken.time(300)).samples()).isEqualTo(1);
    }

    @Test
    void aClockThatJumpsAheadAndBackLeavesNothingToComeRoundAgain() {
        window.add(Taken.at(0));
        window.add(Taken.at(86_400));
        window.add(Taken.at(10));

        assertThat(window.counts(Reach.SLOW, Taken.time(10)).samples()).isEqualTo(1);
        assertThat(window.counts(Reach.SLOW, Taken.time(86_400)).samples()).isZero();
    }

    @Test
    void threeHundredAreEnoughButNeverLessThanTheFastWindow() {
        for (int i = 0; i < 3600; i++) {
            window.add(Taken.at(i));
            window.add(Taken.at(i));
        }
        assertThat(window.counts(Reach.FAST, Taken.time(3599)).samples()).isEqualTo(600);
        assertThat(window.counts(Reach.SLOW, Taken.time(3599)).samples()).isEqualTo(600);
        assertThat(window.counts(new Reach(Duration.ofHours(1), Duration.ZERO, 300, Counts::samples), Taken.time(3599))
                        .samples())
                .isEqualTo(300);
    }

    @Test
    void aChannelIsJudgedByItsLastSixtyOfADay() {
        Window channel = Window.ofChannel();
        for (int hour = 0; hour < 48; hour++) {
            channel.add(Taken.at(hour * 3600));
        }
        assertThat(channel.counts(Reach.CHANNEL, Taken.time(47 * 3600)).samples())
                .isEqualTo(24);
        for (int i = 0; i < 120; i++) {
            channel.add(Taken.at(48 * 3600 + i * 60));
        }
        assertThat(channel.counts(Reach.CHANNEL, Taken.time(48 * 3600 + 7199)).samples())
                .isEqualTo(60);
    }

    /** A turn each half minute: one compares, the next touches once and, a second later, twice. Of what counts for that there are sixty at last. */
    @Test
    void sixtyFirstTouchesAreEnoughHoweverManyElseThereAre() {
        Window channel = Window.ofChannel();
        for (int second = 0; second < 3 * 3600; second += 60) {
            channel.add(Taken.at(second, Touch.COMPARE, true, HIT));
            channel.add(Taken.at(second + 30, Touch.FIRST, true, HIT));
            channel.add(Taken.at(second + 31, Touch.SECOND, true, HIT));
        }

        Counts touches = channel.counts(Reach.FIRST_TOUCHES, Taken.time(3 * 3600 - 1));
        assertThat(touches.count(Row.FIRST_TOUCH, HIT)).isEqualTo(60);
        assertThat(channel.counts(Reach.CHANNEL, Taken.time(3 * 3600 - 1)).count(Row.FIRST_TOUCH, HIT))
                .isEqualTo(20);
    }

    /** Samples in random order within two minutes, gaps, leaps of the clock both ways: as counting them all again would count. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsAsANaiveRecountDoes(long seed) {
        Random random = new Random(seed);
        List<Sample> all = new ArrayList<>();
        double now = 0;
        for (int i = 0; i < 3_000; i++) {
            now += leap(random);
            Sample sample = sample(random, now - random.nextDouble(110));
            if (all.stream().anyMatch(other -> sample.at().isBefore(other.at().minus(Ring.LATE)))) {
                all.clear();
            }
            all.add(sample);
            window.add(sample);
            if (i % 10 == 0) {
                compare(all, Reach.FAST, Taken.time(now));
                compare(all, Reach.over(Duration.ofHours(1)), Taken.time(now));
            }
        }
    }

    private static double leap(Random random) {
        return switch (random.nextInt(200)) {
            case 0 -> 4_000;
            case 1 -> -5_000;
            case 2 -> 290;
            default -> random.nextDouble(4);
        };
    }

    private static Sample sample(Random random, double second) {
        Sample sample = random.nextBoolean()
                ? Taken.at(second, any(random, Touch.values()), random.nextBoolean(), any(random, Verdict.values()))
                : Taken.ended(second, any(random, Outcome.values()));
        return random.nextInt(10) == 0 ? Taken.spoiled(sample) : sample;
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private void compare(List<Sample> all, Reach reach, Instant now) {
        long last = slot(now);
        List<Sample> in = all.stream()
                .filter(sample -> slot(sample.at()) <= last
                        && slot(sample.at()) > last - reach.longest().toSeconds() / 10)
                .toList();
        List<Sample> fair = in.stream().filter(sample -> !sample.spoiled()).toList();
        Counts counts = window.counts(reach, now);
        assertThat(counts.spoiled()).isEqualTo(new Proportion(in.size() - fair.size(), in.size()));
        for (Outcome outcome : Outcome.values()) {
            assertThat((long) counts.count(outcome))
                    .isEqualTo(fair.stream()
                            .filter(sample -> sample.outcome() == outcome)
                            .count());
        }
        for (Verdict verdict : Verdict.values()) {
            assertThat((long) counts.count(Row.FIRST_TOUCH, verdict))
                    .isEqualTo(count(fair, verdict, EnumSet.of(Touch.FIRST), true));
            assertThat((long) counts.count(Row.SECOND_TOUCH, verdict))
                    .isEqualTo(count(fair, verdict, EnumSet.of(Touch.SECOND), true));
            assertThat((long) counts.count(Row.LIVE_EDGE, verdict))
                    .isEqualTo(count(fair, verdict, EnumSet.of(Touch.FIRST, Touch.SECOND), false));
        }
    }

    private static long slot(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 10L);
    }

    private static long count(List<Sample> fair, Verdict verdict, EnumSet<Touch> touches, boolean settled) {
        return fair.stream()
                .filter(sample -> sample.outcome() == Outcome.GOOD && sample.verdict() == verdict)
                .filter(sample -> touches.contains(sample.touch()) && sample.settled() == settled)
                .count();
    }

    @Test
    void aStoredErrorIsNoHit() {
        window.add(Taken.ended(0, Outcome.CLIENT_ERROR));

        assertThat(window.counts(Reach.FAST, Taken.NOON).count(Row.FIRST_TOUCH, HIT))
                .isZero();
    }
}
