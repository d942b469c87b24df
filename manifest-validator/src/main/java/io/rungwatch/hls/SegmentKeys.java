package io.rungwatch.hls;

import io.rungwatch.url.BadUrl;
import io.rungwatch.url.CanonicalPath;
import io.rungwatch.url.Url;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says whether segments of two playlists are the same. Nearly always the texts are equal and so are the places of the playlists: then nothing
 * is computed. A path is worked out only where they differ.
 */
public final class SegmentKeys {
    private final Url base;
    private final String directory;
    private final @Nullable Predicate<String> volatilePart;

    /** `base` is the URL that finally answered with the playlist. */
    public SegmentKeys(Url base) {
        this(base, null);
    }

    /** Parts of a path (what stands between two slashes) for which `volatilePart` is true do not count: session ids, tokens. */
    public SegmentKeys(Url base, @Nullable Predicate<String> volatilePart) {
        this.base = base;
        this.directory = base.path().substring(0, base.path().lastIndexOf('/') + 1);
        this.volatilePart = volatilePart;
    }

    public SegmentKey of(Segment segment) {
        ByteRange range = segment.byteRange();
        return new SegmentKey(
                path(segment.uri()),
                range == null ? null : new ByteRange(range.length(), range.offset(), range.offset() >= 0));
    }

    /** Whether `mine`, of this playlist, is the same piece of media as `theirs`, of the other. */
    public boolean same(Segment mine, SegmentKeys other, Segment theirs) {
        return sameBytes(mine.byteRange(), theirs.byteRange()) && samePath(mine.uri(), other, theirs.uri());
    }

    private static boolean sameBytes(@Nullable ByteRange mine, @Nullable ByteRange theirs) {
        return mine == null ? theirs == null : theirs != null && mine.sameBytes(theirs);
    }

    private boolean samePath(String mine, SegmentKeys other, String theirs) {
        boolean equalTexts = mine.equals(theirs) || sameUpToQuery(mine, theirs);
        if (equalTexts && directory.equals(other.directory)) {
            return true;
        }
        return path(mine).equals(other.path(theirs));
    }

    private static boolean sameUpToQuery(String mine, String theirs) {
        int query = mine.indexOf('?');
        return query > 0 && query == theirs.indexOf('?') && mine.regionMatches(0, theirs, 0, query);
    }

    /** Scheme, host, query and fragment dropped. What is no http URL stands for itself. */
    private String path(String uri) {
        try {
            return stable(CanonicalPath.of(base.resolve(uri).path()));
        } catch (BadUrl e) {
            int query = uri.indexOf('?');
            return query < 0 ? uri : uri.substring(0, query);
        }
    }

    private String stable(String path) {
        if (volatilePart == null) {
            return path;
        }
        StringBuilder kept = new StringBuilder(path.length());
        for (int from = 0; from < path.length(); ) {
            int slash = path.indexOf('/', from + 1);
            int to = slash < 0 ? path.length() : slash;
            if (!volatilePart.test(path.substring(from + 1, to))) {
                kept.append(path, from, to);
            }
            from = to;
        }
        return kept.toString();
    }
}
