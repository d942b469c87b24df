package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.linked.Said;
import io.rungwatch.url.Url;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What servers said of late that manifests lead their players to. */
final class Sayings<D> {
    private final Said.Reader<D> reader;
    private final Map<Url, Said<D>> last = new HashMap<>();
    private final Map<Url, Said<D>> before = new HashMap<>();

    Sayings(Said.Reader<D> reader) {
        this.reader = reader;
    }

    /** One that was not asked says nothing. */
    void note(Url url, Exchange exchange) {
        if (exchange.neverAsked()) {
            return;
        }
        Said<D> older = last.put(url, Said.of(url.toString(), exchange, reader));
        if (older != null) {
            before.put(url, older);
        }
    }

    void keepOnly(Collection<Url> named) {
        last.keySet().retainAll(named);
        before.keySet().retainAll(named);
    }

    /** Whether there is nothing to learn by asking again. */
    boolean isKnown(Url url) {
        Said<D> said = last.get(url);
        return said != null && said.document() != null;
    }

    /** A lost packet is nobody's fault: what may be one is told when it happened twice. Null where there is nothing to tell. */
    @Nullable
    Said<D> of(Url url) {
        Said<D> said = last.get(url);
        return said == null || !said.lost() ? said : lost(said, before.get(url));
    }

    private @Nullable Said<D> lost(Said<D> said, @Nullable Said<D> older) {
        return older != null && older.lost() ? said : older;
    }
}
