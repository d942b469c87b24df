package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class ManifestUnavailable implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "manifest_unavailable", Severity.CRITICAL, Owner.BY_LAYER, Confirm.OUTAGE)
            .summary("The entry manifest gives no usable answer")
            .impact("Nobody can start the channel; players that run stop when their buffer is empty.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Fetch the same URL at the packager, then origin, then midcache: the first that fails owns it.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.usable() || !attempt.rendition().isEntry() || Answers.isToldElsewhere(attempt.exchange())) {
            return Finding.NONE;
        }
        Finding finding = Finding.of(INFO, "the entry manifest is unavailable: " + Answers.told(attempt.exchange()));
        return Answers.facts(finding, attempt).alone();
    }
}
