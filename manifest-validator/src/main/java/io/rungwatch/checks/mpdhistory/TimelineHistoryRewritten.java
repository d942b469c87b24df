package io.rungwatch.checks.mpdhistory;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdStepCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.SegmentInfo;
import io.rungwatch.dash.Template;
import io.rungwatch.dash.Timeline;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

public final class TimelineHistoryRewritten implements MpdStepCheck {
    private static final int ROUNDED = 20;

    private static final CheckInfo INFO = MpdStepCheck.declare(
                    "timeline_history_rewritten", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .asEvent()
            .summary("Segments that players already know got another number, duration or address")
            .impact("The same URL brings other media: wrong or repeated pictures.")
            .spec("DASH-IF timing model, explicit addressing updates; ISO/IEC 23009-1, 5.4.1")
            .action("Did the packager restart its counter? With $Number$, startNumber must grow as segments go.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Step<Mpd> step, ChannelProfile profile) {
        if (!step.relation().comparable() || step.previous().isEmpty()) {
            return Finding.NONE;
        }
        Tally tally = new Tally(INFO);
        Set<Timeline> compared = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PeriodView old : step.previous().get().presentation().periods()) {
            Optional<PeriodView> period = Edges.sameAs(old, step.current());
            if (period.isPresent()) {
                Map<List<Object>, Track> tracks = new HashMap<>();
                period.get().tracks().forEach(track -> tracks.putIfAbsent(key(track), track));
                for (Track before : old.tracks()) {
                    Track track = tracks.get(key(before));
                    if (track != null) {
                        compare(before, track, compared, step.at(), tally);
                    }
                }
            }
        }
        return tally.worst();
    }

    private static List<Object> key(Track track) {
        return List.of(
                Objects.requireNonNullElse(track.representation().id(), ""),
                Objects.requireNonNullElse(track.set().id(), ""),
                track.set().contentType());
    }

    private static void compare(Track before, Track track, Set<Timeline> compared, Instant at, Tally tally) {
        SegmentInfo old = before.addressing().info();
        SegmentInfo now = track.addressing().info();
        String changed = before.addressing().timescale() != track.addressing().timescale()
                ? "timescale"
                : before.addressing().presentationTimeOffset()
                                != track.addressing().presentationTimeOffset()
                        ? "presentationTimeOffset"
                        : !path(old.media()).equals(path(now.media()))
                                ? "media"
                                : !path(old.initialization()).equals(path(now.initialization()))
                                        ? "initialization"
                                        : "";
        if (!changed.isEmpty()) {
            tally.add(Severity.MAJOR, now.at(), track.name() + ": " + changed + " changed");
        } else if (before.addressing().timeline().isPresent()
                && track.addressing().timeline().filter(compared::add).isPresent()) {
            runs(before.addressing(), track, at, tally);
        }
    }

    /** Tokens behind the question mark come and go. */
    private static String path(@Nullable Template template) {
        String text = template == null ? "" : template.text();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    private static void runs(Addressing old, Track track, Instant at, Tally tally) {
        Addressing addressing = track.addressing();
        Timeline now = addressing.timeline().orElseThrow();
        Timeline before = old.timeline().orElseThrow();
        boolean numbered =
                addressing.info().media() == null || addressing.info().media().has(Template.Identifier.NUMBER);
        for (int i = 0; i < now.runs().size(); i++) {
            // Where a run of either begins inside the other, both must agree; between two such places nothing can
            // differ.
            if (differs(
                    old,
                    addressing,
                    now.segmentsBefore(i),
                    before.indexOf(now.start(i)),
                    numbered,
                    now.runs().line(i),
                    track,
                    tally)) {
                return;
            }
        }
        for (int i = 0; i < before.runs().size(); i++) {
            long index = now.indexOf(before.start(i));
            int line = addressing.info().at().line();
            if (differs(old, addressing, index, before.segmentsBefore(i), numbered, line, track, tally)) {
                return;
            }
        }
        if (!cutsElsewhere(before, track, tally)) {
            edge(old, track, at, tally);
        }
    }

    /** Nothing of it begins at the same instant, so nothing of it could be compared. */
    private static boolean cutsElsewhere(Timeline before, Track track, Tally tally) {
        Timeline now = track.addressing().timeline().orElseThrow();
        long begin = Math.max(before.start(0), now.start(0));
        long end = Math.min(
                before.end(before.runs().size() - 1), now.end(now.runs().size() - 1));
        long first = now.indexAt(begin);
        long last = now.indexAt(end - 1);
        if (before.open()
                || now.open()
                || first < 0
                || last <= first
                || !isInside(before, now, first + 1)
                || !isInside(before, now, last)) {
            return false;
        }
        tally.add(Finding.of(
                        INFO,
                        track.name() + ": cuts elsewhere than before: a segment begins at t=" + now.time(last)
                                + ", inside one that was known to begin at t="
                                + before.time(before.indexAt(now.time(last)))
                                + " (line " + track.addressing().info().at().line() + ")")
                .with("line", track.addressing().info().at().line())
                .with("representation", track.name())
                .with("t", now.time(last)));
        return true;
    }

    /** Packagers round: what is a twentieth of a segment away from a cut is at the cut. */
    private static boolean isInside(Timeline before, Timeline now, long index) {
        OptionalLong away = before.fromCut(now.time(index));
        return away.isPresent() && away.getAsLong() > now.duration(index) / ROUNDED;
    }

    private static boolean differs(
            Addressing old,
            Addressing now,
            long index,
            long oldIndex,
            boolean numbered,
            int line,
            Track track,
            Tally tally) {
        if (index < 0 || oldIndex < 0 || now.duration(index) == 0) {
            return false;
        }
        boolean number = numbered && old.number(oldIndex) != now.number(index);
        boolean duration = old.duration(oldIndex) != now.duration(index);
        if (number || duration) {
            String what = number
                    ? "was number " + old.number(oldIndex) + ", now is " + now.number(index)
                    : "lasted " + old.duration(oldIndex) + " ticks, now " + now.duration(index);
            tally.add(Finding.of(
                            INFO,
                            track.name() + ": the segment at t=" + now.time(index) + " " + what + " (line " + line
                                    + ")")
                    .with("line", line)
                    .with("representation", track.name())
                    .with("t", now.time(index)));
        }
        return number || duration;
    }

    private static void edge(Addressing old, Track track, Instant at, Tally tally) {
        OptionalLong before = old.edge(at);
        OptionalLong now = track.addressing().edge(at);
        if (before.isPresent() && now.isPresent() && now.getAsLong() < before.getAsLong()) {
            tally.add(
                    Severity.MAJOR,
                    track.addressing().info().at(),
                    track.name() + ": the newest " + Times.text(before.getAsLong() - now.getAsLong()) + " vanished");
        }
    }
}
