package io.rungwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.exchange.Failure;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GunzipTest {
    private final Gunzip gunzip = new Gunzip();

    @Test
    void membersFollowEachOther() throws BadAnswer {
        assertThat(decoded(Packed.gzip("#EXT") + Packed.gzip("M3U"))).isEqualTo("#EXTM3U");
    }

    @Test
    void everyOptionalHeaderFieldIsSkipped() throws BadAnswer {
        String gzip = Packed.gzip("#EXTM3U");
        char allFlags = 2 | 4 | 8 | 16;
        String header = gzip.substring(0, 3) + allFlags + gzip.substring(4, 10);
        String fields = "\u0003\0abc" + "name\0" + "comment\0" + "hc";

        assertThat(decoded(header + fields + gzip.substring(10))).isEqualTo("#EXTM3U");
    }

    @Test
    void everyCutIsNoticed() {
        String gzip = Packed.gzip("#EXTM3U");
        for (int length = 1; length < gzip.length(); length++) {
            String cut = gzip.substring(0, length);
            assertThatThrownBy(() -> decoded(cut))
                    .isInstanceOfSatisfying(
                            BadAnswer.class, bad -> assertThat(bad.failure()).isEqualTo(Failure.BAD_ENCODING));
        }
    }

    @Test
    void theLimitIsExact() throws BadAnswer {
        byte[] gzip = Packed.bytes(Packed.gzip("x".repeat(100_000)));

        assertThat(gunzip.decode(gzip, 100_000)).hasSize(100_000);
        assertThatThrownBy(() -> gunzip.decode(gzip, 99_999))
                .isInstanceOfSatisfying(
                        BadAnswer.class, bad -> assertThat(bad.failure()).isEqualTo(Failure.TOO_LARGE));
    }

    @Test
    void oneBadBodyDoesNotSpoilTheNext() throws BadAnswer {
        assertThatThrownBy(() -> decoded(Packed.wrongChecksum(Packed.gzip("x"))))
                .isInstanceOf(BadAnswer.class);

        assertThat(decoded(Packed.gzip("#EXTM3U"))).isEqualTo("#EXTM3U");
    }

    private String decoded(String gzip) throws BadAnswer {
        return new String(gunzip.decode(Packed.bytes(gzip), 1 << 20), StandardCharsets.UTF_8);
    }
}
