package io.rungwatch.dash;

import org.jspecify.annotations.Nullable;

/**
 * Times in ticks of the stream. `content` stands for what it says: equal content, equal number.
 *
 * @param splice the Base64 of an SCTE 35 section as written; null where there is none
 */
public record Event(
        Place at,
        long time,
        @Nullable Long duration,
        @Nullable String id,
        boolean empty,
        int content,
        @Nullable String splice) {
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
                content,
                splice(element));
    }

    /** In a Signal, or without one around it. */
    private static @Nullable String splice(Element event) {
        Element signal = event.child("scte35:Signal");
        Element binary = (signal == null ? event : signal).child("scte35:Binary");
        return binary == null ? null : binary.text;
    }
}
