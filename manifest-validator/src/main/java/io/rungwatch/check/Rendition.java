package io.rungwatch.check;

import java.util.Locale;

/**
 * One rung, or one audio or subtitle playlist, by the name that operators use. The entry manifest is watched like a rendition of its
 * own kind, so that everything downstream has one shape of "where".
 */
public record Rendition(String name, Kind kind) {
    public static final Rendition ENTRY = new Rendition("manifest", Kind.ENTRY);

    public enum Kind {
        ENTRY,
        VIDEO,
        AUDIO,
        SUBTITLES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isEntry() {
        return kind == Kind.ENTRY;
    }
}
