package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Whether the probe sees anything at all. When every host that it asks has failed since the last one answered, and there are several, it is
 * the way out that is gone, and no channel may be judged by it. Hosts that are known to be good (references) tell it apart from the day on
 * which all layers are really gone. Shared by all channels.
 */
public final class Sight {
    private static final int UNRELATED = 3;
    /** A host that was not asked for so long is asked no more. */
    private static final Duration ASKED = Duration.ofMinutes(5);
    /** What fails on the way, before anybody has said a word. */
    private static final Set<Failure> ON_THE_WAY = EnumSet.of(
            Failure.DNS, Failure.CONNECT, Failure.CONNECT_TIMEOUT, Failure.FIRST_BYTE_TIMEOUT, Failure.TOTAL_TIMEOUT);

    /** What a reference said last. */
    private record Word(Instant at, boolean answered) {
        static final Word NONE = new Word(Instant.MIN, false);
    }

    /** From when until when nobody answered, and how many hosts that were. */
    private record Blindness(Instant from, Instant until, int hosts) {
        static final Blindness NEVER = new Blindness(Instant.MAX, Instant.MIN, 0);

        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    private final BooleanSupplier namesGone;
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();
    /** Hosts that failed since anybody answered last. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    private final Map<String, Word> references = new ConcurrentHashMap<>();
    /** Since when hosts fail; of no meaning while nobody does. */
    private volatile Instant failingSince = Instant.MAX;

    /** What was asked in it and is heard of when it is over failed for the same reason. */
    private volatile Blindness last = Blindness.NEVER;

    public Sight() {
        this(() -> false);
    }

    /** @param namesGone whether no name gets an answer from the probe's name service */
    public Sight(BooleanSupplier namesGone) {
        this.namesGone = namesGone;
    }

    /** It could not be asked because the probe's own name service is silent for everybody. */
    boolean isNameless(Exchange exchange) {
        return exchange instanceof Exchange.Failed failed
                && failed.failure() == Failure.DNS
                && namesGone.getAsBoolean();
    }

    void saw(String host, Exchange exchange) {
        if (exchange.neverAsked()) {
            return;
        }
        Instant at = exchange.startedAt();
        asked.put(host, at);
        if (!isOnTheWay(exchange)) {
            if (!failing.isEmpty()) {
                failing.clear();
            }
            return;
        }
        if (failing.isEmpty()) {
            failingSince = at;
        }
        failing.add(host);
        int hosts = dark(at);
        if (hosts > 0) {
            last = new Blindness(failingSince, at.plusNanos(exchange.timing().total()), hosts);
        }
    }

    /** Time has jumped: what was seen before that is of no use, and would be believed for too long. */
    public void forget() {
        asked.clear();
        failing.clear();
        failingSince = Instant.MAX;
        references.replaceAll((host, word) -> Word.NONE);
        last = Blindness.NEVER;
    }

    /** These are the references from now on; of those that are new nothing is known yet. */
    public void refersTo(Set<String> hosts) {
        references.keySet().retainAll(hosts);
        hosts.forEach(host -> references.putIfAbsent(host, Word.NONE));
    }

    /** What a reference answered. */
    public void sawReference(String host, Exchange exchange) {
        if (exchange.neverAsked()) {
            return;
        }
        references.replace(host, new Word(exchange.startedAt(), !isOnTheWay(exchange)));
    }

    /** Whether it depends on the references, and they have not said it yet. */
    public boolean wonders(Instant now) {
        return !failing.isEmpty()
                && !references.isEmpty()
                && allFail(now)
                && references.values().stream().noneMatch(this::vouches)
                && !references.values().stream().allMatch(this::fails);
    }

    /** How many hosts have failed, where that is all of them; 0 where somebody answers. */
    int blind(Instant now) {
        return last.covers(now) ? last.hosts() : failing.isEmpty() ? 0 : dark(now);
    }

    private int dark(Instant now) {
        if (!allFail(now)) {
            return 0;
        }
        boolean sure = references.isEmpty()
                ? failing.size() >= UNRELATED
                : references.values().stream().allMatch(this::fails);
        return sure ? failing.size() + references.size() : 0;
    }

    private boolean allFail(Instant now) {
        if (references.isEmpty() && failing.size() < UNRELATED) {
            return false;
        }
        Instant since = now.minus(ASKED);
        asked.values().removeIf(before -> before.isBefore(since));
        return failing.containsAll(asked.keySet());
    }

    /** It has answered while all others failed: the way out is there. */
    private boolean vouches(Word word) {
        return word.answered() && !word.at().isBefore(failingSince);
    }

    private boolean fails(Word word) {
        return !word.answered() && !word.at().isBefore(failingSince);
    }

    private static boolean isOnTheWay(Exchange exchange) {
        return exchange instanceof Exchange.Failed failure && ON_THE_WAY.contains(failure.failure());
    }
}
