package io.rungwatch.store;

import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** A segment of which nobody here cares which it is. */
final class Segments {
    static final Offered ANY = new Offered(
            new Listed(Listed.Kind.MEDIA, "segment 1", 1, Polls.url("http://edge-hn/1.ts"), 6, 0, Listed.NOWHERE, 0),
            Instant.EPOCH,
            OptionalLong.empty(),
            OptionalLong.empty(),
            0,
            0,
            "",
            true,
            false,
            Optional.empty());

    private Segments() {}
}
