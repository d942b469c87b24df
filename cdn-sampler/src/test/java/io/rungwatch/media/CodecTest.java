package io.rungwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodecTest {
    @Test
    void asManifestsWriteThem() {
        assertThat(new Codec.Avc("avc1", 100, 0, 40).text()).isEqualTo("avc1.640028");
        assertThat(new Codec.Avc("avc3", 66, 0xc0, 30).text()).isEqualTo("avc3.42c01e");
        assertThat(new Codec.Aac(2).text()).isEqualTo("mp4a.40.2");
        assertThat(new Codec.Named("ac-3").text()).isEqualTo("ac-3");
    }

    @Test
    void hevcLeavesOutTheConstraintsBehindTheLast() {
        assertThat(hevc(0, false, 2, 0x2000_0000, 0xb000_0000_0000L, 153).text())
                .isEqualTo("hvc1.2.4.L153.B0");
        assertThat(hevc(1, true, 1, 0x6000_0000, 0, 93).text()).isEqualTo("hvc1.A1.6.H93");
        assertThat(hevc(0, false, 4, 0x0800_0000, 0x9008_0000_0001L, 120).text())
                .isEqualTo("hvc1.4.10.L120.90.8.0.0.0.1");
    }

    private static Codec hevc(int space, boolean high, int profile, int compatibility, long constraints, int level) {
        return new Codec.Hevc("hvc1", space, high, profile, compatibility, constraints, level);
    }
}
