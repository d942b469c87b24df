package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.past.AdBreaks;
import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class AdBreakDurationWrong implements PastCheck {
    private static final long TOLD = 60_000_000_000L;

    private static final CheckInfo INFO = PastCheck.declare(
                    "ad_break_duration_wrong", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .asEvent()
            .set(CheckSet.ADVERTISING)
            .threshold(Threshold.millis(1000, "or one segment, whichever is longer"))
            .summary("An ad break was shorter or longer than its marker said")
            .impact("Ads are cut off, or the programme begins without its viewers.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.5.1.1")
            .action("Compare with the playout's as-run log; early returns must be signalled.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Past past, Rendition rendition, ChannelProfile profile) {
        AdBreaks breaks = past.breaks();
        if (breaks == null) {
            return Finding.NONE;
        }
        long now = Times.nanos(past.step().at());
        double limit =
                Math.max(profile.threshold(INFO), (double) past.step().current().longestSegment());
        for (AdBreaks.Closed closed : breaks.closed()) {
            boolean both =
                    closed.actual().isPresent() && closed.open().advertised().isPresent();
            if (both && now - closed.seenAt() <= TOLD && off(closed) > limit) {
                return Finding.of(
                                INFO,
                                "a break lasted " + Times.text(closed.actual().getAsLong()) + ", advertised were "
                                        + Times.text(closed.open().advertised().getAsLong()))
                        .with("id", closed.open().id())
                        .with("actual_seconds", Times.seconds(closed.actual().getAsLong()))
                        .with(
                                "advertised_seconds",
                                Times.seconds(closed.open().advertised().getAsLong()))
                        .alone();
            }
        }
        return Finding.NONE;
    }

    private static long off(AdBreaks.Closed closed) {
        return Math.abs(closed.actual().getAsLong() - closed.open().advertised().getAsLong());
    }
}
