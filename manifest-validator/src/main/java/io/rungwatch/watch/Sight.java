package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the probe sees anything at all. When hosts that have nothing to do with each other fail one after the other and none answers in
 * between, it is the way out that is gone, and no channel may be judged by it. Shared by all channels.
 */
public final class Sight {
    private static final int UNRELATED = 3;
    /** What fails on the way, before anybody has said a word. */
    private static final Set<Failure> ON_THE_WAY = EnumSet.of(
            Failure.DNS, Failure.CONNECT, Failure.CONNECT_TIMEOUT, Failure.FIRST_BYTE_TIMEOUT, Failure.TOTAL_TIMEOUT);

    /** Hosts that failed since anybody answered last, and when they did first. */
    private final Map<String, Instant> failing = new LinkedHashMap<>();

    private volatile int failed;

    /** Since when nobody has answered, and how many have not. */
    public record Blindness(Instant since, int hosts) {}

    void saw(String host, Exchange exchange) {
        if (exchange instanceof Exchange.Failed failure && ON_THE_WAY.contains(failure.failure())) {
            fails(host, exchange.startedAt());
        } else if (failed > 0) {
            answers();
        }
    }

    private synchronized void fails(String host, Instant at) {
        failing.putIfAbsent(host, at);
        failed = failing.size();
    }

    private synchronized void answers() {
        failing.clear();
        failed = 0;
    }

    Optional<Blindness> blind() {
        return failed < UNRELATED ? Optional.empty() : told();
    }

    private synchronized Optional<Blindness> told() {
        return failing.size() < UNRELATED
                ? Optional.empty()
                : Optional.of(new Blindness(failing.values().iterator().next(), failing.size()));
    }
}
