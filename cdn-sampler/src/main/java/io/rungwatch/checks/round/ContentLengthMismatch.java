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
import java.util.List;
import java.util.Optional;

/** A cache with a cut-off file sends what it has and then nothing more; others close the connection. */
public final class ContentLengthMismatch implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "content_length_mismatch", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("Fewer or more bytes come than Content-Length promises; critical where several POPs do it")
            .impact("A stall, then a jump over the segment; some players stop.")
            .spec("RFC 9112, 6.3; RFC 9110, 8.6")
            .action(
                    "Purge the object there; look at the disk of that cache and at what closes its connections upstream.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.BYTES;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        Optional<String> complaint = complaint(self);
        if (complaint.isEmpty()) {
            return Finding.NONE;
        }
        long pops = round.beside(self).stream()
                .filter(other -> complaint(other).isPresent())
                .count();
        return Finding.of(INFO, self.what() + ": " + complaint.get())
                .severity(pops > 1 ? Severity.CRITICAL : INFO.severity())
                .with("url", self.segment().listed().url().toString())
                .with("bytes", self.print().bytes())
                .alone();
    }

    private static Optional<String> complaint(Taken taken) {
        if (taken.exchange() instanceof Exchange.Failed failed) {
            boolean cut = failed.failure() == Failure.TRUNCATED || failed.failure() == Failure.SILENT;
            return cut ? Optional.of(failed.failure().text() + " (" + failed.detail() + ")") : Optional.empty();
        }
        boolean plain = taken.good() && taken.header("Content-Encoding").isEmpty();
        return taken.header("Content-Length")
                .filter(length ->
                        plain && !length.equals(String.valueOf(taken.print().bytes())))
                .map(length -> taken.print().bytes() + " bytes came, Content-Length says " + length);
    }
}
