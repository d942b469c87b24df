package io.rungwatch.watch;

import io.rungwatch.exchange.Fetch;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** One kind of document that manifests lead their players to. */
interface Links {
    /** Whose documents lead there. */
    Stream<Track> from();

    Collection<Url> named(Track track);

    Fetch fetch(Url url);

    Sayings<?> sayings();

    /** Whether what was said once may be something else by now. */
    boolean change();

    /** What is known of them by now. */
    void judge(Track track, Verdict verdict);

    /**
     * Where a document leads. What names no host is routed where viewers ask, and often nowhere above: there it leads nowhere. Nor does what makes
     * no URL; reference_invalid tells of that.
     */
    static Optional<Url> address(Track track, String written) {
        try {
            return Url.namesHost(written) || track.isWhereViewersAsk()
                    ? Optional.of(track.base().resolve(written))
                    : Optional.empty();
        } catch (BadUrl e) {
            return Optional.empty();
        }
    }
}
