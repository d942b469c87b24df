package io.rungwatch.evidence;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.json.Json;
import io.rungwatch.url.Url;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes exchanges as entries of a HAR file, one after the other in the order of time. */
final class HarEntry {
    private static final String UNCHANGED =
            "304: nothing had changed; the body is that of an answer before the recording";
    private static final String NOT_KEPT = "the bytes were not kept";
    private static final String MOST_KEPT = Shot.LARGEST + " are the most";

    private final Mask mask;
    /** Addresses whose body stands in the file: a 304 after it needs none. */
    private final Set<Url> written = new HashSet<>();

    HarEntry(Mask mask) {
        this.mask = mask;
    }

    static void learn(Shot shot, Mask mask) {
        mask.learn(shot.url().toString());
        shot.exchange().hops().forEach(hop -> mask.learn(hop.toString()));
        if (shot.exchange() instanceof Exchange.Answered answer) {
            Headers headers = answer.headers();
            for (int i = 0; i < headers.size(); i++) {
                mask.learnHeader(headers.name(i), headers.value(i));
            }
        }
        mask.learn(new String(shot.body(), StandardCharsets.ISO_8859_1));
    }

    /** A redirect is an entry of its own, as browsers have it. */
    List<Object> of(Shot shot) {
        List<Object> entries = new ArrayList<>();
        Url asked = shot.url();
        for (Url hop : shot.exchange().hops()) {
            entries.add(entry(shot, asked, redirect(hop), "the status of the redirect was not kept"));
            asked = hop;
        }
        switch (shot.exchange()) {
            case Exchange.Answered answer -> entries.add(answered(shot, asked, answer));
            case Exchange.Failed failed -> entries.add(failed(shot, asked, failed));
        }
        return entries;
    }

    private Map<String, @Nullable Object> answered(Shot shot, Url asked, Exchange.Answered answer) {
        if (!shot.kept()) {
            boolean large = shot.size() > 0;
            Map<String, @Nullable Object> content = bytes(large ? shot.size() : length(answer), answer);
            String why = large ? "a body of " + shot.size() + " bytes was not kept: " + MOST_KEPT : NOT_KEPT;
            return entry(shot, asked, response(answer, answer.status(), content), why);
        }
        boolean unchanged = answer.status() == 304 && shot.body().length > 0;
        if (unchanged && written.contains(asked)) {
            return entry(shot, asked, response(answer, 304, bytes(0, answer)), "");
        }
        int status = unchanged ? 200 : answer.status();
        if (status == 200) {
            written.add(asked);
        }
        return entry(shot, asked, response(answer, status, body(answer, shot.body())), unchanged ? UNCHANGED : "");
    }

    private Map<String, @Nullable Object> failed(Shot shot, Url asked, Exchange.Failed failed) {
        Map<String, @Nullable Object> nothing =
                response(0, "", List.of(), "", Json.object("size", 0, "mimeType", "x-unknown"));
        Map<String, @Nullable Object> entry =
                entry(shot, asked, nothing, failed.failure().text());
        entry.put("_failure", Json.word(failed.failure()));
        entry.put("_error", mask.text(failed.detail()));
        return entry;
    }

    private Map<String, @Nullable Object> entry(
            Shot shot, Url asked, Map<String, @Nullable Object> response, String comment) {
        Timing timing = shot.exchange().timing();
        Map<String, @Nullable Object> entry = Json.object(
                "startedDateTime", shot.at(),
                "time", millis(timing.total()),
                "request", request(asked),
                "response", response,
                "cache", Json.object(),
                "timings", timings(timing));
        if (shot.exchange() instanceof Exchange.Answered answer
                && !answer.remoteAddress().isEmpty()) {
            entry.put("serverIPAddress", answer.remoteAddress());
        }
        String place =
                shot.where().rendition().name() + " at " + shot.where().layer().name();
        entry.put("comment", comment.isEmpty() ? place : place + ": " + comment);
        return entry;
    }

    private Map<String, @Nullable Object> request(Url asked) {
        return Json.object(
                "method",
                "GET",
                "url",
                mask.text(asked.toString()),
                "httpVersion",
                "HTTP/1.1",
                "cookies",
                List.of(),
                "headers",
                List.of(),
                "queryString",
                List.of(),
                "headersSize",
                -1,
                "bodySize",
                0);
    }

    private Map<String, @Nullable Object> redirect(Url target) {
        String url = mask.text(target.toString());
        List<?> headers = List.of(Json.object("name", "Location", "value", url));
        return response(302, "Found", headers, url, Json.object("size", 0, "mimeType", "x-unknown"));
    }

    private Map<String, @Nullable Object> response(
            Exchange.Answered answer, int status, Map<String, @Nullable Object> content) {
        List<Object> headers = new ArrayList<>();
        for (int i = 0; i < answer.headers().size(); i++) {
            String name = answer.headers().name(i);
            headers.add(Json.object(
                    "name", name, "value", mask.header(name, answer.headers().value(i))));
        }
        return response(status, "", headers, "", content);
    }

    private static Map<String, @Nullable Object> response(
            int status, String text, List<?> headers, String redirect, Map<String, @Nullable Object> content) {
        return Json.object(
                "status", status,
                "statusText", text,
                "httpVersion", "HTTP/1.1",
                "cookies", List.of(),
                "headers", headers,
                "content", content,
                "redirectURL", redirect,
                "headersSize", -1,
                "bodySize", -1);
    }

    /** How many there were, or -1; without them. */
    private static Map<String, @Nullable Object> bytes(long size, Exchange.Answered answer) {
        return Json.object("size", size, "mimeType", type(answer));
    }

    private static long length(Exchange.Answered answer) {
        String said = answer.headers().first("Content-Length").orElse("");
        return said.matches("[0-9]{1,15}") ? Long.parseLong(said) : -1;
    }

    private Map<String, @Nullable Object> body(Exchange.Answered answer, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)) {
            return Json.object("size", body.length, "mimeType", type(answer), "text", mask.text(text));
        }
        byte[] masked = mask.text(new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        return Json.object(
                "size",
                body.length,
                "mimeType",
                type(answer),
                "text",
                Base64.getEncoder().encodeToString(masked),
                "encoding",
                "base64");
    }

    private static String type(Exchange.Answered answer) {
        return answer.headers().first("Content-Type").orElse("x-unknown");
    }

    /** What is not known, or was not needed, is -1. */
    private static Map<String, @Nullable Object> timings(Timing timing) {
        long known = timing.waited() + timing.dns() + timing.connect() + timing.tls() + timing.firstByte();
        return Json.object(
                "blocked",
                millis(timing.waited()),
                "dns",
                timing.reused() ? -1.0 : millis(timing.dns()),
                "connect",
                timing.reused() ? -1.0 : millis(timing.connect()),
                "ssl",
                timing.reused() ? -1.0 : millis(timing.tls()),
                "send",
                0.0,
                "wait",
                millis(timing.firstByte()),
                "receive",
                millis(Math.max(0, timing.total() - known)));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
