package io.rungwatch.url;

/** A bad URL made fit for a message: cut, without control characters, credentials masked. */
final class Shown {
    private static final int LENGTH = 120;

    private Shown() {}

    static String of(String url) {
        String masked = masked(url);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(LENGTH, masked.length()); i++) {
            char c = masked.charAt(i);
            shown.append(c < ' ' || (c >= 0x7f && c < 0xa0) ? '?' : c);
        }
        return masked.length() > LENGTH ? shown.append('…').toString() : shown.toString();
    }

    private static String masked(String url) {
        int slashes = url.indexOf("//");
        int from = slashes < 0 ? 0 : slashes + 2;
        int end = from;
        while (end < url.length() && url.charAt(end) != '/' && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        int at = url.lastIndexOf('@', end - 1);
        return at < from ? url : url.substring(0, from) + "***" + url.substring(at);
    }
}
