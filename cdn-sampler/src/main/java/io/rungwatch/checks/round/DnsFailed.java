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

public final class DnsFailed implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "dns_failed", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("The host name of a layer does not resolve")
            .impact("Viewers with the same name service are sent nowhere.")
            .spec("RFC 1035; RFC 8499")
            .action("Ask the name servers by hand (dig); look at the zone\u2019s last change.");

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
        return self.exchange() instanceof Exchange.Failed failed && failed.failure() == Failure.DNS
                ? Finding.of(INFO, failed.failure().text() + " (" + failed.detail() + ")")
                        .alone()
                : Finding.NONE;
    }
}
