package io.rungwatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class MemoryTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "32, 0, false",
        "33, 0, true",
        "300, 300, false",
        "407, 300, false",
        "408, 300, true",
        "100, 300, false",
    })
    void looksThroughTheHeapWhenItHasGrownByAQuarter(long used, long alive, boolean grown) {
        assertThat(Memory.grown(used << 20, alive << 20)).isEqualTo(grown);
    }
}
