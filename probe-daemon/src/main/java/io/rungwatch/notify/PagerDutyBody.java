package io.rungwatch.notify;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For the Events API v2 of PagerDuty: one incident for each notice, whatever becomes of it. */
final class PagerDutyBody {
    private static final int SUMMARY = 1_024;

    private PagerDutyBody() {}

    static Map<String, @Nullable Object> of(Message message, String key) {
        String action = action(message.kind());
        Map<String, @Nullable Object> event = Json.object(
                "routing_key", key,
                "event_action", action,
                "dedup_key", message.notice().id());
        if (action.equals("trigger")) {
            event.put("client", "Rungwatch");
            event.put("payload", payload(message));
        }
        return event;
    }

    private static Map<String, @Nullable Object> payload(Message message) {
        Fault fault = message.notice().fault();
        return Json.object(
                "summary", Card.cut(new Card(message).title(), SUMMARY),
                "source", fault.channel().isEmpty() ? "rungwatch" : Card.cut(fault.channel(), SUMMARY),
                "severity", severity(fault.severity()),
                "timestamp", fault.since(),
                "component", fault.layer(),
                "group", fault.team(),
                "class", fault.check(),
                "custom_details", message.notice().view());
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
