package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.Span;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

public final class TimeShiftBufferWrong implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "time_shift_buffer_wrong", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(3, "least depth of the time-shift buffer"))
            .summary(
                    "timeShiftBufferDepth is too short, or not what the MPD lists; major when no point to play is left")
            .impact("No rewind, or no point where a player could start.")
            .spec("DASH-IF timing model, time-shift buffer and presentation delay")
            .action("Compare timeShiftBufferDepth with the window that the packager keeps.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        if (!mpd.dynamic() || mpd.periods().isEmpty()) {
            return Finding.NONE;
        }
        Tally tally = new Tally(INFO);
        Span depth = mpd.timeShiftBufferDepth();
        if (depth == null) {
            tally.add(Severity.INFO, mpd.at(), "live MPD without timeShiftBufferDepth: it promises all that ever was");
            return tally.worst();
        }
        long target = mpd.presentation().targetDuration(at);
        if (depth.nanos() < profile.threshold(INFO) * target) {
            tally.add(
                    Severity.MINOR,
                    mpd.at(),
                    "timeShiftBufferDepth is " + Times.text(depth.nanos()) + ", segments last " + Times.text(target));
        }
        delay(mpd, depth.nanos(), tally);
        firstTimed(mpd).ifPresent(track -> window(mpd, track, depth.nanos(), target, at, tally));
        return tally.worst();
    }

    private static void delay(Mpd mpd, long depth, Tally tally) {
        if (mpd.suggestedPresentationDelay() == null) {
            return;
        }
        long delay = mpd.suggestedPresentationDelay().nanos();
        if (delay >= depth) {
            tally.add(
                    Severity.MAJOR,
                    mpd.at(),
                    "suggestedPresentationDelay of " + Times.text(delay) + " lies outside the time-shift buffer of "
                            + Times.text(depth));
        } else if (mpd.minBufferTime() != null && delay < mpd.minBufferTime().nanos()) {
            tally.add(
                    Severity.INFO,
                    mpd.at(),
                    "suggestedPresentationDelay of " + Times.text(delay) + " is shorter than minBufferTime");
        }
    }

    /** Segments of equal length are there as long as the buffer says: only a timeline can keep less. */
    private static Optional<Track> firstTimed(Mpd mpd) {
        return mpd.presentation()
                .tracks()
                .filter(track -> track.addressing().mode() == Addressing.Mode.TIMELINE)
                .filter(track -> track.set().is("video") || track.set().is("audio"))
                .filter(track ->
                        track.addressing().timeline().filter(t -> !t.isEmpty()).isPresent())
                .findFirst();
    }

    private static void window(Mpd mpd, Track track, long depth, long target, Instant at, Tally tally) {
        Optional<Instant> begins =
                track.addressing().wallClock(track.addressing().time(0));
        Instant start = mpd.availabilityStart();
        OptionalLong edge = edge(mpd, at);
        if (begins.isEmpty() || start == null || edge.isEmpty()) {
            return;
        }
        Instant programme =
                start.plusNanos(mpd.presentation().periods().getFirst().start());
        long cover = edge.getAsLong()
                - track.addressing().presentation(track.addressing().time(0));
        boolean settled = programme.isBefore(at.minusNanos(depth));
        if (settled && cover < depth - 2 * target) {
            tally.add(
                    Severity.MINOR,
                    mpd.at(),
                    "timeShiftBufferDepth promises " + Times.text(depth) + ", the MPD lists " + Times.text(cover));
        }
        long update = mpd.minimumUpdatePeriod() == null
                ? 0
                : mpd.minimumUpdatePeriod().nanos();
        Instant oldest =
                at.minusNanos(Scale.clamp(Scale.add(depth, 2 * target))).minusNanos(Math.max(0, update));
        Instant firstEnds = begins.get()
                .plusNanos(Scale.nanos(
                        track.addressing().duration(0), track.addressing().timescale()));
        if (firstEnds.isBefore(oldest)) {
            tally.add(
                    Severity.INFO,
                    track.addressing().info().at(),
                    "lists segments that left the time-shift buffer " + Times.text(Duration.between(firstEnds, oldest))
                            + " ago");
        }
    }

    private static OptionalLong edge(Mpd mpd, Instant at) {
        return mpd.presentation()
                .tracks()
                .filter(track -> track.addressing().mode() == Addressing.Mode.TIMELINE)
                .map(track -> track.addressing().edge(at))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max();
    }
}
