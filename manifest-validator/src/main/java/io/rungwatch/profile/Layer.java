package io.rungwatch.profile;

import io.rungwatch.url.Url;
import java.util.Locale;
import java.util.Optional;

/** One place of the delivery chain where a channel can be asked for. Several of a kind may exist: edge-hn, edge-hcm. */
public record Layer(String name, Kind kind, String team, Url base, Optional<Url> backup) {

    /** Upstream first. */
    public enum Kind {
        PACKAGER,
        ORIGIN,
        MIDCACHE,
        EDGE;

        /** Whether what it serves may lawfully be older than what the layer above has. */
        public boolean isCache() {
            return this == MIDCACHE || this == EDGE;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
