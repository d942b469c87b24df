package io.rungwatch.hls;

import static org.assertj.core.api.Assertions.assertThat;

/** Any bytes as a playlist: what is read lies within the bytes, and says where. */
public final class HlsFuzz {
    private HlsFuzz() {}

    public static void fuzzerTestOneInput(byte[] body) {
        HlsDocument document = Hls.parse(body);
        assertThat(document.problems()).hasSizeLessThanOrEqualTo(ProblemKind.values().length * Problems.KEPT_PER_KIND);
        int lines = document instanceof Playlist playlist
                ? playlist.source().lines().size()
                : 0;
        for (Problem problem : document.problems()) {
            boolean sound = problem.line() > 0
                    && problem.line() <= Math.max(1, lines)
                    && problem.column() > 0
                    && problem.text().length() < 800;
            if (!sound) {
                throw new AssertionError(problem);
            }
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
            boolean sound = segment.number() == number++
                    && segment.duration() >= 0
                    && segment.duration() <= Numbers.DAY * Numbers.SECOND
                    && segment.equals(media.segment(segment.number()));
            if (!sound) {
                throw new AssertionError(segment);
            }
        }
        assertThat(number).isEqualTo(media.endNumber());
    }
}
