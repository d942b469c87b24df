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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

public final class NegativeCaching implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "negative_caching", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "A cache has stored an error for a segment that the layer above gives; critical once the segment is a target duration old")
            .impact("Stalls behind that cache until the error is forgotten.")
            .spec("RFC 9111, 4; RFC 9110, 15.1")
            .action(
                    "Purge it there. Cache 404 for a second at most and 5xx not at all; let the origin send no max-age with errors.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.SERVER_ERROR;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        boolean stored = self.status() >= 400
                && self.ruling()
                        .map(ruling -> ruling.flags().contains(Flag.NEGATIVE))
                        .orElse(false);
        Optional<Taken> above = round.goodAbove(self);
        if (!stored || above.isEmpty()) {
            return Finding.NONE;
        }
        Duration listed =
                Duration.between(self.segment().published(), self.sample().at());
        boolean grave = listed.compareTo(self.offer().target()) > 0;
        return Finding.of(
                        INFO,
                        self.what() + " answers " + self.status() + " out of its store, "
                                + above.get().layer().name() + " has it")
                .severity(grave ? Severity.CRITICAL : INFO.severity())
                .with("url", self.segment().listed().url().toString())
                .with("status", self.status())
                .alone();
    }
}
