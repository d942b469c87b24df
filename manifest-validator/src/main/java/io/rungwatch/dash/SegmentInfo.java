package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SegmentBase, SegmentList or SegmentTemplate as written on one level, or after {@link #over} as it takes effect: the nearest level wins
 * attribute by attribute.
 */
public record SegmentInfo(
        Kind kind,
        Place at,
        @Nullable Long timescale,
        @Nullable Long presentationTimeOffset,
        @Nullable Long eptDelta,
        @Nullable Long duration,
        @Nullable Long startNumber,
        @Nullable Long endNumber,
        @Nullable Template media,
        @Nullable Template initialization,
        @Nullable ByteSpan indexRange,
        @Nullable Long availabilityTimeOffset,
        @Nullable Boolean availabilityTimeComplete,
        @Nullable Runs runs,
        List<SegmentUrl> urls) {

    public enum Kind {
        BASE("SegmentBase"),
        LIST("SegmentList"),
        TEMPLATE("SegmentTemplate");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        public String element() {
            return element;
        }
    }

    static List<SegmentInfo> all(Element parent, Values values) {
        List<SegmentInfo> found = new ArrayList<>(1);
        for (Kind kind : Kind.values()) {
            Element element = parent.child(kind.element);
            if (element != null) {
                found.add(of(kind, element, values));
            }
        }
        return List.copyOf(found);
    }

    /** Of a Representation that names one file by BaseURL and says no more. */
    static SegmentInfo nothing(Place at) {
        return new SegmentInfo(
                Kind.BASE, at, null, null, null, null, null, null, null, null, null, null, null, null, List.of());
    }

    private static SegmentInfo of(Kind kind, Element element, Values values) {
        Element timeline = element.child("SegmentTimeline");
        List<SegmentUrl> urls = new ArrayList<>(0);
        element.children("SegmentURL").forEach(url -> urls.add(SegmentUrl.of(url, values)));
        return new SegmentInfo(
                kind,
                element.at,
                values.timescale(element),
                values.whole(element, "presentationTimeOffset"),
                values.signed(element, "eptDelta"),
                values.whole(element, "duration"),
                values.whole(element, "startNumber"),
                values.whole(element, "endNumber"),
                values.template(element, "media"),
                initialization(element, values),
                values.range(element, "indexRange"),
                values.seconds(element, "availabilityTimeOffset"),
                values.truth(element, "availabilityTimeComplete"),
                timeline == null ? null : timeline.runs,
                List.copyOf(urls));
    }

    /** An attribute of templates, an element of lists and bases; without a URL it is the beginning of the file itself. */
    private static @Nullable Template initialization(Element element, Values values) {
        Element inside = element.child("Initialization");
        if (inside == null) {
            return values.template(element, "initialization");
        }
        String url = inside.attribute("sourceURL");
        return new Template(
                url == null ? "" : url,
                List.of(new Template.Part(url == null ? "" : url, java.util.Optional.empty(), 0)),
                java.util.Optional.empty());
    }

    /** This level, and where it is silent the one around it. */
    SegmentInfo over(@Nullable SegmentInfo outer) {
        if (outer == null || outer.kind != kind) {
            return this;
        }
        return new SegmentInfo(
                kind,
                at,
                nearest(timescale, outer.timescale),
                nearest(presentationTimeOffset, outer.presentationTimeOffset),
                nearest(eptDelta, outer.eptDelta),
                nearest(duration, outer.duration),
                nearest(startNumber, outer.startNumber),
                nearest(endNumber, outer.endNumber),
                nearest(media, outer.media),
                nearest(initialization, outer.initialization),
                nearest(indexRange, outer.indexRange),
                nearest(availabilityTimeOffset, outer.availabilityTimeOffset),
                nearest(availabilityTimeComplete, outer.availabilityTimeComplete),
                nearest(runs, outer.runs),
                urls.isEmpty() ? outer.urls : urls);
    }

    private static <T> @Nullable T nearest(@Nullable T inner, @Nullable T outer) {
        return inner == null ? outer : inner;
    }
}
