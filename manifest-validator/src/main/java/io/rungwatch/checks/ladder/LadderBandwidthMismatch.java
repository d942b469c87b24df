package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

public final class LadderBandwidthMismatch implements LadderCheck {
    private static final CheckInfo INFO = LadderCheck.declare(
                    "ladder_bandwidth_mismatch", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.percent(10, "deviation from the bitrate of the profile"))
            .summary("BANDWIDTH is not what the profile says, less than the average, or out of order")
            .impact(
                    "Players adapt wrongly: they stall where it is understated, look worse than they could where it is overstated.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.2")
            .action("Compare the packager template with the encoder profile.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ladder ladder, ChannelProfile profile) {
        double limit = profile.threshold(INFO);
        List<String> wrong = new ArrayList<>();
        for (LadderMatch.Pair pair : ladder.match().pairs()) {
            long declared = pair.offered().bandwidth();
            long expected = pair.expected().bitrate();
            if (Math.abs(declared - expected) > limit * expected) {
                wrong.add(pair.expected().rung() + " declares " + declared / 1000 + " kb/s instead of "
                        + expected / 1000);
            }
            OptionalLong average = pair.offered().row().averageBandwidth();
            if (average.isPresent() && average.getAsLong() > declared) {
                wrong.add(pair.expected().rung() + " has AVERAGE-BANDWIDTH " + average.getAsLong() / 1000
                        + " kb/s above its BANDWIDTH of " + declared / 1000);
            }
        }
        outOfOrder(ladder.match().pairs()).ifPresent(wrong::add);
        return wrong.isEmpty()
                ? Finding.NONE
                : Finding.of(INFO, String.join("; ", wrong))
                        .with("rungs", wrong.size())
                        .alone();
    }

    /** More lines for fewer bits, within one codec. */
    private static Optional<String> outOfOrder(List<LadderMatch.Pair> pairs) {
        for (LadderMatch.Pair a : pairs) {
            for (LadderMatch.Pair b : pairs) {
                boolean sameCodec = a.offered().family().equals(b.offered().family());
                boolean taller = a.offered().height() > b.offered().height()
                        && b.offered().height() > 0;
                if (sameCodec && taller && a.offered().bandwidth() < b.offered().bandwidth()) {
                    return Optional.of(a.expected().rung() + " has more lines than "
                            + b.expected().rung() + " and declares fewer bits");
                }
            }
        }
        return Optional.empty();
    }
}
