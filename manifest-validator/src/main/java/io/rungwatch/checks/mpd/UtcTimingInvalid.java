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
import io.rungwatch.dash.Descriptor;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Scale;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges what the manifest itself says of the time; what a time server answered, {@link #off} judges for whoever asked it. */
public final class UtcTimingInvalid implements MpdCheck {
    private static final String FAMILY = "urn:mpeg:dash:utc:";
    private static final Set<String> USABLE = Set.of("http-xsdate", "http-iso", "http-head", "direct");

    private static final CheckInfo INFO = MpdCheck.declare(
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
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        if (!mpd.dynamic()) {
            return Finding.NONE;
        }
        if (mpd.utcTimings().stream().noneMatch(UtcTimingInvalid::usable)) {
            String what = mpd.utcTimings().isEmpty()
                    ? "live MPD without UTCTiming"
                    : "no UTCTiming that players can use, only "
                            + mpd.utcTimings().getFirst().scheme();
            Tally tally = new Tally(INFO);
            tally.add(Severity.MINOR, mpd.at(), what);
            return tally.worst();
        }
        Tally tally = new Tally(INFO);
        for (Descriptor timing : mpd.utcTimings()) {
            if (usable(timing) && scheme(timing).equals("direct")) {
                direct(timing, profile, at, tally);
            }
        }
        return tally.worst();
    }

    /** A cache can only make it older: how old is lawful, its Age says, which is not known here. */
    private static void direct(Descriptor timing, ChannelProfile profile, Instant at, Tally tally) {
        Optional<Instant> told = Mpd.moment(timing.value());
        if (told.isEmpty()) {
            tally.add(Severity.MINOR, timing.at(), "direct UTCTiming is not a date: " + timing.value());
        } else if (told.get().isAfter(at)) {
            off(Duration.between(at, told.get()), profile).forEach(tally::add);
        }
    }

    /** The finding for a clock that is off by this much, ahead if positive. */
    public static List<Finding> off(Duration difference, ChannelProfile profile) {
        long nanos = Math.abs(Scale.nanos(difference));
        if (nanos <= profile.threshold(INFO)) {
            return Finding.NONE;
        }
        return Finding.of(
                        INFO,
                        "the clock that players are told is " + Times.text(difference.abs())
                                + (difference.isNegative() ? " behind" : " ahead"))
                .severity(nanos > 2 * Scale.SECOND ? Severity.MAJOR : Severity.MINOR)
                .with("difference_seconds", Times.seconds(difference))
                .alone();
    }

    private static boolean usable(Descriptor timing) {
        return USABLE.contains(scheme(timing));
    }

    /** Without family and year: the draft's 2012 is still about. */
    private static String scheme(Descriptor timing) {
        String scheme = timing.scheme() == null ? "" : timing.scheme().toLowerCase(Locale.ROOT);
        int year = scheme.lastIndexOf(':');
        return scheme.startsWith(FAMILY) && year > FAMILY.length() ? scheme.substring(FAMILY.length(), year) : "";
    }
}
