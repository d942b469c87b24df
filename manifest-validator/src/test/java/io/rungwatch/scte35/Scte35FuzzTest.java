package io.rungwatch.scte35;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spoils good sections, with and without a checksum that fits again, always in the same ways: nothing is thrown, nothing grows. */
class Scte35FuzzTest {
    private static final int ROUNDS = 40_000;
    private static final List<byte[]> GOOD = List.of(
            Sections.section(SpliceInfo.NULL, new byte[0]),
            Sections.section(SpliceInfo.INSERT, Sections.insert(7, true, 2_700_000)),
            Sections.section(
                    false, SpliceInfo.INSERT, 0xfff, Sections.insert(7, true, 90), Sections.segmentation(8, 0x30, 5)),
            Sections.section(
                    SpliceInfo.TIME_SIGNAL,
                    Sections.fields().put(7, 0x7f).put(33, 77).bytes(),
                    Sections.joined(Sections.segmentation(8, 0x30, 5), Sections.segmentation(8, 0x31, 5))));

    @Test
    void neverThrowsAndNeverGrows() {
        Random random = new Random(35);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = GOOD.get(random.nextInt(GOOD.size())).clone();
            for (int i = random.nextInt(5); i >= 0; i--) {
                bytes = mutated(bytes, random);
            }
            if (random.nextInt(4) > 0) {
                repair(bytes);
            }
            Splice splice = Scte35.read(bytes);
            if (splice instanceof SpliceInfo info) {
                assertThat(info.segmentations()).hasSizeLessThanOrEqualTo(64);
                assertThat(info.time().orElse(0)).isBetween(0L, (1L << 33) - 1);
                read++;
            }
            assertThat(Scte35.read("0x" + HexFormat.of().formatHex(bytes))).isNotNull();
        }
        assertThat(read).as("spoilt, and still to be read").isGreaterThan(ROUNDS / 10);
    }

    @Test
    void anyTextHasAnAnswer() {
        Random random = new Random(53);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "0x" : "/D");
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append((char) (random.nextInt(20) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
            }
            assertThat(Scte35.read(text.toString())).isNotNull();
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, Math.max(1, at));
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(40));
            default -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
        };
    }

    /** Length and checksum made to fit, so that what is inside is reached. */
    private static void repair(byte[] bytes) {
        if (bytes.length < 8) {
            return;
        }
        bytes[0] = (byte) 0xfc;
        bytes[1] = (byte) (0x30 | (bytes.length - 3) >> 8);
        bytes[2] = (byte) (bytes.length - 3);
        long crc = Sections.checksum(Arrays.copyOf(bytes, bytes.length - 4));
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 4 + i] = (byte) (crc >> (24 - 8 * i));
        }
    }
}
