package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.ByteRange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.ProblemKind;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class ByteRangeInvalid implements DocumentCheck {
    private static final CheckInfo INFO = DocumentCheck.declare(
                    "byte_range_invalid", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A byte range that cannot be read, that begins nowhere, or that overlaps the one before it")
            .impact("Decoders get the wrong bytes.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.4.2, 4.4.4.5, 4.4.4.9")
            .action("Look at the packager: compare the ranges with the size of the file.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        if (!playlist.has(Tag.BYTERANGE) && playlist.problems().isEmpty()) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        for (Problem problem : playlist.problems()) {
            if (problem.kind() == ProblemKind.BYTE_RANGE) {
                faults.add(problem.line(), "unusable", problem.kind().text() + " (" + problem.text() + ")");
            }
        }
        List<Segment> segments = playlist.segments();
        // Of a window that slid, or was cut by a delta update, the range before the first is known from the last poll.
        boolean whole = playlist.firstNumber() == 0 && playlist.skip() == null && !segments.isEmpty();
        ByteRange first = whole ? segments.getFirst().byteRange() : null;
        if (first != null && first.offset() == ByteRange.UNKNOWN) {
            faults.add(segments.getFirst().line(), "no_offset", "the first range of all has no offset");
        }
        overlaps(playlist, faults);
        return faults.told();
    }

    private static void overlaps(MediaPlaylist playlist, Faults faults) {
        if (!playlist.has(Tag.BYTERANGE) || playlist.iFramesOnly()) {
            return;
        }
        List<Segment> segments = playlist.segments();
        for (int i = 1; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            ByteRange now = segment.byteRange();
            ByteRange before = segments.get(i - 1).byteRange();
            if (now != null
                    && before != null
                    && now.offset() != ByteRange.UNKNOWN
                    && before.offset() != ByteRange.UNKNOWN
                    && now.offset() < before.end()
                    && before.offset() < now.end()
                    && !segment.discontinuity()
                    && segment.uri().equals(segments.get(i - 1).uri())) {
                faults.add(
                        segment.line(),
                        "overlap",
                        "the range from byte " + now.offset() + " begins before the one before it ends, at "
                                + before.end());
            }
        }
    }
}
