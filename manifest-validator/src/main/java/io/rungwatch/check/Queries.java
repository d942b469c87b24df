package io.rungwatch.check;

/** Tokens stand in the queries of addresses, and what a finding says goes to logs, tickets and screens. */
final class Queries {
    private static final String BEHIND = " \t\"'<>;,)";
    /** A variable that was not filled in is what is wrong, and no secret. */
    private static final String VARIABLE = "{$";

    private Queries() {}

    static String hidden(String text) {
        int mark = text.indexOf('?');
        if (mark < 0) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (mark >= 0) {
            int end = end(text, mark + 1);
            String query = text.substring(mark + 1, end);
            shown.append(text, from, mark + 1).append(isSecret(query) ? "…" : query);
            from = end;
            mark = text.indexOf('?', end);
        }
        return shown.append(text, from, text.length()).toString();
    }

    private static boolean isSecret(String query) {
        return query.indexOf('=') > 0 && !query.contains(VARIABLE);
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && BEHIND.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
