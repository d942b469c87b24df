package io.rungwatch.dash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from a manifest: Periods in time, and per Representation which segments there are. */
public record Presentation(List<PeriodView> periods) {

    static Presentation of(Heading mpd, List<Period> periods) {
        List<PeriodView> views = new ArrayList<>(periods.size());
        long next = mpd.dynamic() ? Scale.FAR : 0;
        for (int i = 0; i < periods.size(); i++) {
            Period period = periods.get(i);
            boolean known = period.start() != null || next < Scale.FAR;
            long start = period.start() != null ? period.start().nanos() : known ? next : 0;
            next = end(mpd, periods, i, start);
            views.add(view(mpd, period, i, start, known, next));
        }
        return new Presentation(List.copyOf(views));
    }

    /** What all Periods share. */
    record Heading(
            boolean dynamic,
            @Nullable Instant zero,
            @Nullable Span whole,
            @Nullable Span window,
            List<BaseUrl> baseUrls) {}

    private static long end(Heading mpd, List<Period> periods, int i, long start) {
        Period period = periods.get(i);
        if (period.duration() != null) {
            return Scale.clamp(start + Math.max(0, period.duration().nanos()));
        }
        Span nextStart = i + 1 < periods.size() ? periods.get(i + 1).start() : null;
        if (nextStart != null) {
            return Math.max(start, nextStart.nanos());
        }
        boolean last = i + 1 == periods.size();
        return last && mpd.whole != null ? Math.max(start, mpd.whole.nanos()) : Scale.FAR;
    }

    private static PeriodView view(Heading mpd, Period period, int i, long start, boolean known, long end) {
        long window = mpd.window == null ? Scale.FAR : Math.max(0, mpd.window.nanos());
        Addressing.Frame frame = new Addressing.Frame(mpd.dynamic, known ? mpd.zero : null, start, end, window);
        List<Track> tracks = new ArrayList<>();
        Timeline shared = null;
        for (AdaptationSet set : period.sets()) {
            for (Representation representation : set.representations()) {
                Track track = track(mpd, period, set, representation, frame, shared);
                shared = track.addressing().timeline().orElse(shared);
                tracks.add(track);
            }
        }
        return new PeriodView(period, i, start, known, end, List.copyOf(tracks));
    }

    private static Track track(
            Heading mpd,
            Period period,
            AdaptationSet set,
            Representation representation,
            Addressing.Frame frame,
            @Nullable Timeline shared) {
        List<List<SegmentInfo>> levels = List.of(period.segments(), set.segments(), representation.segments());
        List<SegmentInfo> nearest = nearest(levels);
        List<List<BaseUrl>> baseUrls =
                List.of(mpd.baseUrls, period.baseUrls(), set.baseUrls(), representation.baseUrls());
        SegmentInfo info = effective(levels, nearest, representation);
        List<Protection> protections = Stream.concat(set.protections().stream(), representation.protections().stream())
                .toList();
        return new Track(
                set,
                representation,
                new Addressing(info, shared, frame, availabilityTimeOffset(info, baseUrls)),
                nearest.stream().map(SegmentInfo::kind).toList(),
                protections,
                baseUrls);
    }

    /** Of the lowest level that says anything. */
    private static List<SegmentInfo> nearest(List<List<SegmentInfo>> levels) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            if (!levels.get(i).isEmpty()) {
                return levels.get(i);
            }
        }
        return List.of();
    }

    private static SegmentInfo effective(
            List<List<SegmentInfo>> levels, List<SegmentInfo> nearest, Representation representation) {
        if (nearest.isEmpty()) {
            return SegmentInfo.nothing(representation.at());
        }
        SegmentInfo.Kind kind = nearest.getLast().kind();
        SegmentInfo effective = null;
        for (List<SegmentInfo> level : levels) {
            for (SegmentInfo info : level) {
                effective = info.kind() == kind ? info.over(effective) : effective;
            }
        }
        return effective == null ? nearest.getLast() : effective;
    }

    private static long availabilityTimeOffset(SegmentInfo info, List<List<BaseUrl>> levels) {
        long sum = info.availabilityTimeOffset() == null ? 0 : info.availabilityTimeOffset();
        for (List<BaseUrl> level : levels) {
            Long more = level.isEmpty() ? null : level.getFirst().availabilityTimeOffset();
            sum = more == null ? sum : Scale.clamp(sum + more);
        }
        return sum;
    }

    /** Every Representation of every Period. */
    public Stream<Track> tracks() {
        return periods.stream().flatMap(period -> period.tracks().stream());
    }

    /** The longest of the last ten segments of the newest Period that has any: what a target duration is in HLS. */
    public long targetDuration(Instant now) {
        for (int i = periods.size() - 1; i >= 0; i--) {
            long longest = periods.get(i).tracks().stream()
                    .mapToLong(track -> track.addressing().longest(now))
                    .max()
                    .orElse(0);
            if (longest > 0) {
                return longest;
            }
        }
        return 0;
    }
}
