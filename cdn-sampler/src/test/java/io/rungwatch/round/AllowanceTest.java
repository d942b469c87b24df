package io.rungwatch.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void withoutALimitNobodyWaits() {
        Allowance allowance = new Allowance(0);

        assertThat(allowance.grants(NOON, 1e12)).isTrue();
        assertThat(allowance.deferred()).isZero();
    }

    @Test
    void whatIsLoadedIsOwedFor() {
        Allowance allowance = new Allowance(8_000_000);

        assertThat(allowance.grants(NOON, 11e6)).as("ten seconds were saved up").isTrue();
        assertThat(allowance.grants(NOON.plusMillis(900), 1)).isFalse();
        assertThat(allowance.grants(NOON.plusMillis(1100), 1)).isTrue();
        assertThat(allowance.deferred()).isEqualTo(1);
    }

    @Test
    void noMoreThanTenSecondsAreSavedUp() {
        Allowance allowance = new Allowance(8_000_000);
        assertThat(allowance.grants(NOON.plusSeconds(3600), 10e6)).isTrue();

        assertThat(allowance.grants(NOON.plusSeconds(3600), 1)).isFalse();
    }

    /** How much a look loads is what its manifest says. */
    @Test
    void noManifestMakesOthersWaitForEver() {
        Allowance allowance = new Allowance(8_000_000);
        assertThat(allowance.grants(NOON, 1e18)).isTrue();

        assertThat(allowance.grants(NOON.plusSeconds(9), 1)).isFalse();
        assertThat(allowance.grants(NOON.plusSeconds(11), 1)).isTrue();
    }

    /** A clock that is set back by an hour must not stop all samples for that hour, nor one that is set ahead save any up. */
    @Test
    void aClockThatIsSetNeitherSavesNorStops() {
        Allowance allowance = new Allowance(8_000_000);
        assertThat(allowance.grants(NOON, 11e6)).isTrue();

        allowance.limit(8_000_000);

        Instant hourBefore = NOON.minusSeconds(3600);
        assertThat(allowance.grants(hourBefore, 1)).as("what is owed stays so").isFalse();
        assertThat(allowance.grants(hourBefore.plusMillis(1100), 1)).isTrue();

        allowance.limit(8_000_000);

        assertThat(allowance.grants(NOON.plusSeconds(3600), 1e6)).isTrue();
        assertThat(allowance.grants(NOON.plusSeconds(3600), 1))
                .as("an hour that never was saves nothing")
                .isFalse();
    }
}
