package io.rungwatch.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever the network cuts a segment, it says the same. */
class PiecesTest {
    static Set<String> names() {
        return Seeds.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void ofAnySize(String name) {
        byte[] segment = Seeds.named(name);
        Look whole = Media.look(segment);

        for (int size : new int[] {1, 7, 187, 188, 189, 4096, 5000}) {
            assertThat(Samples.inPieces(Media.reader(), segment, size))
                    .as("pieces of %s", size)
                    .isEqualTo(whole);
        }
        assertThat(atRandom(segment, new Random(1))).isEqualTo(whole);
    }

    private static Look atRandom(byte[] segment, Random random) {
        MediaReader reader = Media.reader();
        for (int at = 0; at < segment.length; ) {
            int size = Math.min(segment.length - at, 1 + random.nextInt(400));
            reader.add(segment, at, size);
            at += size;
        }
        return reader.look();
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingOfAPieceIsKept(String name) {
        byte[] segment = Seeds.named(name);
        byte[] piece = new byte[100];
        MediaReader reader = Media.reader();
        for (int at = 0; at < segment.length; at += piece.length) {
            int size = Math.min(segment.length - at, piece.length);
            System.arraycopy(segment, at, piece, 0, size);
            reader.add(piece, 0, size);
        }

        assertThat(reader.look()).isEqualTo(Media.look(segment));
    }

    @Test
    void askedTwiceItSaysTheSame() {
        for (Map.Entry<String, byte[]> seed : Seeds.all().entrySet()) {
            MediaReader reader = Media.reader();
            reader.add(seed.getValue(), 0, seed.getValue().length);
            assertThat(reader.look()).as(seed.getKey()).isEqualTo(reader.look());
        }
    }

    @Test
    void eachKindIsKnown() {
        assertThat(Seeds.all().values())
                .extracting(Media::look)
                .hasOnlyElementsOfTypes(
                        TransportStream.class, Fragmented.class, PackedAudio.class, WebVtt.class, Opaque.class);
        assertThat(Media.look(new byte[0])).isInstanceOf(Opaque.class);
    }
}
