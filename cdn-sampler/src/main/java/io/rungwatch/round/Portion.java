package io.rungwatch.round;

import io.rungwatch.check.Offered;
import io.rungwatch.check.Promise;
import io.rungwatch.check.Rendition;
import io.rungwatch.media.Look;
import java.time.Instant;
import java.util.Optional;

/**
 * What is in one segment, beside what its manifests promise of it.
 *
 * @param at when it was asked for
 * @param init the section that it was read with
 */
public record Portion(
        Instant at,
        Rendition rendition,
        Promise promise,
        Offered segment,
        Look look,
        Optional<InitRead> init,
        Print print) {
    /** The segment right before in the same timeline. */
    public boolean follows(Portion before) {
        return segment.follows(before.segment);
    }
}
