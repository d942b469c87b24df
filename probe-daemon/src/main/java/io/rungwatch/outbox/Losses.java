package io.rungwatch.outbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whose messages were let go, until he has caught up: that is trouble of the probe's own. Guarded by whoever holds it. */
final class Losses {
    /** By receiver: how many its owner was told of. */
    private final Map<String, Long> losing = new HashMap<>();

    private final Map<String, Long> before = new HashMap<>();

    /** What is to be told since this was asked last, by receiver; empty when it is well again. */
    Map<String, Optional<String>> news(Backlog backlog) {
        Map<String, Optional<String>> news = new LinkedHashMap<>();
        for (String name : backlog.receivers()) {
            long lost = backlog.lost(name) - before.getOrDefault(name, 0L);
            if (lost > losing.getOrDefault(name, 0L)) {
                losing.put(name, lost);
                news.put(
                        name,
                        Optional.of(lost + " messages were let go, the oldest first; " + backlog.waiting(name)
                                + " others wait"));
            }
        }
        losing.keySet().removeIf(name -> {
            boolean well = backlog.waiting(name) == 0;
            if (well) {
                before.put(name, backlog.lost(name));
                news.put(name, Optional.empty());
            }
            return well;
        });
        return news;
    }
}
