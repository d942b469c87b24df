package io.rungwatch.round;

import static io.rungwatch.checks.round.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Pops;
import io.rungwatch.checks.round.Given;
import io.rungwatch.exchange.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** What is remembered of answers that nobody asked about. */
class HabitsTest {
    private Habits habits = Habits.of(Pops.ANY);

    private static Given edge() {
        return Given.at("edge").header("Content-Length", "3000000");
    }

    private Habits after(Given given) {
        habits = habits.and(given.taken());
        return habits;
    }

    private static Given input(int active, Duration listedFor) {
        return edge().header("X-Amzn-Mediapackage-Active-Input", Integer.toString(active))
                .listedFor(listedFor);
    }

    @Test
    void tenPopsAreRemembered() {
        after(edge().header("CF-Ray", "1-FRA"));
        for (int i = 0; i < 10; i++) {
            after(edge().header("CF-Ray", "1-SGN"));
        }
        after(edge());

        assertThat(habits.pops()).isEqualTo(Collections.nCopies(10, "SGN"));
    }

    @Test
    void oneAnswerThatLeavesTheConnectionOpenIsEnough() {
        for (int i = 0; i < 25; i++) {
            after(edge().header("Connection", "close"));
        }
        assertThat(habits.closed()).isEqualTo(Habits.ANSWERS);
        assertThat(after(edge()).closed()).isZero();
        assertThat(after(Given.at("edge")).closed())
                .as("a body without a length ends with its connection")
                .isOne();
        assertThat(after(edge().failed(Failure.RESET)).closed()).as("no answer").isOne();
        assertThat(habits.answers()).isEqualTo(Habits.ANSWERS);
    }

    @Test
    void onlyANewerSegmentTellsOfAnotherInput() {
        after(input(1, Duration.ofSeconds(30)));
        after(input(2, Duration.ofSeconds(10)));
        after(input(1, Duration.ofSeconds(24)));
        after(input(2, Duration.ofSeconds(4)));

        assertThat(habits.inputs().active()).hasValue(2);
        assertThat(habits.inputs().switched()).containsExactly(NOW.minusSeconds(10));
    }

    @Test
    void aChangeIsForgottenAfterAnHour() {
        after(input(1, Duration.ofSeconds(30)));
        after(input(2, Duration.ofSeconds(10)));
        Instant changed = NOW.minusSeconds(10);

        assertThat(habits.at(changed.plusSeconds(3599)).inputs().switched()).hasSize(1);
        assertThat(habits.at(changed.plusSeconds(3600)).inputs().switched()).isEmpty();
    }
}
