package io.rungwatch.blame;

import io.rungwatch.profile.Layer;

/** A layer, or one POP of it: those of a kind stand side by side. */
public record Place(Layer.Kind kind, String name) {
    boolean isAbove(Place other) {
        return kind.compareTo(other.kind) < 0;
    }
}
