package io.rungwatch.dash;

import org.jspecify.annotations.Nullable;

/** One segment of a list; without `media` it is a part of what BaseURL names. */
public record SegmentUrl(
        Place at, @Nullable String media, @Nullable ByteSpan mediaRange) {
    static SegmentUrl of(Element element, Values values) {
        return new SegmentUrl(element.at, element.attribute("media"), values.range(element, "mediaRange"));
    }
}
