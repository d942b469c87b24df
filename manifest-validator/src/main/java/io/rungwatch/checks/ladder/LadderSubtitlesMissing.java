package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tracks;
import io.rungwatch.check.TracksCheck;
import io.rungwatch.checks.Faults;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedTrack;
import java.util.List;

public final class LadderSubtitlesMissing implements TracksCheck {
    private static final CheckInfo INFO = TracksCheck.declare(
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
    public List<Finding> check(Tracks offered, ChannelProfile profile) {
        Faults faults = new Faults(INFO);
        for (ExpectedTrack expected : profile.subtitles()) {
            judge(expected.language(), offered.subtitles(), offered.captions(), faults);
        }
        offered.captions().contradiction().ifPresent(found -> faults.add(found.line(), "captions", found.what()));
        return faults.told();
    }

    private static void judge(String language, Tracks.Offer subtitles, Tracks.Offer captions, Faults faults) {
        boolean captioned = !captions.in(language).isEmpty();
        List<Integer> without = subtitles.rungsWithout(language);
        if (captioned) {
            return;
        }
        if (subtitles.in(language).isEmpty()) {
            faults.add(0, "language", "neither subtitles nor captions in " + language);
        } else if (!without.isEmpty()) {
            faults.add(
                    without.getFirst(),
                    "rungs",
                    "subtitles " + language + " are missing on " + without.size() + " rungs");
        }
    }
}
