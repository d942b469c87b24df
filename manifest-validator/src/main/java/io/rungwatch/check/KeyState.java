package io.rungwatch.check;

import io.rungwatch.hls.InitSection;
import io.rungwatch.hls.Key;
import io.rungwatch.hls.Segment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two sightings of one segment say that it is opened in the same way: by the same keys, behind the same init section. */
public final class KeyState {
    private KeyState() {}

    public static boolean sameKeys(Segment a, Segment b) {
        return sameKeys(a.keys(), b.keys());
    }

    /** Hosts, queries and, where the segments moved, the prefix may differ: what counts is the file. */
    public static boolean sameMap(@Nullable InitSection a, @Nullable InitSection b) {
        return a == null || b == null
                ? Objects.equals(a, b)
                : Objects.equals(a.byteRange(), b.byteRange()) && Identity.sameFile(a.uri(), b.uri());
    }

    private static boolean sameKeys(List<Key> a, List<Key> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; i < a.size() && same; i++) {
            same = same(a.get(i), b.get(i));
        }
        return same;
    }

    private static boolean same(Key a, Key b) {
        return a.method().equals(b.method())
                && a.keyFormat().equals(b.keyFormat())
                && Objects.equals(a.iv(), b.iv())
                && sameUri(a.uri(), b.uri());
    }

    /** Relative, or http; skd: and urn: name a key by the whole of it. */
    private static boolean isLocation(String uri) {
        int colon = uri.indexOf(':');
        int slash = uri.indexOf('/');
        return colon < 0 || slash >= 0 && slash < colon || uri.startsWith("http");
    }

    private static boolean sameUri(@Nullable String a, @Nullable String b) {
        return a != null && b != null && isLocation(a) && isLocation(b)
                ? Identity.sameFile(a, b)
                : Objects.equals(a, b);
    }
}
