package io.rungwatch.notify;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For the Events API v2 of PagerDuty: one incident for each notice, whatever becomes of it. */
final class PagerDutyBody {
    private static final int SUMMARY = 1_024;
    private static final int WORD = 255;

    /** PagerDuty takes 512 KB in all. */
    private static final int MOST_BYTES = 512_000;

    /** How long a text, and how many of a list, what it is told may have: the longest with which all of it fits. */
    private static final int[] DETAILS = {Integer.MAX_VALUE, 2_000, 200, 20};

    /** More than an alert has. */
    private static final int FIELDS = 100;

    private PagerDutyBody() {}

    /**
     * In order. Who had it in hand is not woken by a trigger: what is worse than that is resolved first, and is another incident under the
     * same key.
     */
    static List<Map<String, @Nullable Object>> of(Message message, String key, Links links) {
        boolean lapsed = message.kind() == Message.Kind.CHANGED
                && message.notice().lapsed().isPresent();
        Map<String, @Nullable Object> event = event(action(message.kind()), message, key, links);
        return lapsed ? List.of(event("resolve", message, key, links), event) : List.of(event);
    }

    private static Map<String, @Nullable Object> event(String action, Message message, String key, Links links) {
        Map<String, @Nullable Object> event = Json.object(
                "routing_key", key,
                "event_action", action,
                "dedup_key", message.notice().id());
        if (!action.equals("trigger")) {
            return event;
        }
        event.put("client", "Rungwatch");
        links.page(message.notice().id()).ifPresent(page -> {
            event.put("client_url", page);
            event.put(
                    "links",
                    List.of(Json.object(
                            "href",
                            links.runbook(message.notice().fault().what().runbook()),
                            "text",
                            "Runbook")));
        });
        return Card.fitting(MOST_BYTES, DETAILS, longest -> {
            Map<String, @Nullable Object> whole = new LinkedHashMap<>(event);
            whole.put("payload", payload(message, links, longest));
            return whole;
        });
    }

    private static Map<String, @Nullable Object> payload(Message message, Links links, int longest) {
        Fault fault = message.notice().fault();
        return Json.object(
                "summary", Card.cut(new Card(message, links).title(), SUMMARY),
                "source", fault.channel().isEmpty() ? "rungwatch" : Card.cut(fault.channel(), SUMMARY),
                "severity", severity(fault.severity()),
                "timestamp", fault.since(),
                "component", Card.cut(fault.layer(), WORD),
                "group", Card.cut(fault.team(), WORD),
                "class", Card.cut(fault.check(), WORD),
                "custom_details", shortened(message.notice().view(links), longest));
    }

    private static @Nullable Object shortened(@Nullable Object value, int longest) {
        if (value instanceof String text) {
            return Card.cut(text, longest);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .limit(longest)
                    .map(each -> shortened(each, longest))
                    .toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> some = new LinkedHashMap<>();
            map.entrySet().stream()
                    .limit(Math.max(longest, FIELDS))
                    .forEach(entry -> some.put(String.valueOf(entry.getKey()), shortened(entry.getValue(), longest)));
            return some;
        }
        return value;
    }

    private static String action(Message.Kind kind) {
        return switch (kind) {
            case RAISED, CHANGED, ESCALATED -> "trigger";
            case ACKNOWLEDGED -> "acknowledge";
            case MERGED, CLEARED -> "resolve";
        };
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case MAJOR -> "error";
            case MINOR -> "warning";
            case INFO -> "info";
        };
    }
}
