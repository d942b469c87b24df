package io.rungwatch.exchange;

import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.List;

/** What came of one GET, redirects included. Times are data: whoever fetched read the clock. */
public sealed interface Exchange {
    Instant startedAt();

    Timing timing();

    /** The targets of the redirects that were followed, in order; empty when the first answer was the last. */
    List<Url> hops();

    /** Nobody was asked, for reasons of ours: this says nothing about whether it is there. */
    default boolean neverAsked() {
        return this instanceof Failed failed
                && switch (failed.failure()) {
                    case FORBIDDEN_TARGET, BAD_URL, NO_FREE_CONNECTION -> true;
                    default -> false;
                };
    }

    /** An HTTP answer of whatever status, body decoded and within the limits; nobody writes into the body. */
    record Answered(
            Instant startedAt,
            Timing timing,
            List<Url> hops,
            Url finalUrl,
            String remoteAddress,
            int status,
            Headers headers,
            byte[] body)
            implements Exchange {

        /** The same answer with these bytes: its own where they are equal, so that they are held once, or fewer. */
        public Answered with(byte[] other) {
            return body == other
                    ? this
                    : new Answered(startedAt, timing, hops, finalUrl, remoteAddress, status, headers, other);
        }
    }

    /** No usable answer. `detail` is for people: what exactly was seen. */
    record Failed(Instant startedAt, Timing timing, List<Url> hops, Failure failure, String detail)
            implements Exchange {}
}
