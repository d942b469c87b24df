package io.rungwatch.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one address may do something: so many at once, and as many again in that time. Of the many it remembers the last ones. */
public final class Rates {
    private static final int MOST_REMEMBERED = 4096;

    private record Left(double tokens, Instant at) {}

    private final int most;
    private final Duration in;
    private final InstantSource clock;
    private final Map<String, Left> addresses = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Left> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public Rates(int most, Duration in, InstantSource clock) {
        this.most = most;
        this.in = in;
        this.clock = clock;
    }

    /** False where it was too often; then it does not count. */
    public synchronized boolean take(String address) {
        double left = left(address);
        if (left < 1) {
            return false;
        }
        addresses.put(address, new Left(left - 1, clock.instant()));
        return true;
    }

    /** Whether it may once more. */
    public synchronized boolean has(String address) {
        return left(address) >= 1;
    }

    synchronized int remembered() {
        return addresses.size();
    }

    private double left(String address) {
        Left before = addresses.get(address);
        if (before == null) {
            return most;
        }
        double passed = Duration.between(before.at(), clock.instant()).toMillis() / (double) in.toMillis();
        return Math.min(most, before.tokens() + most * Math.max(0, passed));
    }
}
