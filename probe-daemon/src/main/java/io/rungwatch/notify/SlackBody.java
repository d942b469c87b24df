package io.rungwatch.notify;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For an incoming webhook of Slack. */
final class SlackBody {
    /** Slack refuses a section of more than 3,000 letters, and counts what it is quoted with. */
    private static final int SECTION = 2_900;

    private static final int TITLE = 500;

    private SlackBody() {}

    static Map<String, @Nullable Object> of(Message message, Links links) {
        Card card = new Card(message, links);
        String title = cut(quoted(card.title()), TITLE);
        String facts = card.facts().entrySet().stream()
                .map(fact -> "*" + fact.getKey() + "* " + quoted(fact.getValue()))
                .collect(Collectors.joining("\n"));
        return Json.object(
                "text",
                title,
                "attachments",
                List.of(Json.object("color", colour(card), "blocks", List.of(section(cut(facts, SECTION))))));
    }

    /** Not within what stands for one letter. */
    private static String cut(String quoted, int most) {
        return Card.cut(quoted, most).replaceFirst("&[a-z]{0,3}…$", "…");
    }

    private static Map<String, @Nullable Object> section(String text) {
        return Json.object("type", "section", "text", Json.object("type", "mrkdwn", "text", text));
    }

    private static String colour(Card card) {
        if (!card.isBad()) {
            return "#2eb67d";
        }
        return switch (card.severity()) {
            case CRITICAL -> "#b3001e";
            case MAJOR -> "#e8590c";
            case MINOR -> "#f2c744";
            case INFO -> "#7a8794";
        };
    }

    /** Or a manifest could call everybody in the room, or hide where a link leads to. */
    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
