package io.rungwatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RatesTest {
    private Instant now = Instant.EPOCH;
    private final Rates rates = new Rates(3, Duration.ofSeconds(30), () -> now);

    @Test
    void soManyAtOnceAndAsManyAgainInThatTime() {
        assertThat(taken("a", 5)).isEqualTo(3);
        now = now.plusSeconds(10);
        assertThat(taken("a", 5)).isEqualTo(1);
        now = now.plusSeconds(3600);
        assertThat(taken("a", 5)).isEqualTo(3);
    }

    @Test
    void whatWasRefusedDoesNotCount() {
        taken("a", 100);
        now = now.plusSeconds(10);
        assertThat(rates.has("a")).isTrue();
        assertThat(taken("a", 1)).isEqualTo(1);
        assertThat(rates.has("a")).isFalse();
    }

    @Test
    void oneAddressDoesNotCountForAnother() {
        taken("a", 5);
        assertThat(taken("b", 5)).isEqualTo(3);
    }

    @Test
    void aClockThatGoesBackLetsNobodyIn() {
        taken("a", 5);
        now = now.minusSeconds(3600);
        assertThat(rates.take("a")).isFalse();
    }

    @Test
    void whoeverInventsAddressesFillsNoMemory() {
        taken("first", 5);
        for (int i = 0; i < 10_000; i++) {
            rates.take("a" + i);
        }
        assertThat(rates.remembered()).isLessThanOrEqualTo(4096);
    }

    private int taken(String address, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) {
            taken += rates.take(address) ? 1 : 0;
        }
        return taken;
    }
}
