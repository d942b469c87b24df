package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.AccessUnit;
import io.rungwatch.media.Fragmented;
import io.rungwatch.media.Pes;
import io.rungwatch.media.Pid;
import io.rungwatch.media.ProgramStream;
import io.rungwatch.media.StreamKind;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Track;
import io.rungwatch.media.TrackRun;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;

/** The picture itself tells, a mark in its packet is optional. Where nobody promised that segments are independent, it is minor. */
public final class SegmentStartsWithoutKeyframe implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "segment_starts_without_keyframe", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A segment does not begin with a key picture")
            .impact("Joining and changing rungs shows a frozen or broken picture for seconds.")
            .spec("RFC 8216, 3 and 4.3.5.1; ISO 23000-19, 7.3.2.3")
            .action("Let the encoder set key pictures where segments are cut: a fixed, closed group of pictures.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        Start start = Opened.ts(current)
                .map(SegmentStartsWithoutKeyframe::start)
                .or(() -> Opened.mp4(current).map(mp4 -> start(current, mp4)))
                .orElse(Start.UNKNOWN);
        boolean promised = current.segment().independent();
        return switch (start) {
            case KEY, UNKNOWN -> Finding.NONE;
            case RECOVERY ->
                promised
                        ? told(current, "begins with a picture that is no key picture but leads to one")
                        : Finding.NONE;
            case OTHER ->
                told(current, "does not begin with a key picture").stream()
                        .map(finding -> promised ? finding.severity(INFO.severity()) : finding)
                        .toList();
        };
    }

    private enum Start {
        KEY,
        /** An open group of pictures, or one that is refreshed bit by bit. */
        RECOVERY,
        OTHER,
        UNKNOWN
    }

    private static final int RECOVERY_POINT = 6;
    private static final int LAST_PICTURE = 31;
    private static final int LAST_AVC_PICTURE = 5;

    private static List<Finding> told(Portion portion, String text) {
        return Told.of(INFO, portion, text).severity(Severity.MINOR).alone();
    }

    private static Start start(TransportStream ts) {
        Optional<Pid> pid = ts.first(Sort.VIDEO);
        Optional<AccessUnit> first = pid.flatMap(Pid::firstPicture);
        if (first.isEmpty() || first.get().pes() > 0 || !hasPicture(ts, first.get())) {
            return Start.UNKNOWN;
        } else if (first.get().keyframe()) {
            return Start.KEY;
        }
        boolean marked = pid.flatMap(Pid::pes).filter(Pes::randomAccess).isPresent();
        return marked || first.get().messages().contains(RECOVERY_POINT) ? Start.RECOVERY : Start.OTHER;
    }

    /** What is cut off before its picture says nothing. */
    private static boolean hasPicture(TransportStream ts, AccessUnit unit) {
        StreamKind kind = ts.tables()
                .streams()
                .map(ProgramStream::kind)
                .filter(any -> any.sort() == Sort.VIDEO)
                .findFirst()
                .orElse(StreamKind.OTHER);
        int last = unit.units().isEmpty() ? -1 : unit.units().getLast();
        return switch (kind) {
            case AVC -> last >= 1 && last <= LAST_AVC_PICTURE;
            case HEVC -> last >= 0 && last <= LAST_PICTURE;
            case MPEG2 -> last == 0;
            default -> false;
        };
    }

    private static Start start(Portion portion, Fragmented mp4) {
        List<Long> pictures = Opened.tracks(portion, Sort.VIDEO).map(Track::id).toList();
        boolean marked = mp4.indexes().stream().anyMatch(index -> index.startsWithSap() && index.sapType() > 0);
        return mp4.tracks().stream()
                .filter(run -> pictures.contains(run.trackId()))
                .map(TrackRun::firstSync)
                .findFirst()
                .map(sync -> switch (sync) {
                    case YES -> Start.KEY;
                    case NO -> marked ? Start.RECOVERY : Start.OTHER;
                    case UNKNOWN -> Start.UNKNOWN;
                })
                .orElse(Start.UNKNOWN);
    }
}
