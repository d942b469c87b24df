package io.rungwatch.drive;

import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.sampler.HttpProbe;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Sight;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the references whether the probe's own network works: every ten seconds, and each second while layers fail and it is not clear whose
 * fault that is. Runs on one of the loops.
 */
final class References {
    private static final int EVERY = 10;

    private final HttpProbe probe;
    private final Sight sight;
    private final InstantSource clock;
    private List<Url> urls = List.of();
    private long seconds;

    References(HttpProbe probe, Sight sight, InstantSource clock) {
        this.probe = probe;
        this.clock = clock;
        this.sight = sight;
    }

    void are(List<Url> others) {
        urls = others;
        Set<String> hosts = others.stream().map(References::host).collect(Collectors.toUnmodifiableSet());
        sight.refersTo(hosts);
    }

    private static String host(Url url) {
        return url.host() + ":" + url.port();
    }

    /** To be called each second. */
    void tick() {
        if (seconds++ % EVERY == 0 || sight.wonders(clock.instant())) {
            for (Url url : urls) {
                probe.fetch(Fetch.head(url, Limits.PLAYLIST), exchange -> sight.sawReference(host(url), exchange));
            }
        }
    }
}
