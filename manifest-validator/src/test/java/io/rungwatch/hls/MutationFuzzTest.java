package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoils each real-looking playlist a few hundred times, always in the same ways: nothing is thrown, nothing grows without bound. */
class MutationFuzzTest {
    private static final int ROUNDS = 400;
    /** Bytes as Latin-1. */
    private static final List<String> POISON = List.of(
            "\0",
            "\r",
            "\n",
            "\"",
            ",",
            "=",
            ":",
            "#",
            "@",
            "{$a}",
            "\u00ff",
            "\u00c0\u0080",
            "\u00ef\u00bb\u00bf",
            "18446744073709551616",
            "-1",
            "1e309",
            "#EXT-X-DISCONTINUITY\n",
            "#EXT-X-STREAM-INF:BANDWIDTH=1\n",
            "#EXTINF:1,\n",
            "#EXT-X-MEDIA-SEQUENCE:18446744073709551615\n",
            "#EXT-X-KEY:METHOD=NONE\n",
            "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"{$a}\"\n",
            "#EXT-X-SKIP:SKIPPED-SEGMENTS=9223372036854775807\n");

    static List<Path> habits() {
        return Cases.all("habits");
    }

    @ParameterizedTest
    @MethodSource("habits")
    void neverThrowsAndNeverGrows(Path file) {
        byte[] original = Cases.bytes(file);
        Random random = new Random(Cases.name(file).hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = original;
            for (int i = random.nextInt(4); i >= 0; i--) {
                body = mutated(body, original, random);
            }
            check(Hls.parse(body), body);
        }
    }

    private static byte[] mutated(byte[] body, byte[] other, Random random) {
        int at = random.nextInt(body.length + 1);
        int to = Math.min(body.length, at + random.nextInt(30));
        return switch (random.nextInt(6)) {
            case 0 -> joined(body, at, POISON.get(random.nextInt(POISON.size())).getBytes(ISO_8859_1), at);
            case 1 -> joined(body, at, new byte[0], to);
            case 2 -> Arrays.copyOf(body, at);
            case 3 -> joined(body, at, new byte[] {(byte) random.nextInt(256)}, Math.min(body.length, at + 1));
            case 4 -> joined(body, at, Arrays.copyOfRange(body, at, to), at);
            default -> joined(body, at, Arrays.copyOfRange(other, other.length / 2, other.length), to);
        };
    }

    private static byte[] joined(byte[] body, int headEnd, byte[] middle, int tailStart) {
        byte[] joined = Arrays.copyOf(body, headEnd + middle.length + body.length - tailStart);
        System.arraycopy(middle, 0, joined, headEnd, middle.length);
        System.arraycopy(body, tailStart, joined, headEnd + middle.length, body.length - tailStart);
        return joined;
    }

    private static void check(HlsDocument document, byte[] body) {
        assertThat(document.problems()).hasSizeLessThanOrEqualTo(ProblemKind.values().length * Problems.KEPT_PER_KIND);
        int lines = document instanceof Playlist playlist
                ? playlist.source().lines().size()
                : 0;
        for (Problem problem : document.problems()) {
            assertThat(problem.line()).isBetween(1, Math.max(1, lines));
            assertThat(problem.column()).isPositive();
            assertThat(problem.text().length()).isLessThan(800);
        }
        if (document instanceof MediaPlaylist media) {
            check(media, body);
        } else if (document instanceof MultivariantPlaylist multivariant) {
            assertThat(multivariant.variants().size()).isLessThanOrEqualTo(lines);
        }
    }

    private static void check(MediaPlaylist media, byte[] body) {
        assertThat(media.segments().size()).isLessThanOrEqualTo(body.length);
        assertThat(media.window()).isNotNegative();
        long number = media.firstListedNumber();
        for (Segment segment : media.segments()) {
            assertThat(segment.number()).isEqualTo(number++);
            assertThat(segment.duration()).isBetween(0L, Numbers.DAY * Numbers.SECOND);
            assertThat(media.segment(segment.number())).isSameAs(segment);
        }
        assertThat(number).isEqualTo(media.endNumber());
    }
}
