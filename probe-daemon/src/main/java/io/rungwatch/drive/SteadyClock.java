package io.rungwatch.drive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Wall-clock time that never jumps. When somebody sets the machine's clock, every playlist would seem to have stood still for as long, or
 * nobody would be asked for a while; so time here runs with the processor's counter and follows the wall clock slowly, by half a
 * millisecond a second, which is more than any clock drifts. It jumps only for whoever has seen to it that nothing is judged by that.
 */
public final class SteadyClock implements InstantSource {
    private static final long SECOND = 1_000_000_000L;
    private static final long PARTS_PER_MILLION = 500;

    private record Anchor(Instant time, long nanos) {}

    private final InstantSource wall;
    private final LongSupplier nanos;
    private volatile Anchor anchor;

    public SteadyClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        anchor = new Anchor(wall.instant(), nanos.getAsLong());
    }

    @Override
    public Instant instant() {
        Anchor from = anchor;
        long passed = nanos.getAsLong() - from.nanos();
        Instant now = from.time().plusNanos(passed);
        if (passed < SECOND) {
            return now;
        }
        return follow(from, now, passed);
    }

    /** How far the wall clock is ahead. */
    public Duration offset() {
        return Duration.between(instant(), wall.instant());
    }

    /** Takes the wall clock's time over as it is now; returns by how much time has jumped. */
    public synchronized Duration jump() {
        Duration ahead = offset();
        anchor = new Anchor(wall.instant(), nanos.getAsLong());
        return ahead;
    }

    private synchronized Instant follow(Anchor from, Instant now, long passed) {
        if (anchor.equals(from)) {
            long most = passed / 1_000_000 * PARTS_PER_MILLION;
            long behind = clamped(Duration.between(now, wall.instant()), most);
            anchor = new Anchor(now.plusNanos(behind), from.nanos() + passed);
        }
        return now;
    }

    private static long clamped(Duration difference, long most) {
        if (difference.abs().compareTo(Duration.ofNanos(most)) > 0) {
            return difference.isNegative() ? -most : most;
        }
        return difference.toNanos();
    }
}
