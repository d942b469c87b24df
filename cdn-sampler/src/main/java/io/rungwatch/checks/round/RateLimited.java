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

public final class RateLimited implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "rate_limited", Severity.MINOR, Owner.PROBE, Confirm.TWO_OF_THREE)
            .summary("A layer tells the probe that it asks too often (429)")
            .impact("None for viewers; the probe sees less than it should.")
            .spec("RFC 6585, 4")
            .action(
                    "Lengthen the sampling interval of that layer, or let the CDN team know the probe\u2019s User-Agent.");

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
        return self.status() == 429
                ? Finding.of(
                                INFO,
                                self.what() + " answers 429"
                                        + self.header("Retry-After")
                                                .map(wait -> ", Retry-After " + wait)
                                                .orElse(""))
                        .alone()
                : Finding.NONE;
    }
}
