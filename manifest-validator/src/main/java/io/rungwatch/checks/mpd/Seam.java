package io.rungwatch.checks.mpd;

import io.rungwatch.check.Times;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Runs;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.Timeline;
import io.rungwatch.dash.Track;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Where one run of a timeline says its time although the run before it says it too. Above 0 there is nothing between the two, below 0 both
 * want the same time.
 *
 * @param before duration of the segment before, in ticks
 * @param newest whether only the newest segment stands behind it
 */
record Seam(
        PeriodView period, Track track, int run, long ticks, long before, boolean back, boolean newest, int timelines) {
    private static final long WIDEST_ROUNDING = 1;

    /** All of a manifest that do not fit to the tick; a timeline that several Representations share, once. */
    static List<Seam> of(Mpd mpd) {
        List<Seam> seams = new ArrayList<>(0);
        for (PeriodView period : mpd.presentation().periods()) {
            Set<Runs> seen = Collections.newSetFromMap(new IdentityHashMap<>());
            List<Track> tracks = period.tracks().stream()
                    .filter(track -> track.addressing().timeline().isPresent())
                    .filter(track -> seen.add(runs(track.addressing())))
                    .toList();
            tracks.forEach(track -> find(period, track, tracks.size(), seams));
        }
        return seams;
    }

    private static Runs runs(Addressing addressing) {
        return addressing.timeline().orElseThrow().runs();
    }

    private static void find(PeriodView period, Track track, int timelines, List<Seam> seams) {
        Timeline timeline = track.addressing().timeline().orElseThrow();
        Runs runs = timeline.runs();
        for (int i = 1; i < runs.size(); i++) {
            if (runs.t(i) == Runs.ABSENT || runs.r(i - 1) < 0 || runs.d(i - 1) <= 0) {
                continue;
            }
            long ticks = Scale.add(runs.t(i), -timeline.end(i - 1));
            if (ticks != 0) {
                boolean newest = i + 1 == runs.size() && timeline.segments(i) == 1;
                boolean back = runs.t(i) <= timeline.start(i - 1);
                seams.add(new Seam(period, track, i, ticks, runs.d(i - 1), back, newest, timelines));
            }
        }
    }

    long nanos() {
        return Math.abs(Scale.nanos(ticks, track.addressing().timescale()));
    }

    /** One tick is what rounding costs. */
    boolean beyond(double tolerance) {
        return Math.abs(ticks) > WIDEST_ROUNDING && nanos() > tolerance;
    }

    boolean halfASegment() {
        return Math.abs(ticks) >= before - before / 2;
    }

    int line() {
        return track.addressing().timeline().orElseThrow().runs().line(run);
    }

    long time() {
        return track.addressing().timeline().orElseThrow().runs().t(run);
    }

    String length() {
        return Times.text(nanos());
    }
}
