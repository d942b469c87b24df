package io.rungwatch.notify;

import io.rungwatch.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Slack, Teams and PagerDuty refuse, as far as their documentation says it: Slack's reference of blocks and of secondary attachments,
 * Teams' limits of workflows and the schema of Adaptive Cards 1.4, PagerDuty's Events API v2. Says what is wrong; empty where it is taken.
 */
enum Vendor {
    SLACK {
        @Override
        String problem(JsonNode body) {
            if (!body.path("text").isString() || body.path("text").asString().isBlank()) {
                return "no_text";
            }
            if (body.path("text").asString().length() > 40_000) {
                return "msg_too_long";
            }
            for (JsonNode attachment : body.path("attachments")) {
                if (!attachment.path("color").asString().matches("#[0-9a-f]{6}|good|warning|danger")) {
                    return "invalid_color";
                }
                if (attachment.path("blocks").isEmpty()
                        || attachment.path("blocks").size() > 50) {
                    return "invalid_blocks";
                }
                for (JsonNode block : attachment.path("blocks")) {
                    String problem = block(block);
                    if (!problem.isEmpty()) {
                        return problem;
                    }
                }
            }
            return body.path("attachments").size() > 100 ? "too_many_attachments" : "";
        }

        private String block(JsonNode block) {
            String text = block.path("text").path("text").asString();
            String kind = block.path("text").path("type").asString();
            return switch (block.path("type").asString()) {
                case "section" ->
                    !Set.of("mrkdwn", "plain_text").contains(kind) || text.isEmpty() || text.length() > 3_000
                            ? "invalid_blocks: section"
                            : quoted(text);
                case "header" ->
                    !kind.equals("plain_text") || text.isEmpty() || text.length() > 150 ? "invalid_blocks: header" : "";
                default -> "invalid_blocks: unknown type";
            };
        }

        // Half of what stands for a letter is shown as it is.
        private String quoted(String text) {
            return text.replaceAll("&(?:amp|lt|gt);", "").matches("(?s).*[&<>].*") ? "not quoted: " + text : "";
        }
    },

    TEAMS {
        private static final Set<String> COLOURS =
                Set.of("Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention");

        @Override
        String problem(JsonNode body) {
            JsonNode attachment = body.path("attachments").path(0);
            JsonNode card = attachment.path("content");
            if (!body.path("type").asString().equals("message")
                    || body.path("attachments").size() != 1
                    || !attachment.path("contentType").asString().equals("application/vnd.microsoft.card.adaptive")) {
                return "no card";
            }
            if (!card.path("type").asString().equals("AdaptiveCard")
                    || !card.path("version").asString().matches("1\\.[0-5]")
                    || card.path("body").isEmpty()) {
                return "card without type, version or body";
            }
            for (JsonNode element : card.path("body")) {
                String problem = element(element);
                if (!problem.isEmpty()) {
                    return problem;
                }
            }
            return "";
        }

        private String element(JsonNode element) {
            switch (element.path("type").asString()) {
                case "TextBlock" -> {
                    boolean well = element.path("text").isString()
                            && COLOURS.contains(element.path("color").asString("Default"))
                            && Set.of("Default", "Lighter", "Bolder")
                                    .contains(element.path("weight").asString("Default"));
                    return well ? "" : "TextBlock: " + element;
                }
                case "FactSet" -> {
                    for (JsonNode fact : element.path("facts")) {
                        if (!fact.path("title").isString()
                                || !fact.path("value").isString()) {
                            return "fact: " + fact;
                        }
                    }
                    return element.path("facts").isEmpty() ? "FactSet without facts" : "";
                }
                default -> {
                    return "unknown element " + element.path("type");
                }
            }
        }
    },

    PAGERDUTY {
        @Override
        String problem(JsonNode event) {
            String action = event.path("event_action").asString();
            if (!event.path("routing_key").isString()) {
                return "routing_key is required";
            }
            if (!Set.of("trigger", "acknowledge", "resolve").contains(action)) {
                return "event_action is invalid";
            }
            String key = event.path("dedup_key").asString();
            if (key.length() > 255 || key.isEmpty() && !action.equals("trigger")) {
                return "dedup_key is missing or too long";
            }
            return action.equals("trigger") ? payload(event) : "";
        }

        private String payload(JsonNode event) {
            JsonNode payload = event.path("payload");
            String summary = payload.path("summary").asString();
            if (summary.isBlank() || summary.length() > 1_024) {
                return "payload.summary is missing or too long";
            }
            if (payload.path("source").asString().isBlank()) {
                return "payload.source is required";
            }
            if (!Set.of("critical", "error", "warning", "info")
                    .contains(payload.path("severity").asString())) {
                return "payload.severity is invalid";
            }
            for (JsonNode link : event.path("links")) {
                if (!link.path("href").asString().startsWith("http")) {
                    return "links.href is no address";
                }
            }
            try {
                return Instant.parse(payload.path("timestamp").asString()).equals(Instant.MIN) ? "timestamp" : "";
            } catch (DateTimeParseException e) {
                return "payload.timestamp is no ISO 8601";
            }
        }
    };

    /** Bytes of a whole request: 28 KB, 512 KB; Slack does not say, and counts letters. */
    private static final Map<Vendor, Integer> LARGEST = Map.of(TEAMS, 28 << 10, PAGERDUTY, 512 << 10, SLACK, 1 << 20);

    abstract String problem(JsonNode body);

    String problem(byte[] body) {
        if (body.length > LARGEST.getOrDefault(this, 0)) {
            return "413: " + body.length + " bytes";
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.contains("?…") || text.contains("\uFFFD")) {
            return "half a character";
        }
        return problem(Json.read(body));
    }

    /** What becomes of PagerDuty's incidents: by their keys, whether somebody is woken. */
    static final class Incidents {
        private final Map<String, String> states = new LinkedHashMap<>();
        private int woken;

        void take(JsonNode event) {
            String key = event.path("dedup_key").asString();
            String before = states.getOrDefault(key, "resolve");
            String action = event.path("event_action").asString();
            if (action.equals("trigger") && before.equals("resolve")) {
                woken++;
                states.put(key, action);
            } else if (!action.equals("trigger") && !before.equals("resolve")) {
                states.put(key, action);
            }
        }

        String state(String key) {
            return states.getOrDefault(key, "none");
        }

        int woken() {
            return woken;
        }
    }
}
