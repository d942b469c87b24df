package io.rungwatch.check;

import io.rungwatch.hls.Segment;
import java.util.List;
import java.util.Objects;

/**
 * Whether two entries under one number are the same segment: same path, whatever the host, the query and the token in it. When a whole
 * window moved to another prefix (another CDN, a new token in the path), the segments are still the same.
 */
final class Identity {
    private Identity() {}

    static boolean same(Segment a, Segment b) {
        return Objects.equals(a.byteRange(), b.byteRange()) && samePath(a.uri(), b.uri());
    }

    /** The same last part of the path: what stays of an address that moved to another prefix. */
    static boolean sameFile(String a, String b) {
        return a.equals(b) || file(a).equals(file(b));
    }

    private static String file(String uri) {
        String path = path(uri);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static int count(List<Segment> before, List<Segment> now) {
        int same = 0;
        for (int i = 0; i < now.size(); i++) {
            same += same(before.get(i), now.get(i)) ? 1 : 0;
        }
        return same == 0 && rebased(before, now) ? now.size() : same;
    }

    private static boolean samePath(String a, String b) {
        return a.equals(b) || path(a).equals(path(b));
    }

    /** Every path differs, and by nothing but one and the same prefix. */
    private static boolean rebased(List<Segment> before, List<Segment> now) {
        if (now.isEmpty()) {
            return false;
        }
        String a = path(before.getFirst().uri());
        String b = path(now.getFirst().uri());
        int common = commonEnd(a, b);
        String oldPrefix = a.substring(0, a.length() - common);
        String newPrefix = b.substring(0, b.length() - common);
        for (int i = 0; i < now.size(); i++) {
            String old = path(before.get(i).uri());
            String current = path(now.get(i).uri());
            boolean moved = old.startsWith(oldPrefix)
                    && current.startsWith(newPrefix)
                    && old.substring(oldPrefix.length()).equals(current.substring(newPrefix.length()))
                    && Objects.equals(before.get(i).byteRange(), now.get(i).byteRange());
            if (!moved) {
                return false;
            }
        }
        return common > 0;
    }

    /** Length of the common end, cut to whole path parts: at least the file name must be equal. */
    private static int commonEnd(String a, String b) {
        int common = 0;
        while (common < a.length()
                && common < b.length()
                && a.charAt(a.length() - 1 - common) == b.charAt(b.length() - 1 - common)) {
            common++;
        }
        int slash = a.indexOf('/', a.length() - common);
        return common == a.length() ? common : slash < 0 ? 0 : a.length() - slash - 1;
    }

    private static String path(String uri) {
        int from = 0;
        int scheme = uri.indexOf("://");
        if (scheme > 0) {
            int slash = uri.indexOf('/', scheme + 3);
            from = slash < 0 ? uri.length() : slash;
        }
        int to = uri.length();
        for (int i = from; i < uri.length(); i++) {
            if (uri.charAt(i) == '?' || uri.charAt(i) == '#') {
                to = i;
                break;
            }
        }
        return uri.substring(from, to);
    }
}
