package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the probe sees anything at all. When every host that it asks has failed since the last one answered, and there are several, it is
 * the way out that is gone, and no channel may be judged by it. Shared by all channels.
 */
public final class Sight {
    private static final int UNRELATED = 3;
    /** A host that was not asked for so long is asked no more. */
    private static final Duration ASKED = Duration.ofMinutes(5);
    /** What fails on the way, before anybody has said a word. */
    private static final Set<Failure> ON_THE_WAY = EnumSet.of(
            Failure.DNS, Failure.CONNECT, Failure.CONNECT_TIMEOUT, Failure.FIRST_BYTE_TIMEOUT, Failure.TOTAL_TIMEOUT);

    private final Map<String, Instant> asked = new ConcurrentHashMap<>();
    /** Hosts that failed since anybody answered last. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    void saw(String host, Exchange exchange) {
        if (exchange.neverAsked()) {
            return;
        }
        asked.put(host, exchange.startedAt());
        if (exchange instanceof Exchange.Failed failure && ON_THE_WAY.contains(failure.failure())) {
            failing.add(host);
        } else if (!failing.isEmpty()) {
            failing.clear();
        }
    }

    /** How many hosts have failed, where that is all of them; 0 where somebody answers. */
    int blind(Instant now) {
        if (failing.size() < UNRELATED) {
            return 0;
        }
        Instant since = now.minus(ASKED);
        asked.values().removeIf(last -> last.isBefore(since));
        return failing.containsAll(asked.keySet()) ? failing.size() : 0;
    }
}
