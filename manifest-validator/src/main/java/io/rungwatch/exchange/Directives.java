package io.rungwatch.exchange;

/** The directives of one Cache-Control line in turn, read where they stand: every poll brings such a line. */
final class Directives {
    private final String line;
    private int next;
    private int from;
    private int to;

    Directives(String line) {
        this.line = line;
    }

    boolean next() {
        if (next > line.length()) {
            return false;
        }
        int comma = line.indexOf(',', next);
        from = next;
        to = comma < 0 ? line.length() : comma;
        next = to + 1;
        while (from < to && Character.isWhitespace(line.charAt(from))) {
            from++;
        }
        while (from < to && Character.isWhitespace(line.charAt(to - 1))) {
            to--;
        }
        return true;
    }

    boolean is(String directive) {
        return to - from == directive.length() && begins(directive);
    }

    boolean begins(String name) {
        return to - from >= name.length() && line.regionMatches(true, from, name, 0, name.length());
    }

    String behind(String name) {
        return line.substring(from + name.length(), to);
    }
}
