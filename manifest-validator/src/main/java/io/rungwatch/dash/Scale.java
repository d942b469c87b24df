package io.rungwatch.dash;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** Ticks to nanoseconds and back, exact; what lies beyond 126 years is held there, so that two of them can still be added. */
public final class Scale {
    public static final long SECOND = 1_000_000_000L;
    /** The end of time, in nanoseconds. */
    public static final long FAR = 4_000_000_000_000_000_000L;

    private Scale() {}

    /** Rounded down. */
    public static long nanos(long ticks, long timescale) {
        if (timescale <= 0) {
            return 0;
        }
        return muldiv(ticks, SECOND, timescale, FAR);
    }

    /** Rounded down. */
    public static long ticks(long nanos, long timescale) {
        return muldiv(nanos, Math.max(1, timescale), SECOND, Long.MAX_VALUE);
    }

    static long muldiv(long a, long b, long divisor, long limit) {
        long product = a * b;
        if (Math.multiplyHigh(a, b) == product >> 63) {
            return clamp(Math.floorDiv(product, divisor), limit);
        }
        BigInteger exact = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        BigInteger[] parts = exact.divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return floor.bitLength() < 63 ? clamp(floor.longValue(), limit) : floor.signum() < 0 ? -limit : limit;
    }

    public static long clamp(long nanos) {
        return clamp(nanos, FAR);
    }

    private static long clamp(long value, long limit) {
        return Math.max(-limit, Math.min(limit, value));
    }

    /** Held at {@link #FAR}. */
    public static long nanos(Duration duration) {
        boolean near = Math.abs(duration.toSeconds()) < FAR / SECOND;
        return near ? duration.toNanos() : duration.isNegative() ? -FAR : FAR;
    }

    /** a + b, held at the ends of a long. */
    public static long add(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    /** a × b for counts and durations, held at the ends of a long. */
    public static long multiply(long a, long b) {
        long product = a * b;
        return Math.multiplyHigh(a, b) == product >> 63
                ? product
                : (a < 0) == (b < 0) ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /** Time between two instants in ticks, rounded down; exact over millennia, where nanoseconds would not fit. */
    static long ticksBetween(Instant from, Instant to, long timescale) {
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        long nanos = (long) to.getNano() - from.getNano();
        return add(multiply(seconds, timescale), ticks(nanos, timescale));
    }

    /** An instant that many ticks later, held within the years that a calendar knows. */
    static Instant after(Instant from, long ticks, long timescale) {
        long seconds = Math.floorDiv(ticks, timescale);
        long nanos = muldiv(Math.floorMod(ticks, timescale), SECOND, timescale, SECOND);
        long far = 300_000_000_000L;
        return from.plusSeconds(Math.max(-far, Math.min(far, seconds))).plusNanos(nanos);
    }
}
