package io.rungwatch.hls;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The attribute list of a tag in its order, unknown and repeated attributes included. */
public record Attributes(List<Attribute> all) {
    public static final Attributes NONE = new Attributes(List.of());

    /** The first of that name. */
    public @Nullable Attribute find(String name) {
        for (int i = 0; i < all.size(); i++) {
            Attribute attribute = all.get(i);
            if (attribute.name().equals(name)) {
                return attribute;
            }
        }
        return null;
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    public @Nullable String text(String name) {
        Attribute attribute = find(name);
        return attribute == null ? null : attribute.value();
    }

    public String text(String name, String otherwise) {
        Attribute attribute = find(name);
        return attribute == null ? otherwise : attribute.value();
    }

    public boolean yes(String name) {
        return "YES".equals(text(name));
    }

    /** A whole number below 2^63. */
    public OptionalLong whole(String name) {
        String text = text(name);
        long value = text == null ? Numbers.BAD : Numbers.whole(text);
        return value == Numbers.BAD ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** A whole number below 2^64, unsigned. */
    public OptionalLong unsigned(String name) {
        String text = text(name);
        return text == null || !Numbers.isUnsigned(text)
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseUnsignedLong(text));
    }

    /** Decimal seconds as nanoseconds. */
    public OptionalLong duration(String name) {
        String text = text(name);
        long value = text == null ? Numbers.BAD : Numbers.nanos(text, Numbers.LONGEST);
        return value == Numbers.BAD ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
