package io.rungwatch.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.hls.LooksLike;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpaqueTest {
    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "<!DOCTYPE html><html>, HTML",
        "'{\"error\":\"expired\"}', JSON",
        "<?xml version=\"1.0\"?><Error/>, XML",
        "#EXTM3U, HLS",
        "Gateway Timeout, TEXT",
        "G, TEXT",
    })
    void inPlaceOfMedia(String body, LooksLike expected) {
        Opaque look = (Opaque) Media.look(body.getBytes(UTF_8));

        assertThat(look.looksLike()).isEqualTo(expected);
        assertThat(look.maybeEncrypted()).isFalse();
        assertThat(look.beginning()).isEqualTo(body);
    }

    @Test
    void aSegmentEncryptedAsAWhole() {
        for (int seed = 0; seed < 2000; seed++) {
            byte[] cipher = new byte[16 * 300];
            new Random(seed).nextBytes(cipher);
            Look look = Media.look(cipher);
            assertThat(look)
                    .isInstanceOfSatisfying(
                            Opaque.class,
                            opaque -> assertThat(opaque.looksLike()).isEqualTo(LooksLike.BINARY));
            assertThat(((Opaque) look).maybeEncrypted()).isTrue();
        }
    }

    @Test
    void notOfWholeCipherBlocks() {
        byte[] cipher = new byte[16 * 300 + 1];
        new Random(1).nextBytes(cipher);

        assertThat(((Opaque) Media.look(cipher)).maybeEncrypted()).isFalse();
    }

    @Test
    void utf8() {
        assertThat(valid("c3a9 e1baa1 f09f9880")).isTrue();
        for (String broken : new String[] {"c0af", "eda080", "f4908080", "ff", "80", "e1ba", "e0809f"}) {
            assertThat(valid(broken)).as(broken).isFalse();
        }
    }

    private static boolean valid(String hex) {
        Utf8 utf8 = new Utf8();
        for (byte next : Samples.hex(hex)) {
            utf8.add(next);
        }
        return utf8.valid();
    }
}
