package io.rungwatch.dash;

import org.jspecify.annotations.Nullable;

/** Times in ticks of the stream. `content` stands for what it says: equal content, equal number. */
public record Event(
        Place at,
        long time,
        @Nullable Long duration,
        @Nullable String id,
        boolean empty,
        int content) {
    static Event of(Element element, Values values) {
        String data = element.attribute("messageData");
        boolean empty = element.children.isEmpty() && element.text.isBlank() && data == null;
        int content = element.fingerprint("", "");
        return new Event(
                element.at,
                values.whole(element, "presentationTime", 0),
                values.signed(element, "duration"),
                element.attribute("id"),
                empty,
                content);
    }
}
