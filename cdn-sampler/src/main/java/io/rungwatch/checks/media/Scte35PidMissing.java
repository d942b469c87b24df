package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Severity;
import io.rungwatch.media.StreamKind;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/** Most packagers put cues into the manifest and drop the stream: it is missed only where a profile promises it. */
public final class Scte35PidMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "scte35_pid_missing", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .set(CheckSet.ADVERTISING)
            .summary("Segments of MPEG-TS announce no stream of SCTE 35 although the channel promises one")
            .impact("Whoever inserts ads by it inserts none.")
            .spec("SCTE 35, 8.1")
            .action("Let the packager pass the pid through; see that the encoder still announces it.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        boolean promised = profile.expect().scte35() && current.rendition().kind() == Kind.VIDEO;
        return promised
                        && Opened.wholeTs(current)
                                .filter(Scte35PidMissing::isWithout)
                                .isPresent()
                ? Told.of(INFO, current, "announces no stream of SCTE 35").alone()
                : Finding.NONE;
    }

    private static boolean isWithout(TransportStream ts) {
        return ts.tables().map().isPresent()
                && ts.tables().streams().noneMatch(stream -> stream.kind() == StreamKind.SCTE35);
    }
}
