package io.rungwatch.round;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spreads the turns of channels over their interval and over their renditions, so that a thousand that are started together are not
 * sampled together from then on. However many there are, no two of them are much nearer than they must be; the first one does not wait.
 */
final class Phases {
    /** Steps of the golden ratio always fall into the widest gap. */
    private static final double STEP = (Math.sqrt(5) - 1) / 2;

    /**
     * @param delay until its first turn
     * @param ahead how many renditions in its manifest stand before the one that is then sampled
     */
    record Phase(Duration delay, int ahead) {}

    private final AtomicInteger given = new AtomicInteger();

    Phase next(Duration interval) {
        int number = given.getAndIncrement() & Integer.MAX_VALUE;
        return new Phase(Duration.ofMillis((long) (interval.toMillis() * (number * STEP % 1))), number);
    }
}
