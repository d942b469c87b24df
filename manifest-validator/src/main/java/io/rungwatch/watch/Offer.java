package io.rungwatch.watch;

import io.rungwatch.check.Offered;
import io.rungwatch.check.Promise;
import java.time.Duration;
import java.util.List;

/**
 * One rendition as one layer lists it now.
 *
 * @param manifest where the channel's entry manifest is watched at this layer: what is true of the layer as a whole is told there
 * @param place of the layer in the chain, 0 is the top
 * @param segments oldest first; each is worked out when it is looked at
 */
public record Offer(Where where, Where manifest, int place, Promise promise, List<Offered> segments, Duration target) {}
