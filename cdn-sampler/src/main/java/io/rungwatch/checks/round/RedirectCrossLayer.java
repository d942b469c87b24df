package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import io.rungwatch.url.Url;
import java.util.List;

/** Request routing by redirect is how some CDNs work: their hosts stand under expect.hosts. */
public final class RedirectCrossLayer implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "redirect_cross_layer", Severity.MINOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .summary("A segment redirects to a host that is no layer of this channel")
            .impact("Viewers get it from somewhere that nobody watches.")
            .spec("RFC 9110, 15.4")
            .action(
                    "Is that where it should go? Then name the host under expect.hosts; else look at the request router.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.SIGN;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        for (Url hop : self.exchange().hops()) {
            boolean known = profile.expect().hosts().contains(hop.host())
                    || profile.layers().stream()
                            .anyMatch(layer -> layer.base().host().equals(hop.host())
                                    || layer.backup()
                                            .map(Url::host)
                                            .filter(hop.host()::equals)
                                            .isPresent());
            if (!known) {
                return Finding.of(INFO, self.what() + " redirects to " + hop.host())
                        .with("host", hop.host())
                        .alone();
            }
        }
        return Finding.NONE;
    }
}
