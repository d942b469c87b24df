package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A body that stops in the middle is told by content_length_mismatch. */
public final class RequestTimeout implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "request_timeout", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "A segment does not answer, or not to the end, within two target durations; critical at the packager and the origin")
            .impact("Stalls; caches below live on what they have.")
            .spec("RFC 8216, 6.3.3: a segment must load faster than it plays")
            .action("Look at the load of that server, and at what it waits for upstream.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.TIMEOUT;
    }

    private static final Set<Failure> LATE = EnumSet.of(Failure.FIRST_BYTE_TIMEOUT, Failure.TOTAL_TIMEOUT);

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        if (!(self.exchange() instanceof Exchange.Failed failed) || !LATE.contains(failed.failure())) {
            return Finding.NONE;
        }
        boolean top = !self.layer().kind().isCache();
        return Finding.of(INFO, self.what() + ": " + failed.failure().text() + " (" + failed.detail() + ")")
                .severity(top ? Severity.CRITICAL : INFO.severity())
                .with("url", self.segment().listed().url().toString())
                .alone();
    }
}
