package io.rungwatch.dash;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

public record Period(
        Place at,
        @Nullable String id,
        @Nullable Span start,
        @Nullable Span duration,
        @Nullable Link link,
        boolean assetIdentified,
        List<BaseUrl> baseUrls,
        List<SegmentInfo> segments,
        List<AdaptationSet> sets,
        List<EventStream> eventStreams,
        List<ServiceDescription> services) {
    static final int MOST = 100;
    private static final Pattern AD = Pattern.compile("(?i)(^|.*[-_.])ad([-_.0-9].*|$)");

    static Period of(Element element, Values values) {
        List<AdaptationSet> sets = new ArrayList<>();
        for (Element set : values.capped(element, "AdaptationSet", MOST)) {
            sets.add(AdaptationSet.of(set, values));
        }
        return new Period(
                element.at,
                element.attribute("id"),
                values.span(element, "start"),
                values.span(element, "duration"),
                Link.remote(element),
                element.child("AssetIdentifier") != null,
                BaseUrl.of(element, values),
                SegmentInfo.all(element, values),
                List.copyOf(sets),
                EventStream.of(element, values),
                ServiceDescription.of(element, values));
    }

    /** Whether it looks like one that somebody put in: its ladder is another. */
    public boolean isAd() {
        return assetIdentified
                || !eventStreams.isEmpty()
                || (id != null && AD.matcher(id).matches());
    }

    /** As operators would call it. */
    public String name() {
        return id == null ? "in line " + at.line() : id;
    }
}
