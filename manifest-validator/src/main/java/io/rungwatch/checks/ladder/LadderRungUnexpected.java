package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.OfferedRung;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RungsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.stream.Collectors;

public final class LadderRungUnexpected implements RungsCheck {
    /** Nobody reads a list of thousands. */
    private static final int MOST = 8;

    private static final CheckInfo INFO = RungsCheck.declare(
                    "ladder_rung_unexpected", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("The manifest offers a rung that the profile does not know")
            .impact("Rarely any: a test rung, or a wrong encoder profile, went public.")
            .spec("Rungwatch")
            .action("Confirm the change of the encoder profile, else update the channel profile.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(LadderMatch rungs, ChannelProfile profile) {
        if (profile.ladder().isEmpty()) {
            return Finding.NONE;
        }
        List<OfferedRung> extra =
                rungs.unexpected().stream().filter(OfferedRung::isVideo).toList();
        if (extra.isEmpty()) {
            return Finding.NONE;
        }
        String told = extra.stream().limit(MOST).map(LadderRungUnexpected::told).collect(Collectors.joining(", "));
        String more = extra.size() > MOST ? ", and " + (extra.size() - MOST) + " more" : "";
        return Finding.of(INFO, "not in the profile: " + told + more)
                .with("rungs", told)
                .with(
                        "lines",
                        extra.stream()
                                .limit(MOST)
                                .map(rung -> rung.row().line())
                                .toList())
                .alone();
    }

    private static String told(OfferedRung rung) {
        return rung.row().width() + "x" + rung.height() + " " + rung.family() + " " + rung.bandwidth() / 1000 + " kb/s";
    }
}
