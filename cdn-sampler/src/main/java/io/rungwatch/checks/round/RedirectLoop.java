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

public final class RedirectLoop implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "redirect_loop", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A segment redirects in a circle, or too often")
            .impact("Viewers that are sent there see nothing.")
            .spec("RFC 9110, 15.4")
            .action("Follow the redirects by hand (curl -sIL); look at the request router.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.SERVER_ERROR;
    }

    private static final Set<Failure> LOST =
            EnumSet.of(Failure.REDIRECT_LOOP, Failure.TOO_MANY_REDIRECTS, Failure.BAD_REDIRECT);

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        return self.exchange() instanceof Exchange.Failed failed && LOST.contains(failed.failure())
                ? Finding.of(INFO, self.what() + ": " + failed.failure().text() + " (" + failed.detail() + ")")
                        .with("hops", failed.hops().size())
                        .alone()
                : Finding.NONE;
    }
}
