package io.rungwatch.check;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One rung, or one audio or subtitle playlist, by the name that operators use. The entry manifest is watched like a rendition of its
 * own kind, so that everything downstream has one shape of "where".
 */
public record Rendition(String name, Kind kind) {
    public static final Rendition ENTRY = new Rendition("manifest", Kind.ENTRY);
    private static final Pattern COPY = Pattern.compile("_[2-9]|_[1-9][0-9]{1,2}");

    public enum Kind {
        ENTRY,
        VIDEO,
        AUDIO,
        SUBTITLES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the second and later addresses of one rung are called: HD, HD_2, HD_3. */
    public Rendition copy(int number) {
        return new Rendition(name + "_" + number, kind);
    }

    /** Whether both are the same rung at two addresses, going by their names. */
    public boolean isCopyOf(Rendition other) {
        return kind == other.kind && !name.equals(other.name) && original().equals(other.original());
    }

    private String original() {
        int mark = name.lastIndexOf('_');
        return mark > 0 && COPY.matcher(name.substring(mark)).matches() ? name.substring(0, mark) : name;
    }

    public boolean isEntry() {
        return kind == Kind.ENTRY;
    }
}
