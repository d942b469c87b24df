package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.BAD_REDIRECT;
import static io.rungwatch.exchange.Failure.REDIRECT_LOOP;
import static io.rungwatch.exchange.Failure.TOO_MANY_REDIRECTS;

import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.List;

/** Where an answer sends us next. Each poll follows anew: a 302 says nothing about the poll after it. */
final class Redirect {
    private Redirect() {}

    static boolean is(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    static Url follow(Url first, List<Url> hops, int most, int status, List<String> locations) throws BadAnswer {
        Url from = hops.isEmpty() ? first : hops.getLast();
        if (locations.isEmpty()) {
            throw new BadAnswer(BAD_REDIRECT, status + " from " + from + " without a Location");
        }
        if (locations.size() > 1) {
            throw new BadAnswer(BAD_REDIRECT, status + " from " + from + " with " + locations.size() + " Locations");
        }
        Url next = resolve(from, status, locations.getFirst());
        if (next.equals(first) || hops.contains(next)) {
            throw new BadAnswer(REDIRECT_LOOP, status + " from " + from + " back to " + next);
        }
        if (hops.size() >= most) {
            throw new BadAnswer(TOO_MANY_REDIRECTS, "after " + most + " redirects " + from + " sends on to " + next);
        }
        return next;
    }

    private static Url resolve(Url from, int status, String location) throws BadAnswer {
        Url next;
        try {
            next = from.resolve(location);
        } catch (BadUrl | IllegalArgumentException e) {
            throw to(from, status, location);
        }
        if (!Endpoint.isHttp(next) || !RequestHead.isTarget(next.target())) {
            throw to(from, status, location);
        }
        return next;
    }

    private static BadAnswer to(Url from, int status, String location) {
        return new BadAnswer(BAD_REDIRECT, status + " from " + from + " to " + Wording.quoted(location));
    }
}
