package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Now and then asks for documents that manifests lead their players to; once for all layers and renditions that name the same. */
final class LinkErrand implements Errand {
    private static final Duration REST = Duration.ofSeconds(60);
    /** At once: somebody else's server counts what it is asked. */
    private static final int MOST = 4;

    private final Supplier<Duration> target;
    private final Links links;
    private final Turns turns;
    /** When each was asked last. */
    private final Map<Url, Instant> asked = new HashMap<>();

    private int open;
    private boolean looked;

    LinkErrand(Supplier<Duration> target, Links links, Instant first) {
        this.target = target;
        this.links = links;
        this.turns = new Turns(first);
    }

    @Override
    public boolean endsWith(Round gone) {
        return false;
    }

    @Override
    public boolean isLight() {
        return true;
    }

    @Override
    public Instant due() {
        return turns.next();
    }

    @Override
    public boolean settled() {
        return open == 0 && (looked || named().isEmpty());
    }

    private Map<Url, Track> named() {
        Map<Url, Track> named = new LinkedHashMap<>();
        links.from().forEach(track -> links.named(track).forEach(url -> named.putIfAbsent(url, track)));
        return named;
    }

    @Override
    public void ask(Instant now, List<Poll> into) {
        Instant due = turns.next();
        Map<Url, Track> named = named();
        links.sayings().keepOnly(named.keySet());
        asked.keySet().retainAll(named.keySet());
        if (named.isEmpty()) {
            turns.nothing(now);
            return;
        }
        List<Map.Entry<Url, Track>> wanted = new ArrayList<>(named.entrySet());
        wanted.removeIf(link -> !links.change() && links.sayings().isKnown(link.getKey()));
        // Whoever was not asked for the longest is next: neither many nor those that do not answer keep others from it.
        wanted.sort(Comparator.comparing(link -> asked.getOrDefault(link.getKey(), Instant.MIN)));
        for (Map.Entry<Url, Track> link : wanted.subList(0, Math.min(MOST, wanted.size()))) {
            Track track = link.getValue();
            asked.put(link.getKey(), now);
            open++;
            track.asides++;
            into.add(new Poll(
                    track, (poll, exchange) -> accept(poll, track, exchange), links.fetch(link.getKey()), due));
        }
        looked = true;
        turns.begin(now, REST, Pace.round(REST, due.toEpochMilli(), 0));
    }

    private PollReport accept(Poll poll, Track track, Exchange exchange) {
        open--;
        track.asides--;
        links.sayings().note(poll.fetch().url(), exchange);
        Verdict verdict = new Verdict();
        links.judge(track, verdict);
        return Judging.aside(poll, exchange, verdict, target.get());
    }
}
