package io.rungwatch.checks.mpdhistory;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Scale;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class PeriodHistoryRewritten implements MpdStepCheck {
    private static final CheckInfo INFO = MpdStepCheck.declare(
                    "period_history_rewritten", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .threshold(Threshold.millis(1, "that rounding may cost"))
            .summary("A Period that players already know was moved, changed, removed or pushed aside")
            .impact("Players jump or fail, usually around advertisements.")
            .spec("DASH-IF timing model, MPD updates and early removal")
            .action("Compare two manifests in a row at the ad stitcher: do all its instances count alike?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<Mpd> step, ChannelProfile profile) {
        if (!step.relation().comparable() || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        Mpd before = step.previous().get();
        Mpd now = step.current();
        Tally tally = new Tally(INFO);
        int place = -1;
        for (PeriodView old : before.presentation().periods()) {
            Optional<PeriodView> same = Edges.sameAs(old, now);
            if (same.isEmpty()) {
                removed(before, now, old, step.at(), tally);
                continue;
            }
            PeriodView period = same.get();
            if (period.index() < place) {
                tally.add(Severity.MAJOR, period.period().at(), "Period " + period.name() + " changed places");
            } else if (place >= 0 && period.index() > place + 1 && !goneBetween(before, now, place, period)) {
                PeriodView inserted = now.presentation().periods().get(place + 1);
                tally.add(
                        Severity.MAJOR,
                        inserted.period().at(),
                        "Period " + inserted.name() + " was inserted before " + period.name());
            }
            place = Math.max(place, period.index());
            times(before, old, period, profile.threshold(INFO), step.at(), tally);
            sets(old, period, tally);
        }
        return tally.worst();
    }

    /** Between two known ones stands only what was known before. */
    private static boolean goneBetween(Mpd before, Mpd now, int place, PeriodView period) {
        for (int i = place + 1; i < period.index(); i++) {
            if (Edges.sameAs(now.presentation().periods().get(i), before).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** What has left the time-shift buffer, or was announced and not begun, may go. */
    private static void removed(Mpd before, Mpd now, PeriodView old, Instant at, Tally tally) {
        boolean begun = before.availabilityStart() != null
                && !before.availabilityStart().plusNanos(old.start()).isAfter(at);
        if (begun && Edges.inWindow(before, old, at)) {
            tally.add(
                    Severity.MAJOR,
                    now.at(),
                    "Period " + old.name() + " vanished while viewers could still rewind to it");
        }
    }

    private static void times(Mpd before, PeriodView old, PeriodView period, double slack, Instant at, Tally tally) {
        if (old.startKnown() && period.startKnown() && Math.abs(old.start() - period.start()) > slack) {
            tally.add(
                    Severity.MAJOR,
                    period.period().at(),
                    "Period " + period.name() + " moved by " + Times.text(period.start() - old.start()));
            return;
        }
        Instant zero = before.availabilityStart();
        if (zero == null) {
            return;
        }
        if (old.open()) {
            closed(before, old, period, zero, at, tally);
            return;
        }
        long change = Math.abs(Scale.clamp(period.end() - old.end()));
        boolean last = old.index() + 1 == before.presentation().periods().size();
        boolean begun = !zero.plusNanos(old.start()).isAfter(at);
        // Up to its edge players may have fetched what the manifest before promised them.
        Optional<Instant> fetched = Edges.edge(before, at);
        boolean behind = fetched.isPresent() && fetched.get().isAfter(zero.plusNanos(period.end()));
        if (change > slack && begun && (period.end() < old.end() ? behind : !last)) {
            tally.add(Severity.MAJOR, period.period().at(), "Period " + period.name() + end(old, period));
        }
    }

    /** An open one may end at any time, but not before what players have; the last segment may reach over its end. */
    private static void closed(Mpd before, PeriodView old, PeriodView period, Instant zero, Instant at, Tally tally) {
        Optional<Instant> fetched = Edges.edge(before, at);
        boolean last = old.index() + 1 == before.presentation().periods().size();
        if (period.open() || !last || fetched.isEmpty()) {
            return;
        }
        Duration lost = Duration.between(zero.plusNanos(period.end()), fetched.get());
        if (lost.toNanos() > before.presentation().targetDuration(at)) {
            tally.add(
                    Severity.MAJOR,
                    period.period().at(),
                    "Period " + period.name() + " now ends " + Times.text(lost) + " before what it had");
        }
    }

    private static String end(PeriodView old, PeriodView now) {
        long later = now.end() - old.end();
        return now.open()
                ? " lost the end that it had"
                : " now ends " + Times.text(Math.abs(later)) + (later < 0 ? " earlier" : " later");
    }

    private static void sets(PeriodView old, PeriodView period, Tally tally) {
        List<String> before = shape(old);
        List<String> now = shape(period);
        // A Period that was only announced gets its content later.
        if (!before.isEmpty() && !before.equals(now)) {
            tally.add(
                    Severity.MAJOR,
                    period.period().at(),
                    "Period " + period.name() + " had " + before.size() + " Representations, now has " + now.size()
                            + (before.size() == now.size() ? " others" : ""));
        }
    }

    private static List<String> shape(PeriodView period) {
        return period.tracks().stream()
                .map(track -> track.set().id() + "/" + track.representation().id())
                .toList();
    }
}
