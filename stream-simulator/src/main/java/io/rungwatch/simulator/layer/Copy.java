package io.rungwatch.simulator.layer;

import io.rungwatch.simulator.fault.Occasion;
import io.rungwatch.simulator.fault.Reply;
import io.rungwatch.simulator.http.Disposition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a layer holds of an object: not the bytes, but how the packager would make them.
 *
 * @param asOf the instant that the content shows
 * @param shown the instant that its playlists show: what they list can be fetched, however long it is frozen
 * @param made when the packager answered; Age counts from here
 * @param cache HIT or MISS, or null where no cache has been passed
 * @param trail Cache-Status so far, nearest the origin first
 */
public record Copy(
        long asOf,
        long shown,
        long made,
        List<Occasion> edits,
        Reply reply,
        @Nullable String cache,
        String trail,
        String via) {
    static Copy made(long asOf, long at, long delay) {
        return new Copy(asOf, asOf, at, List.of(), Reply.USUAL.later(delay), null, "", "");
    }

    Copy edited(List<Occasion> occasions) {
        if (occasions.isEmpty()) {
            return this;
        }
        List<Occasion> all = new ArrayList<>(edits);
        all.addAll(occasions);
        Reply changed = reply;
        for (Occasion occasion : occasions) {
            changed = occasion.reply(changed);
        }
        return new Copy(asOf, shown, made, all, changed, cache, trail, via);
    }

    /** Passed on by a layer that adds its name. A connection that broke above is a bad gateway to those below. */
    Copy through(String layer, long delay) {
        Reply seen =
                reply.disposition() == Disposition.RESET ? Reply.status(502).later(reply.delay()) : reply;
        String passed = via.isEmpty() ? "1.1 " + layer : via + ", 1.1 " + layer;
        return new Copy(asOf, shown, made, edits, seen.later(delay), cache, trail, passed);
    }

    Copy cached(String layer, String verdict, String parameters) {
        String member = layer + "; " + parameters;
        return new Copy(
                asOf, shown, made, edits, reply, verdict, trail.isEmpty() ? member : trail + ", " + member, via);
    }

    /** Found in the cache: what it once took to fetch does not count any more. */
    Copy stored(long delay) {
        return new Copy(asOf, shown, made, edits, reply.later(delay - reply.delay()), cache, trail, via);
    }

    Copy showing(long instant) {
        return new Copy(asOf, Math.min(shown, instant), made, edits, reply, cache, trail, via);
    }

    /** Whatever was just said of this layer, it was a hit, and `left` milliseconds were left; below zero it is stale. */
    Copy found(String layer, long left) {
        int last = trail.lastIndexOf(layer + "; ");
        String member = layer + "; hit; ttl=" + left / 1000;
        return new Copy(asOf, shown, made, edits, reply, "HIT", trail.substring(0, Math.max(0, last)) + member, via);
    }

    /** Its own answer of this moment, not what it had stored. */
    Copy answered(String layer, long at) {
        int last = trail.lastIndexOf(layer + "; ");
        if (last < 0) {
            return this;
        }
        String member = layer + "; fwd=miss";
        return new Copy(asOf, shown, at, edits, reply, "MISS", trail.substring(0, last) + member, via);
    }

    /** A hit, whatever it is, and as old as it is. */
    Copy keptSince(long since, long at, String layer) {
        Copy older = youngerBy(since - made);
        return older.found(layer, since - at);
    }

    Copy youngerBy(long millis) {
        return new Copy(asOf, shown, made + millis, edits, reply, cache, trail, via);
    }
}
