package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.cache.Flag;
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

/** A cache that could not reach the layer above says so: that is edge_cannot_reach_origin. */
public final class SegmentError implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "segment_error", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A segment is answered with 5xx")
            .impact("A stall or a jump; players give up after a few.")
            .spec("RFC 9110, 15.6")
            .action("Look at the log of that server for this address.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.SERVER_ERROR;
    }

    private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        boolean stored = self.ruling()
                .map(ruling -> ruling.flags().contains(Flag.NEGATIVE))
                .orElse(false);
        boolean link = self.layer().kind().isCache() && (stored || GATEWAY.contains(self.status()));
        return self.status() < 500 || link && round.goodAbove(self).isPresent()
                ? Finding.NONE
                : Finding.of(INFO, self.what() + " answers " + self.status())
                        .with("url", self.segment().listed().url().toString())
                        .with("status", self.status())
                        .alone();
    }
}
