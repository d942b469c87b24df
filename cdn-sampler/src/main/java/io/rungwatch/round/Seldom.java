package io.rungwatch.round;

import java.time.Duration;
import java.time.Instant;

/** How often one layer is asked in other ways: once an hour, and with each measurement while looks do not agree. */
final class Seldom {
    private static final Duration USUAL = Duration.ofHours(1);
    /** What costs the caches a copy each time is asked once a day. */
    private static final int COSTLY = 24;
    /** As many looks as it takes to raise an alert, or to clear it. */
    private static final int AGREEING = 3;

    private Instant next = Instant.MIN;
    private long looks;
    private int agreeing = AGREEING;
    private boolean bad;

    /** Whether it is time, and then the next time is later. */
    boolean takes(Instant now) {
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(USUAL);
        return true;
    }

    boolean costlyToo() {
        return looks % COSTLY == 0 || agreeing < AGREEING;
    }

    void looked(boolean found) {
        looks++;
        agreeing = found == bad ? Math.min(AGREEING, agreeing + 1) : 1;
        bad = found;
        if (agreeing < AGREEING) {
            next = Instant.MIN;
        }
    }
}
