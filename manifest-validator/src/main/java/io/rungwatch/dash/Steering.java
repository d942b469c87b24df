package io.rungwatch.dash;

import org.jspecify.annotations.Nullable;

/** ContentSteering: who says which service location to take. */
public record Steering(Place at, String url, @Nullable String defaultServiceLocation, boolean queryBeforeStart) {
    static @Nullable Steering of(Element mpd, Values values) {
        Element element = mpd.child("ContentSteering");
        return element == null
                ? null
                : new Steering(
                        element.at,
                        element.text.strip(),
                        element.attribute("defaultServiceLocation"),
                        Boolean.TRUE.equals(values.truth(element, "queryBeforeStart")));
    }
}
