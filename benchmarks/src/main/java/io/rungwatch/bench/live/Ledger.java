package io.rungwatch.bench.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was told of each channel, from raise to clear, by itself or in a group: to who has the fault the two are one. */
final class Ledger {
    /** Of no channel: of a layer, or of the probe itself. */
    static final String NOBODY = "";

    /** One check of one channel, from the first message that says so to the one that takes the last of them back. */
    record Entry(
            String channel,
            String check,
            String team,
            String layer,
            Instant raised,
            Optional<Instant> cleared,
            String headline) {
        /** The probe complains of itself. */
        boolean isOwn() {
            return team.equals("probe");
        }

        private Entry clearedAt(Instant at) {
            return new Entry(channel, check, team, layer, raised, Optional.of(at), headline);
        }
    }

    private record Key(String channel, String check) {}

    /** An entry that is open, and the alerts that say so. */
    private record Open(Entry entry, Set<String> alerts) {}

    private final List<Entry> over = new ArrayList<>();
    private final Map<Key, Open> open = new LinkedHashMap<>();
    /** Who has which alert. */
    private final Map<String, Set<Key>> having = new HashMap<>();

    synchronized void note(Told told) {
        Set<Key> now = told.isLast() ? Set.of() : keys(told);
        for (Key key : now) {
            open.computeIfAbsent(key, fresh -> new Open(entry(fresh, told), new HashSet<>()))
                    .alerts()
                    .add(told.id());
        }
        Set<Key> before = having.getOrDefault(told.id(), Set.of());
        having.put(told.id(), now);
        before.stream().filter(key -> !now.contains(key)).forEach(key -> leave(key, told));
    }

    private static Set<Key> keys(Told told) {
        List<String> who = told.channels().isEmpty() ? List.of(NOBODY) : told.channels();
        return who.stream().map(channel -> new Key(channel, told.check())).collect(Collectors.toUnmodifiableSet());
    }

    private void leave(Key key, Told told) {
        Open known = open.get(key);
        if (known != null && known.alerts().remove(told.id()) && known.alerts().isEmpty()) {
            open.remove(key);
            over.add(known.entry().clearedAt(told.at()));
        }
    }

    private static Entry entry(Key key, Told told) {
        return new Entry(
                key.channel(), key.check(), told.team(), told.layer(), told.at(), Optional.empty(), told.headline());
    }

    synchronized List<Entry> entries() {
        List<Entry> all = new ArrayList<>(over);
        open.values().forEach(known -> all.add(known.entry()));
        return all;
    }
}
