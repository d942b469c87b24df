package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that stand in the manifest itself. */
public record EventStream(
        Place at,
        @Nullable String scheme,
        @Nullable String value,
        long timescale,
        long presentationTimeOffset,
        List<Event> events) {
    static List<EventStream> of(Element parent, Values values) {
        List<EventStream> found = new ArrayList<>(0);
        for (Element element : parent.children("EventStream")) {
            List<Event> events = new ArrayList<>();
            element.children("Event").forEach(event -> events.add(Event.of(event, values)));
            found.add(new EventStream(
                    element.at,
                    element.attribute("schemeIdUri"),
                    element.attribute("value"),
                    values.whole(element, "timescale", 1),
                    values.whole(element, "presentationTimeOffset", 0),
                    List.copyOf(events)));
        }
        return List.copyOf(found);
    }
}
