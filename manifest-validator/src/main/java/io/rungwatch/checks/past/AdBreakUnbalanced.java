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
import java.util.Optional;

public final class AdBreakUnbalanced implements PastCheck {
    private static final long LONGEST = 900_000_000_000L;
    private static final long TOLD = 60_000_000_000L;

    private static final CheckInfo INFO = PastCheck.declare(
                    "ad_break_unbalanced", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .asEvent()
            .set(CheckSet.ADVERTISING)
            .summary(
                    "An ad break begins inside another, ends or goes on without having begun; major when it never ends")
            .impact("Viewers are stuck in ads or on a slate, or the ads are lost.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.5.1.1; SCTE 35")
            .action("Look for the break's id in the splicer's log; send the return by hand if it is stuck.");

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
        Optional<AdBreaks.Open> open =
                breaks.open().filter(b -> breaks.willBeEnded(b) && now - b.seenAt() > longest(b));
        if (open.isPresent()) {
            long since = now - open.get().seenAt();
            return Finding.of(INFO, "a break" + called(open.get().id()) + " never ended, open for " + Times.text(since))
                    .severity(Severity.MAJOR)
                    .with("id", open.get().id())
                    .with("open_seconds", Times.seconds(since))
                    .alone();
        }
        return breaks.odd()
                .filter(odd -> now - odd.seenAt() <= TOLD)
                .map(odd -> Finding.of(INFO, odd.what().text() + called(odd.id()))
                        .with("id", odd.id())
                        .alone())
                .orElse(Finding.NONE);
    }

    /** An automatic return has no marker, so what was advertised counts twice, and a quarter of an hour is never too long. */
    private static long longest(AdBreaks.Open open) {
        return Math.max(
                LONGEST, 2 * Math.min(Long.MAX_VALUE / 4, open.advertised().orElse(0)));
    }

    private static String called(String id) {
        return id.isEmpty() ? "" : " (" + id + ")";
    }
}
