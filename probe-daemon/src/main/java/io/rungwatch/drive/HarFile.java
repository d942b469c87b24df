package io.rungwatch.drive;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.json.Json;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * HAR 1.2 as browsers save it: bodies as base64 when they feel like it, entries in the order of their end, aborted and blocked requests
 * with status 0, and bodies that they did not keep not at all.
 *
 * @param entries in the order of their start, redirects followed
 * @param unseen requests whose answer the recording does not hold: nothing is known of them, good or bad
 * @param manifests of the probe's own evidence: what it asked as an entry manifest, whether that ever was one or not
 */
public record HarFile(List<Recorded> entries, List<Url> unseen, List<Url> manifests) {
    /** Not a recording that can be judged; the message says what to do. */
    public static final class BadHar extends Exception {
        BadHar(String message) {
            super(message, null, false, false);
        }
    }

    public static HarFile read(byte[] text) throws BadHar {
        JsonNode root;
        try {
            root = Json.read(text);
        } catch (JacksonException e) {
            throw new BadHar(
                    "this is no JSON, and so no HAR file (a browser saves one in its network panel: \"Save all as HAR with content\")");
        }
        JsonNode entries = root.path("log").path("entries");
        if (!entries.isArray()) {
            throw new BadHar("no log.entries: this is not a HAR file");
        }
        List<Joining.Entry> read = new ArrayList<>();
        for (JsonNode entry : entries) {
            read(entry, read);
        }
        read.sort(Comparator.comparing(entry -> entry.answer().startedAt()));
        List<Recorded> failed = new ArrayList<>();
        entries.forEach(entry -> failed(entry, failed));
        return Joining.of(read, failed, manifests(root.path("log").path("_rungwatch")));
    }

    private static List<Url> manifests(JsonNode evidence) {
        try {
            return evidence.has("manifest")
                    ? List.of(Url.parse(evidence.path("manifest").asString("")))
                    : List.of();
        } catch (BadUrl e) {
            return List.of();
        }
    }

    /** The probe writes down how a request failed. A browser's failures may be of its own making: nothing is known of those. */
    private static void failed(JsonNode entry, List<Recorded> failed) {
        String word = entry.path("_failure").asString("");
        for (Failure failure : Failure.values()) {
            if (Json.word(failure).equals(word)) {
                try {
                    failed.add(new Recorded(
                            Url.parse(entry.path("request").path("url").asString("")),
                            new Exchange.Failed(
                                    OffsetDateTime.parse(entry.path("startedDateTime")
                                                    .asString(""))
                                            .toInstant(),
                                    timing(entry),
                                    List.of(),
                                    failure,
                                    entry.path("_error").asString(""))));
                } catch (BadUrl | DateTimeParseException e) {
                    // Passed over.
                }
            }
        }
    }

    /** An entry that cannot be understood is none of ours: data: URLs, websockets, extensions. */
    private static void read(JsonNode entry, List<Joining.Entry> read) {
        try {
            Url url = Url.parse(entry.path("request").path("url").asString(""));
            Instant at = OffsetDateTime.parse(entry.path("startedDateTime").asString(""))
                    .toInstant();
            boolean get = entry.path("request").path("method").asString("GET").equals("GET");
            if (get && !entry.has("_failure")) {
                read.add(new Joining.Entry(
                        url, answer(entry, url, at), kept(entry.path("response").path("content"))));
            }
        } catch (BadUrl | DateTimeParseException e) {
            // Passed over.
        }
    }

    private static Exchange.Answered answer(JsonNode entry, Url url, Instant at) {
        JsonNode response = entry.path("response");
        return new Exchange.Answered(
                at,
                timing(entry),
                List.of(),
                url,
                entry.path("serverIPAddress").asString(""),
                response.path("status").asInt(0),
                headers(response),
                body(response.path("content")));
    }

    /** An empty body has its size written; one that was not kept has its true size, or none. */
    private static boolean kept(JsonNode content) {
        return !content.path("text").isMissingNode() || content.path("size").asLong(-1) == 0;
    }

    private static byte[] body(JsonNode content) {
        String text = content.path("text").asString("");
        if (!content.path("encoding").asString("").equals("base64")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Some write where a redirect leads only beside the headers. */
    private static Headers headers(JsonNode response) {
        List<String> flat = new ArrayList<>();
        for (JsonNode header : response.path("headers")) {
            flat.add(header.path("name").asString(""));
            flat.add(header.path("value").asString(""));
        }
        String redirect = response.path("redirectURL").asString("");
        if (!redirect.isEmpty()) {
            flat.add("Location");
            flat.add(redirect);
        }
        return Headers.of(flat.toArray(String[]::new));
    }

    private static Timing timing(JsonNode entry) {
        JsonNode timings = entry.path("timings");
        return new Timing(
                nanos(timings.path("dns")),
                nanos(timings.path("connect")),
                nanos(timings.path("ssl")),
                nanos(timings.path("wait")),
                nanos(entry.path("time")),
                timings.path("connect").asDouble(-1) <= 0);
    }

    private static long nanos(JsonNode millis) {
        return (long) (Math.clamp(millis.asDouble(0), 0, 1e9) * 1e6);
    }
}
