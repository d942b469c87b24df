package io.rungwatch.dash;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rung, or one audio or text track. Sizes are 0 and texts are empty where nothing is said here or in the set. */
public record Representation(
        Place at,
        @Nullable String id,
        long bandwidth,
        long width,
        long height,
        String mimeType,
        String codecs,
        List<BaseUrl> baseUrls,
        List<SegmentInfo> segments,
        List<Protection> protections) {
    static Representation of(Element element, Element set, Values values) {
        return new Representation(
                element.at,
                element.attribute("id"),
                values.whole(element, "bandwidth", 0),
                values.whole(element, "width", values.whole(set, "width", 0)),
                values.whole(element, "height", values.whole(set, "height", 0)),
                text("mimeType", element, set),
                text("codecs", element, set),
                BaseUrl.of(element, values),
                SegmentInfo.all(element, values),
                Protection.of(element));
    }

    private static String text(String name, Element element, Element set) {
        String own = element.attribute(name);
        String around = own == null ? set.attribute(name) : own;
        return around == null ? "" : around;
    }

    /** As operators would call it. */
    public String name() {
        return id == null ? "in line " + at.line() : id;
    }
}
