package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RungsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedRung;
import java.util.List;
import java.util.stream.Collectors;

public final class LadderRungMissing implements RungsCheck {
    private static final CheckInfo INFO = RungsCheck.declare(
                    "ladder_rung_missing", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A rung of the profile is not in the manifest; critical when more than half of them are gone")
            .impact("The top quality is gone, or there is no rung for weak links.")
            .spec("Rungwatch; Apple HLS authoring 9.9")
            .action("Compare the manifest per layer; where the origin lacks the rung too, that encoder output died.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(LadderMatch rungs, ChannelProfile profile) {
        List<ExpectedRung> missing = rungs.missing();
        if (missing.isEmpty()) {
            return Finding.NONE;
        }
        int expected = profile.ladder().size();
        String names = missing.stream().map(ExpectedRung::rung).collect(Collectors.joining(", "));
        return Finding.of(
                        INFO,
                        (missing.size() == 1 ? "rung " : "rungs ") + names + " missing from the ladder of " + expected)
                .severity(missing.size() * 2 > expected ? Severity.CRITICAL : Severity.MAJOR)
                .with("missing", names)
                .with("expected", expected)
                .with("offered", rungs.pairs().size())
                .alone();
    }
}
