package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.cache.Flag;
import io.rungwatch.cache.ProxyFault;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By its own word: it answers for somebody that it did not get an answer from. */
public final class EdgeCannotReachOrigin implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "edge_cannot_reach_origin", Severity.CRITICAL, Owner.CDN, Confirm.TWO_OF_THREE)
            .summary("A cache answers that it got nothing from upstream, and the layer above answers us")
            .impact("Viewers behind it lose the channel as its store runs dry.")
            .spec("RFC 9110, 15.6; RFC 9209, 2.3")
            .action(
                    "Look at the way between the two: address, port, firewall, host header, TLS; and at the timeouts of the cache.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.SERVER_ERROR;
    }

    private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        boolean stored = self.ruling()
                .map(ruling -> ruling.flags().contains(Flag.NEGATIVE))
                .orElse(false);
        Optional<Taken> above = round.goodAbove(self);
        if (stored || above.isEmpty() || !self.layer().kind().isCache()) {
            return Finding.NONE;
        }
        Optional<ProxyFault> fault =
                self.ruling().flatMap(ruling -> ruling.faults().stream().findFirst());
        if (!GATEWAY.contains(self.status()) && (fault.isEmpty() || self.good())) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        self.what() + " answers " + self.status()
                                + fault.map(seen -> " (" + seen.error() + ")").orElse("") + ", "
                                + above.get().layer().name() + " has it")
                .with("url", self.segment().listed().url().toString())
                .with("status", self.status())
                .alone();
    }
}
