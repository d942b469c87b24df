package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.util.List;

public final class SegmentEmpty implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "segment_empty", Severity.CRITICAL, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A segment answers 200 and has not one byte")
            .impact("A stall or a jump; some players stop.")
            .spec("RFC 8216, 3; DASH-IF IOP 5.0, segment availability")
            .action(
                    "At the packager: look at its disk. At a cache: purge the object, and see what it got from the layer above.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.BYTES;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        return self.good() && self.print().bytes() == 0
                ? Finding.of(INFO, self.what() + " is empty")
                        .with("url", self.segment().listed().url().toString())
                        .alone()
                : Finding.NONE;
    }
}
