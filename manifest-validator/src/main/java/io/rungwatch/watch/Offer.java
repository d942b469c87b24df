package io.rungwatch.watch;

import io.rungwatch.check.Offered;
import io.rungwatch.check.Promise;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.List;

/**
 * One rendition as one layer lists it now.
 *
 * @param manifest where the channel's entry manifest is watched at this layer: what is true of the layer as a whole is told there
 * @param document the playlist or MPD that lists it
 * @param place of the layer in the chain, 0 is the top
 * @param segments oldest first; each is worked out when it is looked at
 */
public record Offer(
        Where where,
        Where manifest,
        Url document,
        int place,
        Promise promise,
        List<Offered> segments,
        Duration target) {
    /** The same, somewhere else. */
    public Offer at(Where other) {
        return new Offer(other, manifest, document, place, promise, segments, target);
    }
}
