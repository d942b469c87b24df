package io.rungwatch.duty;

import io.rungwatch.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** What has to be written down so that a restart forgets nothing: texts under keys. */
public final class Keeping {
    private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
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

    /** What cannot be read is left out: a damaged line must not keep the probe from starting. */
    public static DutyMemory restore(Map<String, String> texts) {
        Map<String, Ticket> tickets = new LinkedHashMap<>();
        List<Silence> silences = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (key.startsWith(TICKET)) {
                read(text, Ticket.class).ifPresent(ticket -> tickets.put(key.substring(TICKET.length()), ticket));
            } else if (key.startsWith(SILENCE)) {
                read(text, Silence.class).ifPresent(silences::add);
            }
        });
        return new DutyMemory(tickets, List.copyOf(silences));
    }

    private static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.of(Json.read(text, type));
        } catch (JacksonException e) {
            LOG.error("what was remembered cannot be read and is forgotten: {}", text, e);
            return Optional.empty();
        }
    }
}
