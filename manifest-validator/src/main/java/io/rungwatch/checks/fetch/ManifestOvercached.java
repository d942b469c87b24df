package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.checks.Faults;
import io.rungwatch.dash.Mpd;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Freshness;
import io.rungwatch.exchange.Headers;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Mode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

public final class ManifestOvercached implements ExchangeCheck {
    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final long SECOND = ROUNDING.toNanos();
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "manifest_overcached", Severity.MINOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .threshold(
                    Threshold.targetDurations(
                            1,
                            "for which a live manifest may stay in a cache, a live MPD for its minimumUpdatePeriod if that is longer; major from three times that"))
            .summary(
                    "A live playlist or MPD may stay in caches for longer than players wait for its next update, or did")
            .impact("Players miss updates: they freeze about one window after they started.")
            .spec(
                    "RFC 9111, 4.2, 5.1; RFC 8246; Apple HLS authoring, caching of live playlists; ISO/IEC 23009-1, 5.3.1.2")
            .action("Correct the cache rule for this kind of file.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty() || !(attempt.exchange() instanceof Exchange.Answered answer)) {
            return Finding.NONE;
        }
        if (attempt.document().get() instanceof Mpd mpd) {
            return mpd.dynamic() && profile.mode() != Mode.VOD ? kept(answer, mpd, profile) : Finding.NONE;
        }
        return attempt.document().get() instanceof MediaPlaylist playlist
                        && !playlist.ended()
                        && profile.expectsMore(playlist)
                ? kept(answer.headers(), playlist.effectiveTargetDuration(), "target duration", profile)
                : Finding.NONE;
    }

    /** What says that it will not change may stay; what counts its segments by the clock changes no faster than it says. */
    private static List<Finding> kept(Exchange.Answered answer, Mpd mpd, ChannelProfile profile) {
        if (mpd.minimumUpdatePeriod() == null) {
            return Finding.NONE;
        }
        long update = mpd.minimumUpdatePeriod().nanos();
        long segment = mpd.presentation().targetDuration(answer.startedAt());
        if (segment <= 0) {
            return Finding.NONE;
        }
        return update > segment
                ? kept(answer.headers(), update, "minimumUpdatePeriod", profile)
                : kept(answer.headers(), segment, "segments of", profile);
    }

    private static List<Finding> kept(Headers headers, long pace, String named, ChannelProfile profile) {
        Duration limit = Duration.ofNanos((long) (profile.threshold(INFO) * pace));
        Duration age = Freshness.age(headers);
        Duration fresh = Freshness.fresh(headers).minus(age);
        String beside = ", " + named + " " + Times.text(pace);
        Faults faults = new Faults(INFO);
        // Headers know whole seconds only.
        if (fresh.compareTo(limit.plusNanos(SECOND - 1).truncatedTo(ChronoUnit.SECONDS)) > 0) {
            faults.add(
                    severity(fresh, limit),
                    0,
                    "freshness",
                    "caches may keep it for another " + Times.text(fresh) + beside);
        }
        if (age.compareTo(limit.plus(ROUNDING)) > 0) {
            faults.add(severity(age, limit), 0, "age", "a cache kept it for " + Times.text(age) + beside);
        }
        if (!fresh.isZero() && headers.all("Cache-Control").stream().anyMatch(ManifestOvercached::immutable)) {
            faults.add(0, "immutable", "Cache-Control says immutable");
        }
        return faults.told();
    }

    private static Severity severity(Duration kept, Duration limit) {
        return kept.compareTo(limit.multipliedBy(3)) > 0 ? Severity.MAJOR : Severity.MINOR;
    }

    private static boolean immutable(String cacheControl) {
        return cacheControl.toLowerCase(Locale.ROOT).contains("immutable");
    }
}
