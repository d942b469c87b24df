package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.http.Disposition;

/** Faults of the server rather than of the stream. */
final class ReplyFaults {
    private ReplyFaults() {}

    static Reply status(Occasion occasion, Reply reply) {
        int code = Math.clamp(occasion.fault().count("code"), 200, 999);
        return reply.withPage(code, "text/html; charset=utf-8", Page.of(code));
    }

    static Reply errorKept(Occasion occasion, Reply reply) {
        return status(occasion, reply).keptSince(occasion.since());
    }

    static Reply overcached(Occasion occasion, Reply reply) {
        return reply.withMaxAge(occasion.fault().millis("by"));
    }

    static Reply html(Occasion occasion, Reply reply) {
        return reply.withPage(200, "text/html; charset=utf-8", Page.of(200));
    }

    static Reply empty(Occasion occasion, Reply reply) {
        return reply.withPage(200, "application/vnd.apple.mpegurl", "");
    }

    static Reply hang(Occasion occasion, Reply reply) {
        return reply.broken(Disposition.HANG);
    }

    static Reply reset(Occasion occasion, Reply reply) {
        return reply.broken(Disposition.RESET);
    }

    static Reply slow(Occasion occasion, Reply reply) {
        return reply.later(occasion.fault().millis("delay"));
    }

    static Reply trickle(Occasion occasion, Reply reply) {
        return reply.trickling(
                Math.max(1, occasion.fault().count("bytes")),
                Math.max(1, occasion.fault().millis("pause")));
    }

    static Reply truncated(Occasion occasion, Reply reply) {
        return reply.cutAt(Math.clamp(occasion.fault().share("share"), 0, 0.99));
    }

    static Reply withoutRanges(Occasion occasion, Reply reply) {
        return reply.without("Accept-Ranges");
    }

    static Reply withoutCors(Occasion occasion, Reply reply) {
        return reply.without("Access-Control-Allow-Origin");
    }

    /** The path stays, so rows resolve as before and keep their identity. */
    static Reply redirect(Occasion occasion, Reply reply) {
        return occasion.hop() > 0 ? reply : reply.withLocation(occasion.path() + "?hop=1");
    }

    static Reply redirectLoop(Occasion occasion, Reply reply) {
        return reply.withLocation(occasion.path() + "?hop=" + (occasion.hop() % 1000 + 1));
    }
}
