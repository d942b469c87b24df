package io.rungwatch.cli;

import io.rungwatch.cache.Reply;
import io.rungwatch.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Response headers as they are found in tickets and terminals: `curl -I`, `-i`, `-v`, or the lines alone. Of several answers, as after
 * redirects, the last counts; a line that is no header is counted and passed over.
 */
record PastedHeaders(Reply reply, int passedOver) {
    private static final Pattern STATUS = Pattern.compile("(?i)HTTP/\\d(?:\\.\\d)?\\s+(\\d{3})(?:\\s.*)?");
    private static final Pattern HEADER = Pattern.compile(":?([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200})[ \\t]*:(.*)");
    private static final int MOST_LINES = 10_000;

    static PastedHeaders read(String text) {
        List<String> lines = text.lines().limit(MOST_LINES).toList();
        boolean verbose = lines.stream().anyMatch(line -> line.startsWith("< "));
        Reading reading = new Reading();
        for (String line : lines) {
            if (!verbose) {
                reading.line(line.stripTrailing());
            } else if (line.startsWith("<")) {
                reading.line(line.replaceFirst("^< ?", "").stripTrailing());
            }
        }
        return new PastedHeaders(
                Reply.of(reading.status, Headers.of(reading.namesAndValues.toArray(String[]::new))),
                reading.passedOver);
    }

    boolean isEmpty() {
        return reply.headers().size() == 0;
    }

    /** Between a blank line and the next status line stands a body. */
    private static final class Reading {
        private final List<String> namesAndValues = new ArrayList<>();
        private int status;
        private int passedOver;
        private boolean inBody;

        void line(String line) {
            Matcher first = STATUS.matcher(line);
            if (first.matches()) {
                begin(Integer.parseInt(first.group(1)));
            } else if (line.isEmpty()) {
                inBody = !namesAndValues.isEmpty() || status > 0;
            } else if (!inBody) {
                header(line);
            }
        }

        private void begin(int newStatus) {
            namesAndValues.clear();
            status = newStatus;
            inBody = false;
        }

        private void header(String line) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()
                    && header.group(1).equalsIgnoreCase("status")
                    && header.group(2).strip().matches("\\d{3}")) {
                status = Integer.parseInt(header.group(2).strip());
            } else if (header.matches()) {
                namesAndValues.add(header.group(1));
                namesAndValues.add(header.group(2).strip());
            } else if (isFolded(line)) {
                namesAndValues.add(namesAndValues.removeLast() + " " + line.strip());
            } else {
                passedOver++;
            }
        }

        private boolean isFolded(String line) {
            return !namesAndValues.isEmpty() && Character.isWhitespace(line.charAt(0));
        }
    }
}
