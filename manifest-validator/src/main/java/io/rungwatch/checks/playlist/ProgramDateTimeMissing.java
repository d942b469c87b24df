package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Mode;
import java.util.List;

public final class ProgramDateTimeMissing implements DocumentCheck {
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "program_date_time_missing", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "A live playlist without wall-clock times; major with date ranges or parts, info of an unknown channel, or when only a discontinuity lacks its own")
            .impact("No ads by the clock, no common clock between devices, weak control of latency.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.5.1, 6.2.1, 6.2.4, B.1; Apple HLS authoring 8.4")
            .action("Turn EXT-X-PROGRAM-DATE-TIME on in the packager; once per playlist is enough.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        boolean dated = playlist.has(Tag.PROGRAM_DATE_TIME);
        if (dated && !playlist.has(Tag.DISCONTINUITY)
                || playlist.skip() != null
                || playlist.iFramesOnly()
                || playlist.ended()
                || playlist.segments().isEmpty()
                || !profile.expectsMore(playlist)) {
            return Finding.NONE;
        }
        if (!dated) {
            boolean ranges = !playlist.dateRanges().isEmpty();
            boolean parts = playlist.partTarget().isPresent();
            return Finding.of(
                            INFO,
                            "no EXT-X-PROGRAM-DATE-TIME" + (ranges ? ", but date ranges" : parts ? ", but parts" : ""))
                    .severity(severity(ranges || parts, profile))
                    .with("date_ranges", playlist.dateRanges().size())
                    .with("parts", parts)
                    .alone();
        }
        return undatedDiscontinuity(playlist.segments());
    }

    /** Times are optional: of a stream that nobody described, nobody promised them. */
    private static Severity severity(boolean needed, ChannelProfile profile) {
        return needed ? Severity.MAJOR : profile.mode() == Mode.UNKNOWN ? Severity.INFO : Severity.MINOR;
    }

    /** Behind a discontinuity the clock may have jumped: where others say it, this one should. */
    private static List<Finding> undatedDiscontinuity(List<Segment> segments) {
        Segment undated = null;
        boolean others = false;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.discontinuity()) {
                boolean written = segment.dating().written();
                others |= written;
                undated = written || undated != null ? undated : segment;
            }
        }
        return undated == null || !others
                ? Finding.NONE
                : Finding.of(
                                INFO,
                                "line " + undated.line()
                                        + ": no EXT-X-PROGRAM-DATE-TIME behind this discontinuity, as others have")
                        .severity(Severity.INFO)
                        .with("line", undated.line())
                        .alone();
    }
}
