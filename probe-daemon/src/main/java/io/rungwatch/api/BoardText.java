package io.rungwatch.api;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A board as the page reads it: whole at first, then what has changed. */
final class BoardText {
    private BoardText() {}

    static Map<String, @Nullable Object> whole(Board board) {
        Map<String, @Nullable Object> text = Json.object("at", board.at(), "whole", true);
        text.put("layers", board.layers().stream().map(View::layer).toList());
        text.put("channels", board.rows().values().stream().map(BoardText::row).toList());
        text.put("alerts", board.alerts().values().stream().map(BoardText::view).toList());
        text.put("untold", board.untold());
        return text;
    }

    static Map<String, @Nullable Object> changes(Board before, Board now) {
        Map<String, @Nullable Object> text = Json.object("at", now.at());
        List<Object> rows = new ArrayList<>();
        now.rows().forEach((id, row) -> {
            if (!row.equals(before.rows().get(id))) {
                rows.add(row(row));
            }
        });
        List<Object> alerts = new ArrayList<>();
        now.alerts().forEach((id, told) -> {
            if (!told.equals(before.alerts().get(id))) {
                alerts.add(view(told));
            }
        });
        put(text, "channels", rows);
        put(text, "gone", missing(before.rows().keySet(), now.rows().keySet()));
        put(text, "alerts", alerts);
        put(text, "over", missing(before.alerts().keySet(), now.alerts().keySet()));
        if (before.untold() != now.untold()) {
            text.put("untold", now.untold());
        }
        if (!before.layers().equals(now.layers())) {
            text.put("layers", now.layers().stream().map(View::layer).toList());
        }
        return text;
    }

    private static void put(Map<String, @Nullable Object> text, String name, List<?> some) {
        if (!some.isEmpty()) {
            text.put(name, some);
        }
    }

    private static List<String> missing(Set<String> before, Set<String> now) {
        return before.stream().filter(id -> !now.contains(id)).toList();
    }

    /** A list, not an object: of a thousand channels the names would be most of the text. Last, and only where there is one: maintenance. */
    private static List<Object> row(Board.Row row) {
        ChannelProfile profile = row.profile();
        List<Object> text = new ArrayList<>(List.of(
                profile.channel(),
                profile.name(),
                profile.tier().word(),
                profile.layers().stream().map(Layer::name).toList(),
                row.layers(),
                row.alerts(),
                row.inHand()));
        row.maintenance().map(View::window).ifPresent(text::add);
        return text;
    }

    private static Map<String, @Nullable Object> view(Notice notice) {
        return notice.view(Links.BELOW_THE_API);
    }
}
