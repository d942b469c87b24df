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
 * Reads HAR 1.2: the probe's own evidence, or what a browser saved. Browsers write bodies as base64 when they feel like it, entries in
 * the order of their end, blocked requests with status 0, and bodies that they did not keep not at all.
 */
public final class HarFile {
    /** Not a recording that can be judged; the message says what to do. */
    public static final class BadHar extends Exception {
        BadHar(String message) {
            super(message, null, false, false);
        }
    }

    private HarFile() {}

    /** In the order of their start. */
    public static List<Recorded> read(byte[] text) throws BadHar {
        JsonNode root;
        try {
            root = Json.read(text);
        } catch (JacksonException e) {
            throw new BadHar("not JSON: " + e.getOriginalMessage());
        }
        JsonNode entries = root.path("log").path("entries");
        if (!entries.isArray()) {
            throw new BadHar("no log.entries: this is not a HAR file");
        }
        List<Recorded> recorded = new ArrayList<>();
        for (JsonNode entry : entries) {
            read(entry, recorded);
        }
        recorded.sort(Comparator.comparing(r -> r.exchange().startedAt()));
        return recorded;
    }

    /** An entry that cannot be understood is none of ours: data: URLs, websockets, extensions. */
    private static void read(JsonNode entry, List<Recorded> recorded) {
        try {
            Url url = Url.parse(entry.path("request").path("url").asString(""));
            Instant at = OffsetDateTime.parse(entry.path("startedDateTime").asString(""))
                    .toInstant();
            if (entry.path("request").path("method").asString("GET").equals("GET")) {
                recorded.add(new Recorded(url, exchange(entry, url, at)));
            }
        } catch (BadUrl | DateTimeParseException e) {
            // Passed over.
        }
    }

    private static Exchange exchange(JsonNode entry, Url url, Instant at) {
        JsonNode response = entry.path("response");
        int status = response.path("status").asInt(0);
        if (status == 0) {
            String why = response.path("_error").asString(entry.path("_error").asString("no answer in the recording"));
            return new Exchange.Failed(at, timing(entry), List.of(), Failure.RESET, why);
        }
        JsonNode content = response.path("content");
        if (status == 200
                && content.path("text").isMissingNode()
                && content.path("size").asLong(0) > 0) {
            return new Exchange.Failed(
                    at, timing(entry), List.of(), Failure.TRUNCATED, "the recording does not hold the body");
        }
        return new Exchange.Answered(
                at,
                timing(entry),
                List.of(),
                url,
                entry.path("serverIPAddress").asString(""),
                status,
                headers(response.path("headers")),
                body(content));
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

    private static Headers headers(JsonNode list) {
        List<String> flat = new ArrayList<>();
        for (JsonNode header : list) {
            flat.add(header.path("name").asString(""));
            flat.add(header.path("value").asString(""));
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
