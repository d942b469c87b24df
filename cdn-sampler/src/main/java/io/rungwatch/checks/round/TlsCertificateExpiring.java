package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

public final class TlsCertificateExpiring implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "tls_certificate_expiring", Severity.MINOR, Owner.BY_LAYER, Confirm.AT_ONCE)
            .threshold(Threshold.count(30, "days that are left; major below 14, critical below 3"))
            .summary("A certificate of a layer ends soon")
            .impact("None yet; then no player connects any more.")
            .spec("RFC 5280, 4.1.2.5")
            .action("Renew it, and see why nothing renews it by itself. Certificates in between count too.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.SIGN;
    }

    private static final long MAJOR = 14;
    private static final long CRITICAL = 3;

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        if (self.secured().isEmpty()) {
            return Finding.NONE;
        }
        Instant end = self.secured().get().notAfter();
        long days = Duration.between(self.sample().at(), end).toDays();
        if (days >= profile.threshold(INFO)) {
            return Finding.NONE;
        }
        Severity severity = days < CRITICAL ? Severity.CRITICAL : days < MAJOR ? Severity.MAJOR : INFO.severity();
        return Finding.of(INFO, "its certificate ends in " + days + " days, at " + end)
                .severity(severity)
                .with("days", days)
                .with("not_after", end)
                .alone();
    }
}
