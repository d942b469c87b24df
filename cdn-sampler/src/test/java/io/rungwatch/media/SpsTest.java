package io.rungwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameter sets as x264 and x265 write them; what they mean, ffprobe says as well. */
class SpsTest {
    private static final String HEVC_MAIN10 =
            "42010102200000030090000003000003007ba003c08010e4d96566924e5780b50910090400000fa40003a98020";

    @ParameterizedTest
    @CsvSource({
        "674d4028f403c0227ef01100000303e90000ea601f162ea0,       avc1.4d4028, 1920, 1080, true,  29.97",
        "677a002ab6cb403c0113f13808800000030080000032078c1950,   avc1.7a002a, 1920, 1080, false, 50",
        "6742c01eda0360f79bc044000003000400000300c03c58ba80,     avc1.42c01e, 854,  480,  false, 24",
    })
    void avc(String nal, String codec, int width, int height, boolean interlaced, double rate) {
        byte[] unit = Samples.hex(nal);
        Sps sps = AvcSps.read(unit, 1, unit.length, "avc1").orElseThrow();
        Picture picture = sps.picture().orElseThrow();

        assertThat(sps.codec().text()).isEqualTo(codec);
        assertThat(picture)
                .extracting(Picture::width, Picture::height, Picture::interlaced)
                .containsExactly(width, height, interlaced);
        assertThat(Math.round(picture.rate().orElseThrow().perSecond() * 100)).isEqualTo(Math.round(rate * 100));
    }

    @Test
    void hevcWithScalingListsAndManyReferences() {
        byte[] unit = Samples.hex(HEVC_MAIN10);
        Sps sps = HevcSps.read(unit, 2, unit.length, "hvc1").orElseThrow();

        assertThat(sps.codec().text()).isEqualTo("hvc1.2.4.L123.90");
        assertThat(sps.picture()).contains(new Picture(1920, 1080, false, Picture.Rate.of(60_000, 1001)));
    }

    @Test
    void cutAnywhereItNeverThrows() {
        byte[] hevc = Samples.hex(HEVC_MAIN10);
        byte[] avc = Samples.hex("674d4028f403c0227ef01100000303e90000ea601f162ea0");
        for (int length = 2; length < hevc.length; length++) {
            assertThat(HevcSps.read(hevc, 2, length, "hvc1").isPresent()).isEqualTo(length >= 18);
        }
        for (int length = 1; length < avc.length; length++) {
            assertThat(AvcSps.read(avc, 1, length, "avc1").isPresent()).isEqualTo(length >= 4);
        }
    }

    @Test
    void expGolomb() {
        NalBits bits = new NalBits(Samples.hex("a6 42 98 e2 04 8a"));
        int[] values = new int[9];
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.golomb();
        }

        assertThat(values).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void signedExpGolomb() {
        NalBits bits = new NalBits(Samples.hex("a6 42 98 e2 04 8a"));
        int[] values = new int[5];
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.signedGolomb();
        }

        assertThat(values).containsExactly(0, 1, -1, 2, -2);
    }
}
