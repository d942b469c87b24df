package io.rungwatch.simulator.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpliceTest {
    @Test
    void aSectionSaysItsOwnLengthAndCheckSum() {
        for (String marker : new String[] {Splice.out(77, 1_795_000_000_000L, 30_000), Splice.in(77, 5)}) {
            byte[] section = HexFormat.of().parseHex(marker.substring(2));
            assertThat(section[0]).isEqualTo((byte) 0xFC);
            assertThat(((section[1] & 0x0F) << 8 | (section[2] & 0xFF)) + 3).isEqualTo(section.length);
            // CRC-32/MPEG-2 over a whole section, checksum included, is zero.
            assertThat(Splice.crc(section, section.length)).isZero();
            int command = (section[11] & 0x0F) << 8 | (section[12] & 0xFF);
            assertThat(14 + command + 2 + 4).isEqualTo(section.length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59.999Z",
                "2026-01-01T00:00:00.000Z",
                "2026-11-20T09:46:54.007Z",
                "2100-03-01T00:00:00.010Z",
                "1999-12-31T12:00:00.100Z"
            })
    void datesAreThoseOfTheCalendar(String text) {
        StringBuilder out = new StringBuilder();
        UtcDate.append(out, Instant.parse(text).toEpochMilli());
        assertThat(out.toString()).isEqualTo(text);
    }
}
