package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Two Periods in a row, the first of which says when it ends. */
record Border(PeriodView before, PeriodView next, long end) {
    static List<Border> of(Mpd mpd) {
        List<Border> borders = new ArrayList<>(0);
        List<PeriodView> periods = mpd.presentation().periods();
        for (int i = 1; i < periods.size(); i++) {
            PeriodView before = periods.get(i - 1);
            PeriodView next = periods.get(i);
            OptionalLong end = before.statedEnd();
            if (end.isPresent() && next.period().start() != null) {
                borders.add(new Border(before, next, end.getAsLong()));
            }
        }
        return borders;
    }

    /** What has left the time-shift buffer, nobody plays any more. */
    boolean matters(Mpd mpd, Instant at) {
        return matters(mpd, next, at);
    }

    static boolean matters(Mpd mpd, PeriodView period, Instant at) {
        Span window = mpd.timeShiftBufferDepth();
        if (!mpd.dynamic() || mpd.availabilityStart() == null || window == null) {
            return true;
        }
        Instant begins = mpd.availabilityStart().plusNanos(period.start());
        return !begins.isBefore(at.minusNanos(window.nanos()));
    }

    String names() {
        return before.name() + " and " + next.name();
    }

    Finding finding(CheckInfo info, String message, String fact, long nanos) {
        int line = next.period().at().line();
        return Finding.of(info, message + " (line " + line + ")")
                .with("line", line)
                .with("period", next.name())
                .with(fact, Times.seconds(nanos));
    }
}
