package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Threshold;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Problem;
import io.rungwatch.dash.ProblemKind;
import io.rungwatch.dash.Runs;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.SegmentInfo;
import io.rungwatch.dash.Timeline;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

public final class TimelineInvalid implements MpdCheck {
    /** What a number of JavaScript can count to. */
    private static final long EXACT = (1L << 53) - 1;

    private static final CheckInfo INFO = MpdCheck.declare(
                    "timeline_invalid", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.count(1_000_000, "repetitions of one S"))
            .summary("An S of a SegmentTimeline has no usable meaning; minor where only some players fail")
            .impact("Players refuse the manifest, or browsers lose precision and ask for segments that do not exist.")
            .spec("ISO/IEC 23009-1, 5.3.9.6; DASH-IF timing model")
            .action("Look at the named line; times that large come from a timescale of 10 MHz: choose a smaller one.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        for (Problem problem : mpd.problems(ProblemKind.TIMELINE_NUMBER)) {
            tally.add(Severity.MAJOR, problem.line(), problem.text() + " is not a usable number");
        }
        Set<Runs> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        mpd.presentation()
                .tracks()
                .filter(track -> track.addressing().timeline().isPresent())
                .filter(track ->
                        seen.add(track.addressing().timeline().orElseThrow().runs()))
                .forEach(track -> check(mpd, track, profile.threshold(INFO), tally));
        return tally.worst();
    }

    private static void check(Mpd mpd, Track track, double most, Tally tally) {
        Timeline timeline = track.addressing().timeline().orElseThrow();
        Runs runs = timeline.runs();
        for (int i = 0; i < runs.size(); i++) {
            boolean last = i + 1 == runs.size();
            if (runs.d(i) <= 0) {
                tally.add(Severity.MAJOR, runs.line(i), "S without a duration above 0");
            } else if (runs.r(i) < 0 && !last && runs.t(i + 1) == Runs.ABSENT) {
                tally.add(Severity.MAJOR, runs.line(i), "S repeats until the next one, which says no time");
            } else if (runs.r(i) > most) {
                tally.add(Severity.MINOR, runs.line(i), "S repeats " + runs.r(i) + " times");
            } else if (lastStart(timeline, i) > EXACT) {
                tally.add(
                        Severity.MINOR,
                        runs.line(i),
                        "S reaches " + lastStart(timeline, i) + ", browsers count exactly to " + EXACT);
            }
        }
        oddities(mpd, track, timeline, tally);
    }

    private static void oddities(Mpd mpd, Track track, Timeline timeline, Tally tally) {
        SegmentInfo info = track.addressing().info();
        Runs runs = timeline.runs();
        if (timeline.open()) {
            boolean clock = mpd.dynamic() && mpd.availabilityStart() != null;
            String text = "the last S repeats until its Period ends, and nothing says when";
            tally.add(
                    clock ? Severity.INFO : Severity.MAJOR,
                    runs.line(runs.size() - 1),
                    clock ? text + ": read as until now" : text);
        }
        if (info.duration() != null) {
            tally.add(Severity.MINOR, info.at(), info.kind().element() + " has a duration and a SegmentTimeline");
        }
        if (runs.numbered() || info.eptDelta() != null) {
            tally.add(
                    Severity.INFO,
                    info.at(),
                    (runs.numbered() ? "S@n" : "eptDelta") + " in a SegmentTimeline means nothing");
        }
    }

    private static long lastStart(Timeline timeline, int run) {
        long repeats = Math.max(0, timeline.segments(run) - 1);
        return Scale.add(timeline.start(run), Scale.multiply(timeline.runs().d(run), repeats));
    }
}
