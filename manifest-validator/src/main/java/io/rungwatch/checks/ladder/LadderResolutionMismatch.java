package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RungsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.hls.Variant;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedRung;
import java.util.ArrayList;
import java.util.List;

public final class LadderResolutionMismatch implements RungsCheck {
    private static final CheckInfo INFO = RungsCheck.declare(
                    "ladder_resolution_mismatch", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.count(LadderMatch.HEIGHT_SLACK, "pixels that width or height may differ"))
            .summary("A rung has another resolution than the profile says")
            .impact("Blur or letterbox.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.2")
            .action("Check the encoder's scaler preset.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(LadderMatch rungs, ChannelProfile profile) {
        double slack = profile.threshold(INFO);
        List<String> wrong = new ArrayList<>();
        for (LadderMatch.Pair pair : rungs.pairs()) {
            ExpectedRung expected = pair.expected();
            Variant row = pair.offered().row();
            if (row.hasResolution()
                    && (Math.abs(row.height() - expected.height()) > slack
                            || Math.abs(row.width() - expected.width()) > slack)) {
                wrong.add(expected.rung() + " is " + row.width() + "x" + row.height() + " instead of "
                        + expected.width() + "x" + expected.height() + " (line " + row.line() + ")");
            }
        }
        return wrong.isEmpty()
                ? Finding.NONE
                : Finding.of(INFO, String.join("; ", wrong))
                        .with("rungs", wrong.size())
                        .alone();
    }
}
