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

public final class TlsInvalid implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "tls_invalid", Severity.CRITICAL, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "A layer cannot be connected to securely: its certificate, its name or its version of TLS is no good")
            .impact("No player connects; browsers warn.")
            .spec("RFC 8446; RFC 9110, 4.3.4; RFC 8996")
            .action(
                    "Look at the certificate (openssl s_client): its dates, its name, the chain; and whether TLS 1.2 or newer is on.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.UNREACHABLE;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        return self.exchange() instanceof Exchange.Failed failed && failed.failure() == Failure.TLS
                ? Finding.of(INFO, failed.detail()).alone()
                : Finding.NONE;
    }
}
