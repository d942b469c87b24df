package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RungsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import java.util.ArrayList;
import java.util.List;

public final class LadderCodecMismatch implements RungsCheck {
    private static final CheckInfo INFO = RungsCheck.declare(
                    "ladder_codec_mismatch", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A rung declares another video codec than the profile says, or none")
            .impact("Devices refuse the rung.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.2; RFC 6381")
            .action("Read the init segment's codec configuration and compare it with the declared string.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(LadderMatch rungs, ChannelProfile profile) {
        List<String> wrong = new ArrayList<>();
        for (LadderMatch.Pair pair : rungs.pairs()) {
            List<String> codecs = pair.offered().row().codecs();
            String expected = pair.expected().codec();
            if (!codecs.isEmpty()
                    && !expected.isEmpty()
                    && !pair.offered().family().equals(expected)) {
                wrong.add(pair.expected().rung() + " declares " + String.join(",", codecs) + " instead of " + expected
                        + " (line " + pair.offered().row().line() + ")");
            }
        }
        return wrong.isEmpty()
                ? Finding.NONE
                : Finding.of(INFO, String.join("; ", wrong))
                        .with("rungs", wrong.size())
                        .alone();
    }
}
