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
import java.util.Set;

/** What is not there is told by segment_missing, who is not let in by auth_rejected, who asks too often by rate_limited. */
public final class HttpClientErrors implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "http_client_errors", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A listed segment is refused as a bad request: 400, 405, 414 and the like")
            .impact("A stall or a jump.")
            .spec("RFC 9110, 15.5")
            .action(
                    "Ask that layer for the address by hand; look at its request filters and at the length of addresses.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.MISSING;
    }

    private static final Set<Integer> OTHERS = Set.of(401, 403, 404, 407, 410, 429);

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        int status = self.status();
        return status >= 400 && status < 500 && !OTHERS.contains(status)
                ? Finding.of(INFO, self.what() + " answers " + status)
                        .with("url", self.segment().listed().url().toString())
                        .with("status", status)
                        .alone()
                : Finding.NONE;
    }
}
