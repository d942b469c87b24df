package io.rungwatch.checks.mpdhistory;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

public final class PublishTimeRegressed implements MpdStepCheck {
    private static final CheckInfo INFO = MpdStepCheck.declare(
                    "publish_time_regressed", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .asEvent()
            .summary("publishTime went back; major when the live edge did too, or Periods vanished")
            .impact("Players reject the manifest as an old one and give up after some tries.")
            .spec("ISO/IEC 23009-1, 5.4.1; DASH-IF timing model, MPD updates")
            .action("Compare the layers: only at the edge, caches are mixed; at the origin, two packagers answer.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<Mpd> step, ChannelProfile profile) {
        // A twin's own time is backend_flip_flop's, an older copy the cache's.
        boolean judged = step.relation() != Relation.SWITCHED && step.relation() != Relation.OLDER;
        if (!judged || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        Mpd before = step.previous().get();
        Mpd now = step.current();
        if (before.publishTime() == null
                || now.publishTime() == null
                || !now.publishTime().isBefore(before.publishTime())) {
            return Finding.NONE;
        }
        Duration back = Duration.between(now.publishTime(), before.publishTime());
        boolean edge = Edges.wentBack(before, now, step.at());
        boolean periods = vanished(before, now, step.at());
        String more = edge ? ", and so did the live edge" : periods ? ", and Periods vanished" : "";
        return Finding.of(
                        INFO,
                        "publishTime went back by " + Times.text(back) + more + " (line "
                                + now.at().line() + ")")
                .severity(edge || periods ? Severity.MAJOR : Severity.MINOR)
                .with("line", now.at().line())
                .with("before", before.publishTime().toString())
                .with("now", now.publishTime().toString())
                .alone();
    }

    /** More than have left the time-shift buffer. */
    private static boolean vanished(Mpd before, Mpd now, Instant at) {
        long alive = before.presentation().periods().stream()
                .filter(period -> Edges.inWindow(before, period, at))
                .count();
        return alive > now.periods().size();
    }
}
