package io.rungwatch.simulator;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A media playlist as a careful client would read it, so that the tests do not trust the model they test. */
record Seen(int targetDuration, long first, boolean ended, List<Row> rows, String text) {
    static final Instant NO_DATE = Instant.EPOCH;

    record Row(long number, String uri, long millis, Instant start, long discontinuity) {}

    static Seen poll(Simulator simulator, Instant at, String layer, String path) {
        Answer answer = simulator.answer(at, layer, Request.get(path));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " for " + path + " at " + at);
        }
        return read(answer.text());
    }

    static Seen read(String text) {
        Map<String, String> head = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        long discontinuity = 0;
        long millis = -1;
        Instant start = NO_DATE;
        for (String line : text.split("\r?\n", -1)) {
            if (line.startsWith("#EXT-X-DISCONTINUITY-SEQUENCE:")) {
                discontinuity = Long.parseLong(after(line));
            } else if (line.equals("#EXT-X-DISCONTINUITY")) {
                discontinuity++;
            } else if (line.startsWith("#EXTINF:")) {
                millis = new BigDecimal(after(line).replace(",", ""))
                        .movePointRight(3)
                        .longValueExact();
            } else if (line.startsWith("#EXT-X-PROGRAM-DATE-TIME:")) {
                start = Instant.parse(after(line));
            } else if (line.startsWith("#")) {
                head.put(line.contains(":") ? line.substring(0, line.indexOf(':')) : line, after(line));
            } else if (!line.isEmpty()) {
                long number = Long.parseLong(head.getOrDefault("#EXT-X-MEDIA-SEQUENCE", "0")) + rows.size();
                rows.add(new Row(number, line, millis, start, discontinuity));
                start = NO_DATE;
            }
        }
        return new Seen(
                Integer.parseInt(head.getOrDefault("#EXT-X-TARGETDURATION", "0")),
                Long.parseLong(head.getOrDefault("#EXT-X-MEDIA-SEQUENCE", "0")),
                head.containsKey("#EXT-X-ENDLIST"),
                rows,
                text);
    }

    private static String after(String line) {
        return line.substring(line.indexOf(':') + 1);
    }

    Row last() {
        return rows.getLast();
    }

    /** The number after the newest. */
    long end() {
        return first + rows.size();
    }

    long windowMillis() {
        return rows.stream().mapToLong(Row::millis).sum();
    }

    @Nullable
    Row numbered(long number) {
        return number < first || number >= end() ? null : rows.get((int) (number - first));
    }
}
