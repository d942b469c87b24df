package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.cache.Flag;
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

public final class CacheVerdictConflict implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "cache_verdict_conflict", Severity.INFO, Owner.BY_LAYER, Confirm.AT_ONCE)
            .summary("Two headers of one answer say different things of its cache")
            .impact("None; the hit ratio of that layer is in doubt.")
            .spec("RFC 9211, 2")
            .action(
                    "Which cache wrote which header? rungwatch explain-headers tells; name its own under the cache of the layer.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.HEADERS;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        return self.ruling()
                .filter(ruling -> ruling.flags().contains(Flag.CONFLICT))
                .map(ruling ->
                        Finding.of(INFO, String.join("; ", ruling.reasons())).alone())
                .orElse(Finding.NONE);
    }
}
