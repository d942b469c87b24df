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

/** A probe that is let in nowhere is told by probe_cannot_judge. */
public final class AuthRejected implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "auth_rejected", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A layer refuses segments (401, 403) that another one gives")
            .impact("Viewers behind it see nothing, or the probe is locked out by itself.")
            .spec("RFC 9110, 15.5.2, 15.5.4")
            .action(
                    "Try the address with a player\u2019s token; look at the token service, at clocks, and at what filters the probe by address.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.REFUSAL;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        boolean refused = self.status() == 401 || self.status() == 403;
        return refused && round.layers().stream().anyMatch(Taken::good)
                ? Finding.of(INFO, self.what() + " answers " + self.status())
                        .with("url", self.segment().listed().url().toString())
                        .with("status", self.status())
                        .alone()
                : Finding.NONE;
    }
}
