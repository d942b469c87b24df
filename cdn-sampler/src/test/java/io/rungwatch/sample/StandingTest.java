package io.rungwatch.sample;

import static io.rungwatch.sample.Standing.SLOW_HOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    /** Each look is `minute:look`; P proven, G good, U unsure. R raised after it, C clear. */
    @ParameterizedTest
    @CsvSource({
        "unsure does not raise,             0:U 1:U,               CC",
        "proven raises,                     0:P,                   R",
        "unsure holds,                      0:P 60:U,              RR",
        "good for a quarter of an hour,     0:P 1:G 15:G 16:G,     RRRC",
        "good with a break begins anew,     0:P 1:G 9:U 10:G 24:G 25:G, RRRRRC",
        "relapse begins anew,               0:P 1:G 9:P 10:G 24:G 25:G, RRRRRC",
        "a clock set back begins anew,      0:P 60:G 10:G 24:G 25:G,    RRRRC",
        "clear stays clear,                 0:G 1:U 2:G,           CCC"
    })
    void looks(String situation, String looks, String expected) {
        Standing standing = Standing.CLEAR;
        StringBuilder seen = new StringBuilder();
        for (String look : looks.split(" ", -1)) {
            String[] parts = look.split(":", 2);
            standing = standing.next(look(parts[1]), Taken.time(60 * Integer.parseInt(parts[0])), SLOW_HOLD);
            seen.append(standing.raised() ? 'R' : 'C');
        }
        assertThat(seen).as(situation).hasToString(expected);
    }

    private static Look look(String letter) {
        return switch (letter) {
            case "P" -> Look.PROVEN;
            case "G" -> Look.GOOD;
            default -> Look.UNSURE;
        };
    }

    /** A cache that is exactly as good as it must be, 10,000 samples one each ten seconds, judged by the last 300 each time. */
    @Test
    void doesNotFlapAtTheThreshold() {
        Limit limit = Limit.floor(0.85, 30);
        Random random = new Random(7);
        Deque<Boolean> last = new ArrayDeque<>();
        Standing standing = Standing.CLEAR;
        int raises = 0;
        int bareRaises = 0;
        boolean below = false;
        for (int i = 0; i < 10_000; i++) {
            last.addLast(random.nextDouble() < 0.85);
            if (last.size() > 300) {
                last.removeFirst();
            }
            Proportion seen = new Proportion(last.stream().filter(hit -> hit).count(), last.size());
            Standing next = standing.next(limit.look(seen), Taken.time(10 * i), SLOW_HOLD);
            raises += next.raised() && !standing.raised() ? 1 : 0;
            standing = next;
            boolean now = last.size() >= 30 && seen.share() < 0.85;
            bareRaises += now && !below ? 1 : 0;
            below = now;
        }
        assertThat(bareRaises).as("raises by the bare share").isGreaterThan(50);
        assertThat(raises).as("raises in 28 hours at the threshold").isLessThanOrEqualTo(4);
    }

    @Test
    void twoFastWindowsAreShorterThanAQuarter() {
        assertThat(Standing.FAST_HOLD).isEqualTo(Reach.FAST.longest().multipliedBy(2));
        assertThat(Standing.FAST_HOLD).isLessThan(Duration.ofMinutes(15));
    }
}
