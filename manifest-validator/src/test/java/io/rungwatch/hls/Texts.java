package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Playlists written inside a test. */
final class Texts {
    private Texts() {}

    static MediaPlaylist media(String... lines) {
        return (MediaPlaylist) parse("#EXTM3U\n#EXT-X-TARGETDURATION:6\n" + String.join("\n", lines) + "\n");
    }

    static MultivariantPlaylist multivariant(String... lines) {
        return (MultivariantPlaylist) parse("#EXTM3U\n" + String.join("\n", lines) + "\n");
    }

    static HlsDocument parse(String text) {
        return Hls.parse(text.getBytes(UTF_8));
    }

    static List<ProblemKind> kinds(HlsDocument document) {
        return document.problems().stream().map(Problem::kind).toList();
    }
}
