package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.http.Disposition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a layer answers, apart from what the object is.
 *
 * @param body in place of the object, or null
 * @param location of a redirect, or null
 * @param share TRUNCATE: of the body that is sent
 * @param portion TRICKLE: bytes at a time, `interval` milliseconds apart
 * @param maxAge what Cache-Control says, in milliseconds; null is what the layers agreed on
 * @param keptSince a cache has had it since then, whatever it is; null is as caches do
 * @param without headers that are not sent
 */
public record Reply(
        int status,
        @Nullable String mediaType,
        @Nullable String body,
        @Nullable String location,
        long delay,
        Disposition disposition,
        double share,
        long portion,
        long interval,
        @Nullable Long maxAge,
        @Nullable Long keptSince,
        List<String> without) {
    public static final Reply USUAL =
            new Reply(200, null, null, null, 0, Disposition.NORMAL, 1, 0, 0, null, null, List.of());

    public static Reply status(int code) {
        return USUAL.withPage(code, "text/html; charset=utf-8", Page.of(code));
    }

    public Reply withPage(int code, String type, String text) {
        return new Reply(
                code, type, text, location, delay, disposition, share, portion, interval, maxAge, keptSince, without);
    }

    public Reply withLocation(String target) {
        return new Reply(
                302, null, "", target, delay, disposition, share, portion, interval, maxAge, keptSince, without);
    }

    public Reply later(long millis) {
        return new Reply(
                status,
                mediaType,
                body,
                location,
                delay + millis,
                disposition,
                share,
                portion,
                interval,
                maxAge,
                keptSince,
                without);
    }

    public Reply broken(Disposition how) {
        return new Reply(
                status, mediaType, body, location, delay, how, share, portion, interval, maxAge, keptSince, without);
    }

    public Reply cutAt(double part) {
        return new Reply(
                status,
                mediaType,
                body,
                location,
                delay,
                Disposition.TRUNCATE,
                part,
                portion,
                interval,
                maxAge,
                keptSince,
                without);
    }

    public Reply trickling(long bytes, long pause) {
        return new Reply(
                status,
                mediaType,
                body,
                location,
                delay,
                Disposition.TRICKLE,
                share,
                bytes,
                pause,
                maxAge,
                keptSince,
                without);
    }

    public Reply withMaxAge(long millis) {
        return new Reply(
                status,
                mediaType,
                body,
                location,
                delay,
                disposition,
                share,
                portion,
                interval,
                millis,
                keptSince,
                without);
    }

    public Reply keptSince(long instant) {
        return new Reply(
                status,
                mediaType,
                body,
                location,
                delay,
                disposition,
                share,
                portion,
                interval,
                maxAge,
                instant,
                without);
    }

    /** Without this header; one that does not say that it knows ranges does not know them. */
    public Reply without(String header) {
        List<String> all = new ArrayList<>(without);
        all.add(header);
        return new Reply(
                status,
                mediaType,
                body,
                location,
                delay,
                disposition,
                share,
                portion,
                interval,
                maxAge,
                keptSince,
                List.copyOf(all));
    }

    /** A cache keeps what came whole and well; anything else is asked for again each time. */
    public boolean cacheable() {
        return status == 200 && disposition == Disposition.NORMAL;
    }
}
