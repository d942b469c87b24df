package io.rungwatch.duty;

import io.rungwatch.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has to be written down so that a restart forgets nothing: texts under keys. */
public final class Keeping {
    private static final String TICKET = "ticket ";
    private static final String SILENCE = "silence ";

    private Keeping() {}

    /** What is other now; empty where there is no more of it. */
    public static Map<String, Optional<String>> changes(DutyMemory before, DutyMemory after) {
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        compare(changes, TICKET, before.tickets(), after.tickets());
        compare(changes, SILENCE, byId(before.silences()), byId(after.silences()));
        return changes;
    }

    private static <T> void compare(
            Map<String, Optional<String>> changes, String kind, Map<String, T> before, Map<String, T> after) {
        after.forEach((key, value) -> {
            T was = before.get(key);
            if (was != value && !value.equals(was)) {
                changes.put(kind + key, Optional.of(Json.write(value)));
            }
        });
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> changes.put(kind + key, Optional.empty()));
    }

    private static Map<String, Silence> byId(List<Silence> silences) {
        Map<String, Silence> byId = new HashMap<>();
        silences.forEach(silence -> byId.put(silence.id(), silence));
        return byId;
    }

    public static DutyMemory restore(Map<String, String> texts) {
        Map<String, Ticket> tickets = new LinkedHashMap<>();
        List<Silence> silences = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(TICKET)) {
                tickets.put(key.substring(TICKET.length()), Json.read(text, Ticket.class));
            } else if (key.startsWith(SILENCE)) {
                silences.add(Json.read(text, Silence.class));
            }
        });
        return new DutyMemory(tickets, List.copyOf(silences));
    }
}
