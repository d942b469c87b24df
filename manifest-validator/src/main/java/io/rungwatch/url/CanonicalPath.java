package io.rungwatch.url;

/** One spelling for each path, so that equal paths are equal strings: RFC 3986, 6.2.2. */
public final class CanonicalPath {
    private CanonicalPath() {}

    /** Unreserved characters decoded, all other escapes in upper case, dot segments removed. */
    public static String of(String path) {
        String encoded = Escapes.encode(path, 0, path.length());
        return Paths.withoutDots(encoded.indexOf('%') < 0 ? encoded : decoded(encoded));
    }

    private static String decoded(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int value = c == '%' ? hex(path, i + 1) : -1;
            if (value < 0) {
                out.append(c);
                continue;
            }
            if (isUnreserved((char) value)) {
                out.append((char) value);
            } else {
                out.append('%').append(upper(path.charAt(i + 1))).append(upper(path.charAt(i + 2)));
            }
            i += 2;
        }
        return out.toString();
    }

    private static int hex(String path, int at) {
        if (at + 2 > path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(at), 16);
        int low = Character.digit(path.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'f' ? (char) (c - 32) : c;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
