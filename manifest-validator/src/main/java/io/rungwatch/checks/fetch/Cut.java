package io.rungwatch.checks.fetch;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a playlist ends in the middle of a line. That it ends without a newline proves nothing: many do. */
final class Cut {
    /** So many names of one kind before it, and one that looks otherwise was cut. */
    private static final int CONVINCING = 3;

    private Cut() {}

    /** The last line, where it is not whole; null where nothing shows that it is not. */
    static @Nullable String of(Playlist playlist) {
        if (playlist.source().endsWithNewline()) {
            return null;
        }
        String last = playlist.source().lastLine();
        boolean cut = last.startsWith("#EXT")
                ? unfinished(last)
                : !last.isBlank()
                        && !last.startsWith("#")
                        && playlist instanceof MediaPlaylist media
                        && otherThanAllBefore(media.segments(), last);
        return cut ? last : null;
    }

    private static boolean unfinished(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(1, colon < 0 ? line.length() : colon);
        boolean openQuote = line.chars().filter(c -> c == '"').count() % 2 == 1;
        if (name.equals(Tag.EXTINF.text()) || name.equals(Tag.STREAM_INF.text()) || openQuote) {
            return true;
        }
        boolean begun = false;
        for (Tag tag : Tag.values()) {
            if (tag.text().equals(name)) {
                return false;
            }
            begun |= tag.text().startsWith(name);
        }
        return begun && colon < 0;
    }

    private static boolean otherThanAllBefore(List<Segment> segments, String last) {
        int before = segments.size() - 1;
        if (before < CONVINCING) {
            return false;
        }
        String usual = extension(segments.get(before - 1).uri());
        for (int i = before - CONVINCING; i < before; i++) {
            if (!extension(segments.get(i).uri()).equals(usual)) {
                return false;
            }
        }
        return !usual.isEmpty() && !extension(last).equals(usual) && usual.startsWith(extension(last));
    }

    private static String extension(String uri) {
        int end = uri.indexOf('?');
        String path = end < 0 ? uri : uri.substring(0, end);
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    }
}
