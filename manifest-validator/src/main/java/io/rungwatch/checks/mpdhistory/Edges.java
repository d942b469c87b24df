package io.rungwatch.checks.mpdhistory;

import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Span;
import io.rungwatch.dash.Track;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** How far a manifest had come, and what of it viewers can still reach. */
final class Edges {
    private Edges() {}

    static boolean wentBack(Mpd before, Mpd now, Instant at) {
        Optional<Instant> old = edge(before, at);
        Optional<Instant> current = edge(now, at);
        return old.isPresent() && current.isPresent() && current.get().isBefore(old.get());
    }

    /** Of the timelines: where the clock alone says what there is, nothing can go back. */
    static Optional<Instant> edge(Mpd mpd, Instant at) {
        return mpd.presentation()
                .tracks()
                .map(Track::addressing)
                .filter(addressing -> addressing.mode() == Addressing.Mode.TIMELINE)
                .map(addressing -> addressing.edgeAt(at))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    static boolean inWindow(Mpd mpd, PeriodView period, Instant at) {
        Span window = mpd.timeShiftBufferDepth();
        if (mpd.availabilityStart() == null || window == null || period.open()) {
            return true;
        }
        return mpd.availabilityStart().plusNanos(period.end()).isAfter(at.minusNanos(Math.max(0, window.nanos())));
    }

    static Optional<PeriodView> sameAs(PeriodView period, Mpd mpd) {
        String id = period.period().id();
        return mpd.presentation().periods().stream()
                .filter(other -> id == null
                        ? other.period().id() == null && other.start() == period.start()
                        : id.equals(other.period().id()))
                .findFirst();
    }
}
