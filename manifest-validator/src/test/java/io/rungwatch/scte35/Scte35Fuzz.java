package io.rungwatch.scte35;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Any bytes as splice information: as they are, as text, and with a length and a checksum that fit, so that what is inside is reached. */
public final class Scte35Fuzz {
    private Scte35Fuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, ISO_8859_1);
        check(Scte35.read(text));
        check(Scte35.read(data));
        byte[] decoded = PayloadText.bytes(text);
        byte[] section = decoded == null ? data.clone() : decoded;
        if (section.length >= 8 && section.length < 4096) {
            repair(section);
            check(Scte35.read(section));
        }
    }

    private static void check(Splice splice) {
        if (splice instanceof SpliceInfo info) {
            assertThat(info.segmentations()).hasSizeLessThanOrEqualTo(64);
            assertThat(info.time().orElse(0)).isBetween(0L, (1L << 33) - 1);
        } else {
            assertThat(((Unreadable) splice).detail()).hasSizeLessThan(200);
        }
    }

    private static void repair(byte[] bytes) {
        bytes[0] = (byte) 0xfc;
        bytes[1] = (byte) (0x30 | (bytes.length - 3) >> 8);
        bytes[2] = (byte) (bytes.length - 3);
        long crc = Sections.checksum(Arrays.copyOf(bytes, bytes.length - 4));
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 4 + i] = (byte) (crc >> (24 - 8 * i));
        }
    }
}
