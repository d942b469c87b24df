package io.rungwatch.watch;

import io.rungwatch.exchange.Fetch;
import io.rungwatch.url.Url;
import java.util.Collection;
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
}
