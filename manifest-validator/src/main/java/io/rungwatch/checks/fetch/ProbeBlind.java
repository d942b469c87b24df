package io.rungwatch.checks.fetch;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.ProbeCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Vantage;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Should all of them really be gone at once, this is told all the same, to somebody who will see it at first glance. */
public final class ProbeBlind implements ProbeCheck {
    private static final CheckInfo INFO = ProbeCheck.declare("probe_blind", Severity.MAJOR, Confirm.AT_ONCE)
            .summary("No host answers the probe any more: its own network is gone, or everybody else's")
            .impact("Nobody watches the channels as long as this lasts; nothing else is raised or cleared.")
            .spec("Rungwatch, probe honesty")
            .action(
                    "Look at the network of the probe: its link, its routes, its name servers; ask a layer from another machine.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Vantage vantage, ChannelProfile profile) {
        return vantage.hosts() == 0
                ? Finding.NONE
                : Finding.of(INFO, "none of " + vantage.hosts() + " hosts answers any more")
                        .severity(vantage.rendition().isEntry() ? INFO.severity() : Severity.INFO)
                        .with("hosts", vantage.hosts())
                        .alone();
    }
}
