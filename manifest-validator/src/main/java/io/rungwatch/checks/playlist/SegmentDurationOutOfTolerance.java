package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.SegmentRule;
import java.time.Duration;
import java.util.List;

public final class SegmentDurationOutOfTolerance implements DocumentCheck {
    private static final long LEAST = 500_000_000L;
    private static final long SHORTEST = 100_000_000L;
    /** As far as dates may lie beside durations. */
    private static final long BELIED = 1_000_000_000L;

    private static final int RECENT = 20;
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "segment_duration_out_of_tolerance", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(Threshold.percent(15, "deviation, at least half a second, where the profile says no tolerance"))
            .summary("Segment durations stray from what the profile (or, without one, the playlist's own median) says")
            .impact("More requests or stalls.")
            .spec("Apple HLS authoring 7.5–7.6")
            .action("Compare GOP and segment length of the encoder.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        List<Segment> segments = playlist.segments();
        SegmentRule rule = rule(rendition, profile);
        long expected = rule.duration().map(Duration::toNanos).orElseGet(() -> median(segments));
        double tolerance = rule.tolerance().isPresent()
                ? rule.tolerance().getAsDouble() * expected
                : Math.max(LEAST, profile.threshold(INFO) * expected);
        int row = 0;
        int longestRow = 0;
        int recent = 0;
        Segment example = null;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            boolean last = i + 1 == segments.size();
            boolean cutShort = segment.duration() < SHORTEST && !segment.gap() && !cutOnPurpose(segments, i, playlist);
            boolean off = Math.abs(segment.duration() - expected) > tolerance && !cutOnPurpose(segments, i, playlist);
            if (cutShort || off && !last && isBelied(segment, segments.get(i + 1), expected, tolerance)) {
                return found(segment, expected, 1);
            }
            row = off ? row + 1 : last && cutOnPurpose(segments, i, playlist) ? row : 0;
            longestRow = Math.max(longestRow, row);
            recent += off && i >= segments.size() - RECENT ? 1 : 0;
            example = off ? segment : example;
        }
        boolean often = segments.size() >= RECENT && recent > RECENT / 5;
        return example != null && (longestRow >= 3 || often) ? found(example, expected, recent) : Finding.NONE;
    }

    /** Whether the dates say that it lasts as long as it should: then its duration is wrong, and the clock is not. One is enough. */
    private static boolean isBelied(Segment segment, Segment next, long expected, double tolerance) {
        if (!segment.dating().known() || !next.dating().written()) {
            return false;
        }
        long dated = next.start() - segment.start();
        return Math.abs(dated - expected) <= tolerance && Math.abs(dated - segment.duration()) > BELIED;
    }

    /** What a profile says of segments is meant for sound and picture: subtitles are cut as their packager likes. */
    private static SegmentRule rule(Rendition rendition, ChannelProfile profile) {
        return rendition.kind() == Kind.SUBTITLES ? SegmentRule.DEFAULT : profile.segment();
    }

    private static List<Finding> found(Segment segment, long expected, int count) {
        return Finding.of(
                        INFO,
                        (count == 1 ? "segment " : count + " segments, for example ")
                                + SequenceNumbers.text(segment.number())
                                + " (line " + segment.line() + ") lasts " + Times.text(segment.duration())
                                + " instead of "
                                + Times.text(expected))
                .with("segment", SequenceNumbers.text(segment.number()))
                .with("line", segment.line())
                .with("duration_seconds", Times.seconds(segment.duration()))
                .with("expected_seconds", Times.seconds(expected))
                .with("segments", count)
                .alone();
    }

    /** The last one before a discontinuity, a cue or the end is as long as what was left. */
    private static boolean cutOnPurpose(List<Segment> segments, int i, MediaPlaylist playlist) {
        if (i + 1 == segments.size()) {
            return playlist.ended();
        }
        Segment next = segments.get(i + 1);
        return next.discontinuity()
                || !next.cues().isEmpty()
                || !next.dateRanges().isEmpty();
    }

    private static long median(List<Segment> segments) {
        long[] durations =
                segments.stream().mapToLong(Segment::duration).sorted().toArray();
        return durations.length == 0 ? 0 : durations[durations.length / 2];
    }
}
