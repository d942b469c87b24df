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

public final class ConnectFailed implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "connect_failed", Severity.CRITICAL, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A layer cannot be connected to, or closes the connection on a question")
            .impact("Viewers that are sent there see nothing.")
            .spec("RFC 9293, 3.5")
            .action(
                    "Is the server up, is its port open from here? Look at its health, at firewalls, and at the way there.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.UNREACHABLE;
    }

    private static final Set<Failure> CLOSED = EnumSet.of(Failure.CONNECT, Failure.CONNECT_TIMEOUT, Failure.RESET);

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        return self.exchange() instanceof Exchange.Failed failed && CLOSED.contains(failed.failure())
                ? Finding.of(INFO, failed.failure().text() + " (" + failed.detail() + ")")
                        .alone()
                : Finding.NONE;
    }
}
