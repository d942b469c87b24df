package io.rungwatch.round;

import io.rungwatch.check.Listed;
import io.rungwatch.media.Fragmented;
import io.rungwatch.media.Init;
import java.util.Optional;

/** An init section that was fetched. */
public record InitRead(Listed object, Init init, Print print) {
    static Optional<InitRead> of(Listed object, Taken taken) {
        return taken.look()
                .filter(Fragmented.class::isInstance)
                .flatMap(look -> ((Fragmented) look).init())
                .map(init -> new InitRead(object, init, taken.print()));
    }
}
