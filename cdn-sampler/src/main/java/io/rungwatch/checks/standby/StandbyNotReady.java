package io.rungwatch.checks.standby;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Standby;
import io.rungwatch.round.StandbyCheck;
import io.rungwatch.round.Taken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever lets nobody but the CDN in may be ready all the same: that the probe is refused proves nothing. */
public final class StandbyNotReady implements StandbyCheck {
    private static final CheckInfo INFO = StandbyCheck.declare("standby_not_ready", Severity.MAJOR)
            .threshold(Threshold.count(3, "segments behind the server that it stands by for"))
            .summary(
                    "A standby (`backup` of a layer) could not take over now: it does not answer, lags, or lacks segments")
            .impact("None, until the other one fails; then everything stops.")
            .spec("Rungwatch, backup of a layer")
            .action("Bring it back while the other one still works: its process, its input, its storage.");

    private static final Set<Integer> REFUSED = Set.of(401, 403, 407, 429);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Standby standby, ChannelProfile profile) {
        String other = standby.offer().where().layer().name();
        return manifest(standby)
                .or(() -> lag(standby, profile.threshold(INFO))
                        .map(behind -> "it is " + behind + " segments behind " + other))
                .or(() -> segment(standby).map(how -> how + ", " + other + " gives it"))
                .map(wrong ->
                        Finding.of(INFO, wrong).with("stands_by_for", other).alone())
                .orElse(Finding.NONE);
    }

    private static Optional<String> manifest(Standby standby) {
        if (standby.exchange() instanceof Exchange.Failed failed) {
            return failed.neverAsked()
                    ? Optional.empty()
                    : Optional.of("its manifest: " + failed.failure().text());
        }
        int status = ((Exchange.Answered) standby.exchange()).status();
        if (status != 200) {
            return REFUSED.contains(status) ? Optional.empty() : Optional.of("its manifest: HTTP " + status);
        }
        return standby.manifest() ? Optional.empty() : Optional.of("what it gives is no manifest");
    }

    private static Optional<Integer> lag(Standby standby, double limit) {
        return standby.behind().stream()
                .boxed()
                .filter(behind -> behind > limit)
                .findFirst();
    }

    private static Optional<String> segment(Standby standby) {
        if (!standby.isFair()) {
            return Optional.empty();
        }
        Taken there = standby.segment().orElseThrow();
        if (there.exchange() instanceof Exchange.Failed failed) {
            return failed.neverAsked()
                    ? Optional.empty()
                    : Optional.of(there.what() + ": " + failed.failure().text());
        }
        return there.good() || REFUSED.contains(there.status())
                ? Optional.empty()
                : Optional.of(there.what() + ": HTTP " + there.status());
    }
}
