package io.rungwatch.round;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Spreads the turns of channels over their interval, so that a thousand that are started together are not sampled together from then
 * on. However many there are, no two of them are much nearer than they must be; the first one does not wait.
 */
final class Phases {
    /** Steps of the golden ratio always fall into the widest gap. */
    private static final double STEP = (Math.sqrt(5) - 1) / 2;

    private final AtomicLong given = new AtomicLong();

    Duration next(Duration interval) {
        double part = given.getAndIncrement() * STEP % 1;
        return Duration.ofMillis((long) (interval.toMillis() * part));
    }
}
