package io.rungwatch.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.checks.round.Given;
import io.rungwatch.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose doing the time is that one waits for a segment. */
class SampleRoundTest {
    private static final long MILLI = 1_000_000;

    private static long own(Given... layers) {
        SampleRound round =
                new SampleRound(List.of(layers).stream().map(Given::taken).toList()).sharingTimes();
        return round.layers().getLast().sample().own();
    }

    private static Given miss(String layer) {
        return Given.at(layer).header("X-Cache", "MISS from " + layer);
    }

    @Test
    void ofAMissWhatTheOriginTakesIsNotTheCaches() {
        assertThat(own(Given.at("origin").firstByte(450), miss("midcache").firstByte(460)))
                .isEqualTo(10 * MILLI);
    }

    @Test
    void whatIsMoreIsItsOwn() {
        assertThat(own(Given.at("origin").firstByte(40), miss("midcache").firstByte(900)))
                .isEqualTo(860 * MILLI);
    }

    @Test
    void whatItHasItGivesByItself() {
        Given hit = Given.at("midcache").header("X-Cache", "HIT from midcache").firstByte(400);

        assertThat(own(Given.at("origin").firstByte(300), hit)).isEqualTo(400 * MILLI);
    }

    @Test
    void nobodyKnowsWhereTheOneAboveIsACacheToo() {
        Given midcache = Given.at("midcache").header("X-Cache", "HIT from midcache");

        assertThat(own(Given.at("origin").firstByte(450), midcache, miss("edge").firstByte(460)))
                .isEqualTo(Sample.NOBODY_KNOWS);
    }

    @Test
    void norWhereTheOneAboveDidNotGiveIt() {
        assertThat(own(Given.at("origin").status(503), miss("midcache").firstByte(460)))
                .isEqualTo(Sample.NOBODY_KNOWS);
        assertThat(own(miss("midcache").firstByte(460))).isEqualTo(Sample.NOBODY_KNOWS);
    }
}
