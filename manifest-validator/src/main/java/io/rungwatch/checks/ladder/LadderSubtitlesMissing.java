package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.OfferedRung;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.Rendition;
import io.rungwatch.hls.Variant;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedTrack;
import java.util.List;

public final class LadderSubtitlesMissing implements LadderCheck {
    private static final CheckInfo INFO = LadderCheck.declare(
                    "ladder_subtitles_missing", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "Subtitles or captions of the profile are not offered, or rungs disagree about CLOSED-CAPTIONS=NONE")
            .impact("No captions: deaf viewers are shut out.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.1, 4.4.6.2")
            .action("Check where captions are inserted, upstream of the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ladder ladder, ChannelProfile profile) {
        Faults faults = new Faults(INFO);
        if (!profile.subtitles().isEmpty()) {
            Tracks tracks = new Tracks(ladder, Rendition.Type.SUBTITLES, Variant::subtitlesGroup);
            Tracks captions = new Tracks(ladder, Rendition.Type.CLOSED_CAPTIONS, Variant::closedCaptionsGroup);
            for (ExpectedTrack expected : profile.subtitles()) {
                judge(expected.language(), tracks, captions, faults);
            }
        }
        captionsDisagree(ladder.playlist().variants(), faults);
        return faults.told();
    }

    private static void judge(String language, Tracks subtitles, Tracks captions, Faults faults) {
        if (subtitles.rows(language).isEmpty() && captions.rows(language).isEmpty()) {
            faults.add(0, "language", "neither subtitles nor captions in " + language);
            return;
        }
        List<OfferedRung> without = subtitles.without(language);
        if (!without.isEmpty() && captions.rows(language).isEmpty()) {
            faults.add(
                    without.getFirst().row().line(),
                    "rungs",
                    "subtitles " + language + " are missing on " + without.size() + " rungs");
        }
    }

    /** NONE promises that no rung has captions, so that players may drop their button. */
    private static void captionsDisagree(List<Variant> rows, Faults faults) {
        Variant none = null;
        Variant some = null;
        for (Variant row : rows) {
            none = none == null && row.closedCaptionsNone() ? row : none;
            some = some == null && row.closedCaptionsGroup() != null ? row : some;
        }
        if (none != null && some != null) {
            faults.add(
                    none.line(),
                    "captions",
                    "CLOSED-CAPTIONS=NONE, but line " + some.line() + " has the group " + some.closedCaptionsGroup());
        }
    }
}
