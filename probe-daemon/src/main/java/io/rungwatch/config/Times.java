package io.rungwatch.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Durations and points in time. */
final class Times {
    private static final String FORM = "([0-9]{1,9}(?:\\.[0-9]{1,6})?)(ms|s|m|h)";
    private static final Duration LONGEST = Duration.ofHours(1000);

    /** Nothing that lasts has no length. */
    static final Scalar<Duration> DURATION = Scalar.of(
            "a duration",
            "write 500ms, 6s, 5m or 1h",
            FORM,
            groups -> {
                Duration duration = duration(groups);
                if (duration.isZero()) {
                    throw new Unfit("is no time at all; write 500ms, 6s, 5m or 1h");
                }
                return duration;
            },
            Times::write);

    /** A limit may be nothing: no slack. */
    static final Scalar<Duration> LIMIT =
            Scalar.of("a duration", "write 500ms, 6s, 5m or 1h", FORM, Times::duration, Times::write);

    static final Scalar<Instant> INSTANT = Scalar.of(
            "a point in time",
            "write it with its offset, for example 2026-12-01T01:00+07:00",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})",
            Times::instant,
            Instant::toString);

    /** Largest first. */
    private enum Unit {
        H(3_600_000_000_000L),
        M(60_000_000_000L),
        S(1_000_000_000L),
        MS(1_000_000L);

        private final BigDecimal nanos;

        Unit(long nanos) {
            this.nanos = BigDecimal.valueOf(nanos);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        BigDecimal count(Duration duration) {
            return BigDecimal.valueOf(duration.toNanos()).divide(nanos, 15, RoundingMode.HALF_UP);
        }
    }

    private Times() {}

    private static Duration duration(Matcher groups) throws Unfit {
        Unit unit = Unit.valueOf(groups.group(2).toUpperCase(Locale.ROOT));
        BigDecimal nanos = new BigDecimal(groups.group(1)).multiply(unit.nanos);
        if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
            throw new Unfit("is longer than 1000h; write 500ms, 6s, 5m or 1h");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    private static Instant instant(Matcher groups) throws Unfit {
        try {
            return OffsetDateTime.parse(groups.group()).toInstant();
        } catch (DateTimeException e) {
            throw new Unfit("is no day and hour of the calendar; write for example 2026-12-01T01:00+07:00");
        }
    }

    /** In whole hours or minutes, else in seconds, or in milliseconds below one. */
    static String write(Duration duration) {
        for (Unit unit : List.of(Unit.H, Unit.M)) {
            BigDecimal count = unit.count(duration).stripTrailingZeros();
            if (count.signum() > 0 && count.scale() <= 0) {
                return Numbers.plain(count) + unit.word();
            }
        }
        boolean brief = duration.isPositive() && duration.compareTo(Duration.ofSeconds(1)) < 0;
        Unit unit = brief ? Unit.MS : Unit.S;
        return Numbers.plain(unit.count(duration)) + unit.word();
    }
}
