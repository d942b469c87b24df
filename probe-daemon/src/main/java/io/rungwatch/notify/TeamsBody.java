package io.rungwatch.notify;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For a workflow of Microsoft Teams that posts a card when a webhook request is received. */
final class TeamsBody {
    /** Teams takes 28 KB in all. */
    private static final int MOST_BYTES = 28_000;

    private static final int TITLE = 500;

    /** How long a fact may be: the longest with which all of them fit. */
    private static final int[] FACTS = {1_000, 500, 250, 120, 60};

    private TeamsBody() {}

    static Map<String, @Nullable Object> of(Message message, Links links) {
        Card card = new Card(message, links);
        return Card.fitting(MOST_BYTES, FACTS, longest -> of(card, longest));
    }

    private static Map<String, @Nullable Object> of(Card card, int longest) {
        List<?> facts = card.facts().entrySet().stream()
                .map(fact -> Json.object("title", fact.getKey(), "value", quoted(Card.cut(fact.getValue(), longest))))
                .toList();
        Map<String, @Nullable Object> title = Json.object(
                "type",
                "TextBlock",
                "text",
                quoted(Card.cut(card.title(), TITLE)),
                "weight",
                "Bolder",
                "color",
                colour(card),
                "wrap",
                true);
        Map<String, @Nullable Object> content = Json.object(
                "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
                "type", "AdaptiveCard",
                "version", "1.4",
                "msteams", Json.object("width", "Full"),
                "body", List.of(title, Json.object("type", "FactSet", "facts", facts)));
        return Json.object(
                "type",
                "message",
                "attachments",
                List.of(Json.object(
                        "contentType",
                        "application/vnd.microsoft.card.adaptive",
                        "contentUrl",
                        null,
                        "content",
                        content)));
    }

    private static String colour(Card card) {
        if (!card.isBad()) {
            return "Good";
        }
        return switch (card.severity()) {
            case CRITICAL, MAJOR -> "Attention";
            case MINOR -> "Warning";
            case INFO -> "Default";
        };
    }

    /** Cards are Markdown: or a manifest could hide where a link leads to. */
    private static String quoted(String text) {
        return text.replaceAll("([\\\\\\[\\]*`])", "\\\\$1");
    }
}
