package io.rungwatch.url;

/** Removes `.` and `..` from a path that begins with a slash: RFC 3986, 5.2.4, without its copying. */
final class Paths {
    private Paths() {}

    static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length());
        for (int from = 0; from < path.length(); ) {
            int slash = path.indexOf('/', from + 1);
            int to = slash < 0 ? path.length() : slash;
            boolean last = slash < 0;
            if (is(path, from, to, "/.")) {
                out.append(last ? "/" : "");
            } else if (is(path, from, to, "/..")) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
                out.append(last ? "/" : "");
            } else {
                out.append(path, from, to);
            }
            from = to;
        }
        return out.toString();
    }

    private static boolean is(String path, int from, int to, String what) {
        return to - from == what.length() && path.startsWith(what, from);
    }
}
