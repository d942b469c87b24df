package io.rungwatch.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.duty.Message;
import io.rungwatch.notify.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What waits for whom. */
class BacklogTest {
    private static final Message MESSAGE = Messages.raised();

    private final Backlog backlog = new Backlog(3, Map.of("a", 0L, "b", 0L));

    private void release(String to, long... numbers) {
        backlog.release(LongStream.of(numbers)
                .mapToObj(number -> new Entry(number, MESSAGE, List.of(to.split(",", -1))))
                .toList());
    }

    private void take(String receiver) {
        assertThat(backlog.done(receiver, Objects.requireNonNull(backlog.first(receiver))))
                .isTrue();
    }

    private String first(String receiver) {
        Entry first = backlog.first(receiver);
        return first == null ? "none" : String.valueOf(first.number());
    }

    @Test
    void eachIsAtItsOwnPace() {
        release("a,b", 1, 2);
        release("b", 3);
        take("a");
        take("a");

        assertThat(first("a")).isEqualTo("none");
        assertThat(first("b")).isEqualTo("1");
        assertThat(backlog.delivered()).as("b has nothing").isZero();
        take("b");
        assertThat(backlog.delivered()).isEqualTo(1);
        take("b");
        take("b");
        assertThat(backlog.delivered())
                .as("what is for others is no matter of b")
                .isEqualTo(3);
    }

    /** A disk that hung and answers after all releases what was told without it. */
    @Test
    void whatComesTwiceWaitsOnce() {
        release("a,b", 1, 2);
        take("a");
        release("a,b", 1, 2, 3);

        assertThat(backlog.waiting("a")).isEqualTo(2);
        assertThat(first("a")).isEqualTo("2");
        assertThat(backlog.waiting("b")).isEqualTo(3);
    }

    @Test
    void oneThatIsDeadCostsTheOthersNothing() {
        for (long number = 1; number <= 10; number++) {
            release("a,b", number);
            take("b");
        }

        assertThat(backlog.waiting("a")).isEqualTo(3);
        assertThat(first("a")).as("the oldest go").isEqualTo("8");
        assertThat(backlog.lost("a")).isEqualTo(7);
        assertThat(backlog.lost("b")).isZero();
        assertThat(backlog.delivered())
                .as("what was let go need not be kept on disk")
                .isEqualTo(7);
    }

    /** It was already being brought when it was let go. */
    @Test
    void whatArrivesAlthoughItWasLetGoIsDone() {
        release("a", 1);
        Entry underWay = Objects.requireNonNull(backlog.first("a"));
        release("a", 2, 3, 4, 5);

        assertThat(backlog.done("a", underWay)).isTrue();
        assertThat(first("a")).isEqualTo("3");
    }

    @Test
    void whoIsNewBeginsWithWhatComes() {
        release("a,c", 1);
        assertThat(backlog.add("c", 1)).isTrue();
        release("c", 2);

        assertThat(first("c")).isEqualTo("2");
        assertThat(backlog.add("c", 2)).as("it is there already").isFalse();
        backlog.forget("c");
        assertThat(first("c")).isEqualTo("none");
        assertThat(backlog.done("c", new Entry(2, MESSAGE, List.of("c")))).isFalse();
    }
}
