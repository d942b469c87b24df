package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Times;
import io.rungwatch.past.AdBreaks;
import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class AdBreakMissing implements PastCheck {
    private static final CheckInfo INFO = PastCheck.declare(
                    "ad_break_missing", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .set(CheckSet.ADVERTISING)
            .summary("No ad break for longer than the profile's adInterval")
            .impact("None for viewers; no revenue.")
            .spec("the channel's profile")
            .action("Follow the splice request upstream: automation, SCTE-104 inserter, encoder.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Past past, Rendition rendition, ChannelProfile profile) {
        if (profile.expect().adInterval().isEmpty()) {
            return Finding.NONE;
        }
        AdBreaks breaks = past.breaks();
        long last = breaks == null ? past.began() : Math.max(past.began(), breaks.lastBegan());
        long without = Times.nanos(past.step().at()) - last;
        if (without <= profile.expect().adInterval().get().toNanos()) {
            return Finding.NONE;
        }
        return Finding.of(INFO, "no ad break for " + Times.text(without))
                .with("without_seconds", Times.seconds(without))
                .alone();
    }
}
