package io.rungwatch.round;

import io.rungwatch.cache.Ruling;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.watch.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A segment that a layer has just given, asked of it in the other ways that players have.
 *
 * @param plain as it was given before
 * @param range its first bytes
 * @param site as a browser asks for a page of another site
 * @param keyed with a query that means nothing, a different one each time: what the cache did; empty where that was not asked
 */
public record Ways(Taken plain, Range range, Site site, List<Ruling> keyed) implements Outcome.Sampled {
    /**
     * Of its first bytes, what came.
     *
     * @param expected what they were before: as many were asked for
     */
    public record Range(Exchange exchange, Print came, Print expected) {
        public long wanted() {
            return expected.bytes();
        }
    }

    /**
     * As the player of a web page asks.
     *
     * @param origin the site
     * @param allowing a layer further up that lets it in
     */
    public record Site(Exchange exchange, String origin, Optional<String> allowing) {
        private static final String ALLOWED = "Access-Control-Allow-Origin";

        /** Whom the answer lets in; empty where it says nothing, or there was no good one. */
        public Optional<String> allowed() {
            return exchange instanceof Exchange.Answered answer
                    ? answer.headers().first(ALLOWED).map(String::strip)
                    : Optional.empty();
        }

        public boolean letsIn() {
            return allowed()
                    .filter(whom -> whom.equals("*") || whom.equalsIgnoreCase(origin))
                    .isPresent();
        }

        public boolean answered() {
            return exchange instanceof Exchange.Answered answer && (answer.status() == 200 || answer.status() == 206);
        }
    }

    @Override
    public Exchange exchange() {
        return range.exchange();
    }
}
