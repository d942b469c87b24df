package io.rungwatch.dash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as written, and what follows from it.
 *
 * @param dynamic whether it is live; the default of the format is not
 * @param fingerprint of all that it says but publishTime and UTCTiming
 * @param presentation what follows from it
 */
public record Mpd(
        Place at,
        @Nullable String id,
        @Nullable String profiles,
        boolean dynamic,
        @Nullable Instant availabilityStart,
        @Nullable Instant publishTime,
        @Nullable Span mediaPresentationDuration,
        @Nullable Span minimumUpdatePeriod,
        @Nullable Span minBufferTime,
        @Nullable Span timeShiftBufferDepth,
        @Nullable Span suggestedPresentationDelay,
        @Nullable Span maxSegmentDuration,
        List<BaseUrl> baseUrls,
        List<Period> periods,
        List<Descriptor> utcTimings,
        List<Link> locations,
        List<Link> patchLocations,
        List<ServiceDescription> services,
        @Nullable Steering steering,
        int fingerprint,
        Presentation presentation,
        List<Problem> problems,
        boolean malformed)
        implements DashDocument {
    public static final int MOST_PERIODS = 500;

    static Mpd of(Element root, Problems problems) {
        Values values = new Values(problems);
        List<Period> periods = periods(root, values);
        List<BaseUrl> baseUrls = BaseUrl.of(root, values);
        boolean dynamic = dynamic(root, problems);
        Instant availabilityStart = values.moment(root, "availabilityStartTime");
        Span whole = values.span(root, "mediaPresentationDuration");
        Span window = values.span(root, "timeShiftBufferDepth");
        Presentation presentation =
                Presentation.of(new Presentation.Heading(dynamic, availabilityStart, whole, window, baseUrls), periods);
        return new Mpd(
                root.at,
                root.attribute("id"),
                root.attribute("profiles"),
                dynamic,
                availabilityStart,
                values.moment(root, "publishTime"),
                whole,
                values.span(root, "minimumUpdatePeriod"),
                values.span(root, "minBufferTime"),
                window,
                values.span(root, "suggestedPresentationDelay"),
                values.span(root, "maxSegmentDuration"),
                baseUrls,
                periods,
                Descriptor.of(root, "UTCTiming"),
                Link.texts(root, "Location", values),
                Link.texts(root, "PatchLocation", values),
                ServiceDescription.of(root, values),
                Steering.of(root, values),
                root.fingerprint("publishTime", "UTCTiming"),
                presentation,
                problems.toList(),
                problems.anyHard());
    }

    private static List<Period> periods(Element root, Values values) {
        List<Period> periods = new ArrayList<>();
        for (Element element : root.children("Period")) {
            if (periods.size() == MOST_PERIODS) {
                values.problems().add(ProblemKind.TOO_MANY_PERIODS, element.at, "");
                break;
            }
            periods.add(Period.of(element, values));
        }
        return List.copyOf(periods);
    }

    private static boolean dynamic(Element root, Problems problems) {
        String type = root.attribute("type");
        if (type != null && !type.equals("static") && !type.equals("dynamic")) {
            problems.add(ProblemKind.UNKNOWN_VALUE, root.at, "MPD@type=" + type);
        }
        return "dynamic".equals(type);
    }

    /** In the order in which players are to try them. */
    public List<TimeSource> timeSources() {
        return utcTimings.stream().map(TimeSource::of).toList();
    }

    /** What the format takes for an instant; empty for all else. */
    public static Optional<Instant> moment(@Nullable String text) {
        return text == null ? Optional.empty() : Optional.ofNullable(Moments.parse(text));
    }

    /** Problems of this kind only. */
    public List<Problem> problems(ProblemKind kind) {
        return problems.stream().filter(problem -> problem.kind() == kind).toList();
    }
}
