package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.ClockCheck;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Timekeeping;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Descriptor;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.TimeSource;
import io.rungwatch.dash.TimeSource.Kind;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class UtcTimingInvalid implements ClockCheck {
    private static final CheckInfo INFO = ClockCheck.declare(
                    "utc_timing_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(500, "between the time that players are told and the real one"))
            .summary("A live MPD gives players no usable clock, or a wrong one; major from two seconds on")
            .impact("Players ask for segments too early and get 404, or stay too far behind.")
            .spec("ISO/IEC 23009-1, 5.8.4.11; DASH-IF timing model, clock synchronisation")
            .action("Look at the time server that UTCTiming names, and at NTP on the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Timekeeping seen, ChannelProfile profile) {
        if (!seen.mpd().dynamic()) {
            return Finding.NONE;
        }
        Tally tally = new Tally(INFO);
        List<TimeSource> sources = seen.mpd().timeSources();
        if (sources.stream().noneMatch(source -> source.kind() != Kind.OTHER)) {
            tally.add(Severity.MINOR, seen.mpd().at(), nothingUsable(seen.mpd()));
            return tally.worst();
        }
        for (TimeSource source : sources) {
            if (source.kind() == Kind.DIRECT) {
                direct(source.descriptor(), profile, seen.at(), tally);
            }
        }
        servers(seen, profile, tally);
        return tally.worst();
    }

    private static String nothingUsable(Mpd mpd) {
        return mpd.utcTimings().isEmpty()
                ? "live MPD without UTCTiming"
                : "no UTCTiming that players can use, only "
                        + mpd.utcTimings().getFirst().scheme();
    }

    /** A cache can only make it older: how old is lawful, its Age says, which is not known here. */
    private static void direct(Descriptor timing, ChannelProfile profile, Instant at, Tally tally) {
        Optional<Instant> told = Mpd.moment(timing.value());
        if (told.isEmpty()) {
            tally.add(Severity.MINOR, timing.at(), "direct UTCTiming is not a date: " + timing.value());
        } else if (told.get().isAfter(at)) {
            off("", Duration.between(at, told.get()), profile, tally);
        }
    }

    /** Players go on to the next server when one is silent, and believe the first that tells a time. */
    private static void servers(Timekeeping seen, ChannelProfile profile, Tally tally) {
        boolean silent = !seen.told().isEmpty();
        for (Timekeeping.Told told : seen.told()) {
            Duration off = told.off();
            if (off != null) {
                silent = false;
                off(", by " + told.server(), off, profile, tally);
            }
        }
        if (silent && seen.mpd().timeSources().stream().noneMatch(source -> source.kind() == Kind.DIRECT)) {
            Timekeeping.Told first = seen.told().getFirst();
            tally.add(
                    Severity.MINOR,
                    seen.mpd().utcTimings().getFirst().at(),
                    "no time server answers: " + first.server() + " " + first.trouble());
        }
    }

    private static void off(String by, Duration difference, ChannelProfile profile, Tally tally) {
        long nanos = Math.abs(Scale.nanos(difference));
        if (nanos <= profile.threshold(INFO)) {
            return;
        }
        tally.add(Finding.of(
                        INFO,
                        "the clock that players are told is " + Times.text(difference.abs())
                                + (difference.isNegative() ? " behind" : " ahead") + by)
                .severity(nanos > 2 * Scale.SECOND ? Severity.MAJOR : Severity.MINOR)
                .with("difference_seconds", Times.seconds(difference)));
    }
}
