package io.rungwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NameServiceTest {
    private long now = -5;
    private final NameService names = new NameService(() -> now);

    @Test
    void oneNameMayBeItsZonesFault() {
        names.silent("cdn-a", "timeout");
        now += TimeUnit.MINUTES.toNanos(1);
        names.silent("cdn-a", "timeout");

        assertThat(names.isGone()).isFalse();
        assertThat(names.trouble()).isEmpty();
    }

    @Test
    void severalNamesAreTheProbesAndToldWhenItLasts() {
        names.silent("cdn-a", "timeout");
        names.silent("cdn-b", "timeout");
        assertThat(names.isGone()).isTrue();
        assertThat(names.trouble()).as("a lost packet or two").isEmpty();

        now += TimeUnit.SECONDS.toNanos(16);
        names.silent("cdn-b", "SERVFAIL");

        assertThat(names.trouble().orElseThrow()).startsWith("none of 2 names gets an answer: ");
    }

    @Test
    void anyAnswerShowsThatItWorks() {
        names.silent("cdn-a", "timeout");
        names.silent("cdn-b", "timeout");

        names.answered();

        assertThat(names.isGone()).isFalse();
    }

    @Test
    void namesThatNobodyLooksUpAnyMoreAreForgotten() {
        names.silent("cdn-a", "timeout");
        names.silent("cdn-b", "timeout");
        now += TimeUnit.MINUTES.toNanos(6);
        names.silent("cdn-b", "timeout");

        assertThat(names.isGone()).isFalse();
    }
}
