package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Of an edge only what it has: how long a miss takes is a matter of those above it. */
public final class LatencyHigh implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("latency_high", Severity.MINOR, Owner.BY_LAYER)
            .summary(
                    "More than one in twenty segments waits too long for its first byte, on connections that were open")
            .impact("Slow starts and seeks; low rungs.")
            .spec(
                    "Operator figures: origin 500 ms and 1 s, midcache 300 ms, edge 100 ms and 300 ms, at the 95th percentile")
            .action("Look at the load, disks and upstream of that layer; at an edge, at its way from here.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    private static final Map<Layer.Kind, Duration> MINOR = new EnumMap<>(Map.of(
            Layer.Kind.PACKAGER, Duration.ofMillis(500),
            Layer.Kind.ORIGIN, Duration.ofMillis(500),
            Layer.Kind.MIDCACHE, Duration.ofMillis(300),
            Layer.Kind.EDGE, Duration.ofMillis(100)));
    private static final Map<Layer.Kind, Duration> MAJOR = new EnumMap<>(Map.of(
            Layer.Kind.PACKAGER, Duration.ofSeconds(1),
            Layer.Kind.ORIGIN, Duration.ofMillis(1000),
            Layer.Kind.MIDCACHE, Duration.ofSeconds(1),
            Layer.Kind.EDGE, Duration.ofMillis(300)));

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Layer.Kind kind = rates.layer().kind();
        return Shares.slow(
                INFO,
                rates,
                rates.firstByte(),
                MINOR.getOrDefault(kind, Duration.ofSeconds(1)),
                MAJOR.getOrDefault(kind, Duration.ofSeconds(2)),
                "waited longer than");
    }
}
