package io.rungwatch.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server says, written so that any bytes mean something. An answer begins with a line {@code HTTP 200 hd}: a status and a word
 * that the path asked for must contain, none for all; headers follow, an empty line and the body. Each request gets the next answer for
 * its path, after the last the first again. A status below 100 is a failure, in the order in which {@link Failure} lists them. Bytes
 * without any such line are one answer to everything.
 */
final class Tape {
    private static final String MARK = "HTTP ";
    private static final int MOST = 64;

    private record Take(String path, int status, Headers headers, byte[] body) {}

    private final List<Take> takes = new ArrayList<>();
    private final Map<String, Integer> given = new HashMap<>();

    Tape(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        if (!text.startsWith(MARK)) {
            takes.add(new Take("", 200, Headers.NONE, bytes));
            return;
        }
        int from = 0;
        while (from >= 0 && takes.size() < MOST) {
            int next = text.indexOf("\n" + MARK, from);
            takes.add(take(text.substring(from, next < 0 ? text.length() : next)));
            from = next < 0 ? -1 : next + 1;
        }
    }

    private static Take take(String text) {
        int blank = text.indexOf("\n\n");
        String[] head = (blank < 0 ? text : text.substring(0, blank)).split("\n", 12);
        String[] first = head[0].split(" ", 3);
        List<String> headers = new ArrayList<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(':');
            if (colon > 0) {
                headers.add(head[i].substring(0, colon).strip());
                headers.add(head[i].substring(colon + 1).strip());
            }
        }
        return new Take(
                first.length > 2 ? first[2].strip() : "",
                status(first[1]),
                Headers.of(headers.toArray(String[]::new)),
                (blank < 0 ? "" : text.substring(blank + 2)).getBytes(ISO_8859_1));
    }

    private static int status(String text) {
        int status = 0;
        for (int i = 0; i < Math.min(3, text.length()); i++) {
            status = status * 10 + Math.floorMod(text.charAt(i) - '0', 10);
        }
        return status;
    }

    Exchange answer(Fetch fetch, Instant at) {
        String path = fetch.url().path();
        List<Take> fitting =
                takes.stream().filter(take -> path.contains(take.path())).toList();
        if (fitting.isEmpty()) {
            return new Exchange.Failed(at, Timing.NONE, List.of(), Failure.CONNECT, "nothing fits");
        }
        // By host too: two layers that ask in turn hear the same story.
        int turn = given.merge(fetch.url().toString(), 1, Integer::sum) - 1;
        Take take = fitting.get(turn % fitting.size());
        Failure[] failures = Failure.values();
        return take.status() < 100
                ? new Exchange.Failed(at, Timing.NONE, List.of(), failures[take.status() % failures.length], "taped")
                : new Exchange.Answered(
                        at,
                        Timing.NONE,
                        List.of(),
                        fetch.url(),
                        "192.0.2.1",
                        take.status(),
                        take.headers(),
                        take.body());
    }
}
