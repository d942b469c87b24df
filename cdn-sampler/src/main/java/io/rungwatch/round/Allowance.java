package io.rungwatch.round;

import java.time.Duration;
import java.time.Instant;

/** What all channels' samples together may load from the layers. Who asks for more than is left waits for his next turn. */
public final class Allowance {
    /** A burst of so long may be saved up. */
    private static final Duration SAVED = Duration.ofSeconds(10);

    private static final double BITS = 8;

    private double bytesPerSecond;
    private double left;
    private Instant filled = Instant.MIN;
    private long deferred;

    /** @param bitsPerSecond 0 is no limit */
    public Allowance(long bitsPerSecond) {
        limit(bitsPerSecond);
        left = bytesPerSecond * SAVED.toSeconds();
    }

    /** Time may have jumped since: what was saved is kept, and saving begins anew. */
    public final synchronized void limit(long bitsPerSecond) {
        filled = Instant.MIN;
        bytesPerSecond = bitsPerSecond / BITS;
    }

    /**
     * What costs more than was ever saved is granted to who comes when nothing is owed, and owed for afterwards: no longer than it takes
     * to save, for how much it is stands in a manifest.
     */
    public synchronized boolean grants(Instant now, double bytes) {
        if (bytesPerSecond == 0) {
            return true;
        }
        fill(now);
        if (left <= 0) {
            deferred++;
            return false;
        }
        left = Math.max(left - bytes, -bytesPerSecond * SAVED.toSeconds());
        return true;
    }

    private void fill(Instant now) {
        if (filled.isBefore(now)) {
            double seconds = filled.equals(Instant.MIN)
                    ? 0
                    : Duration.between(filled, now).toNanos() / 1e9;
            left = Math.min(bytesPerSecond * SAVED.toSeconds(), left + seconds * bytesPerSecond);
            filled = now;
        }
    }

    /** How often somebody had to wait. */
    public synchronized long deferred() {
        return deferred;
    }
}
