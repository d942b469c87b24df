package io.rungwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({"200, 200 ms", "1000, 1 s", "1500, 1.5 s", "12000, 12 s"})
    void timesReadLikeTheConfiguration(long millis, String words) {
        assertThat(Wording.of(Duration.ofMillis(millis))).isEqualTo(words);
    }

    @Test
    void foreignTextIsHarmless() {
        assertThat(Wording.quoted("a\u001b[2Jb\r\nc\u00e9")).isEqualTo("\"a?[2Jb??c?\"");
        assertThat(Wording.quoted("http://user:secret@edge/a@b")).isEqualTo("\"http://…@edge/a@b\"");
        assertThat(Wording.quoted("http://edge/a@b")).isEqualTo("\"http://edge/a@b\"");
        assertThat(Wording.quoted("x".repeat(500))).hasSize(203).endsWith("…\"");
    }
}
