package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.cache.Cmsd;
import io.rungwatch.cache.Reply;
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

public final class ServerDuress implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "server_duress", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A server of the chain says that it is overloaded (CMSD-Dynamic: du)")
            .impact("None yet; slow segments next.")
            .spec("CTA-5006, 3.2")
            .action("Look at the load of that node; send its viewers elsewhere.");

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
        return self.answer()
                .map(answer -> Cmsd.of(Reply.of(answer)).nodes().stream()
                        .filter(Cmsd.Node::duress)
                        .findFirst()
                        .map(node -> Finding.of(INFO, node.name() + " says that it is under duress")
                                .with("node", node.name())
                                .alone())
                        .orElse(Finding.NONE))
                .orElse(Finding.NONE);
    }
}
