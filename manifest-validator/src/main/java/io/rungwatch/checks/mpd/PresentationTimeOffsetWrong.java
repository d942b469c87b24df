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
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

public final class PresentationTimeOffsetWrong implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "presentation_time_offset_wrong", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(100, "between a Period's start and its first segment, or picture and sound"))
            .summary("presentationTimeOffset moves segments away from their Period, or sound away from the picture")
            .impact("Sound out of step, or black where the Period begins.")
            .spec("ISO/IEC 23009-1, 5.3.9.2; DASH-IF timing model")
            .action("Compare presentationTimeOffset, timescale and first t of the two sets at the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        double limit = profile.threshold(INFO);
        for (PeriodView period : mpd.presentation().periods()) {
            if (headIsListed(mpd, period, at)) {
                period.tracks().stream()
                        .filter(PresentationTimeOffsetWrong::timed)
                        .forEach(track -> head(period, track, limit, tally));
            }
            soundAndPicture(period, at, limit, tally);
        }
        return tally.worst();
    }

    /** Of a live Period that began before the time-shift buffer, the first segments are gone. */
    private static boolean headIsListed(Mpd mpd, PeriodView period, Instant at) {
        boolean slides = mpd.dynamic() && (mpd.timeShiftBufferDepth() == null || mpd.availabilityStart() == null);
        return period.startKnown() && !slides && Border.matters(mpd, period, at);
    }

    /** Files of subtitles begin at 0 whatever the offset says. */
    private static boolean timed(Track track) {
        Addressing addressing = track.addressing();
        return addressing.mode() == Addressing.Mode.TIMELINE
                && addressing.timeline().filter(t -> !t.isEmpty()).isPresent()
                && (track.set().is("video") || track.set().is("audio"));
    }

    private static void head(PeriodView period, Track track, double limit, Tally tally) {
        Addressing addressing = track.addressing();
        long begins = addressing.presentation(addressing.time(0)) - period.start();
        long ends = addressing.presentation(Scale.add(addressing.time(0), addressing.duration(0))) - period.start();
        if (begins > limit || ends <= 0) {
            String where = begins > limit
                    ? " begins " + Times.text(begins) + " after its Period "
                    : " ends " + Times.text(-ends) + " before its Period ";
            tally.add(Finding.of(
                            INFO,
                            "first segment of " + track.name() + where + period.name() + " does (line "
                                    + addressing.info().at().line() + ")")
                    .with("line", addressing.info().at().line())
                    .with("period", period.name())
                    .with("representation", track.name())
                    .with("offset_seconds", Times.seconds(begins)));
        }
    }

    private static void soundAndPicture(PeriodView period, Instant at, double limit, Tally tally) {
        Optional<Track> video = first(period, "video");
        Optional<Track> audio = first(period, "audio");
        if (video.isEmpty() || audio.isEmpty()) {
            return;
        }
        Addressing v = video.get().addressing();
        Addressing a = audio.get().addressing();
        OptionalLong videoEdge = v.edge(at);
        OptionalLong audioEdge = a.edge(at);
        if (videoEdge.isEmpty() || audioEdge.isEmpty()) {
            return;
        }
        long apart = videoEdge.getAsLong() - audioEdge.getAsLong();
        long offsets = Scale.nanos(v.presentationTimeOffset(), v.timescale())
                - Scale.nanos(a.presentationTimeOffset(), a.timescale());
        boolean moved = Math.abs(offsets) > limit && Math.abs(Math.abs(offsets) - Math.abs(apart)) <= limit;
        long target = Math.max(v.longest(at), a.longest(at));
        if (moved || Math.abs(apart) > target + target / 2) {
            String cause = moved ? ": their presentationTimeOffsets differ by as much" : "";
            tally.add(Finding.of(
                            INFO,
                            "sound and picture of Period " + period.name() + " end " + Times.text(Math.abs(apart))
                                    + " apart" + cause + " (line "
                                    + a.info().at().line() + ")")
                    .with("line", a.info().at().line())
                    .with("period", period.name())
                    .with("apart_seconds", Times.seconds(apart)));
        }
    }

    private static Optional<Track> first(PeriodView period, String type) {
        return period.tracks().stream()
                .filter(track -> track.set().is(type) && timed(track))
                .findFirst();
    }
}
