package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Directives.Skip;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What low latency adds to a media playlist; times are milliseconds.
 *
 * @param skipUntil rows older than this can be left out of an answer; null offers no such answers
 * @param open the segment in the making, with the parts that are out; its first part may still be to come
 * @param removed date ranges that are gone, but not for long
 * @param skip what this answer leaves out
 * @param lost rows that it leaves out beside those
 */
public record Edge(
        long partTarget,
        long holdBack,
        boolean blocks,
        @Nullable Long skipUntil,
        boolean skipsDateRanges,
        @Nullable MediaSegment open,
        List<Report> reports,
        List<String> removed,
        Skip skip,
        int lost) {
    /** Where another rendition is. */
    public record Report(String uri, long msn, long part) {
        public Report behind(long segments) {
            return new Report(uri, msn - segments, part);
        }
    }

    public Edge withHoldBack(long millis) {
        return new Edge(partTarget, millis, blocks, skipUntil, skipsDateRanges, open, reports, removed, skip, lost);
    }

    public Edge withOpen(@Nullable MediaSegment segment) {
        return new Edge(
                partTarget, holdBack, blocks, skipUntil, skipsDateRanges, segment, reports, removed, skip, lost);
    }

    public Edge withReports(List<Report> others) {
        return new Edge(partTarget, holdBack, blocks, skipUntil, skipsDateRanges, open, others, removed, skip, lost);
    }

    public Edge skipping(Skip other) {
        return new Edge(partTarget, holdBack, blocks, skipUntil, skipsDateRanges, open, reports, removed, other, lost);
    }

    public Edge losing(int rows) {
        return new Edge(partTarget, holdBack, blocks, skipUntil, skipsDateRanges, open, reports, removed, skip, rows);
    }

    Edge each(UnaryOperator<MediaSegment> change) {
        return open == null ? this : withOpen(change.apply(open));
    }

    /** Parts of the open segment that are out. */
    int parts() {
        return open == null ? 0 : open.parts().size();
    }
}
