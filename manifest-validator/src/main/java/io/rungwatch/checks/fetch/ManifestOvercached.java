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
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Freshness;
import io.rungwatch.exchange.Headers;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

public final class ManifestOvercached implements ExchangeCheck {
    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "manifest_overcached", Severity.MINOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(
                    1, "for which a live playlist may stay in a cache; major from three times that"))
            .summary("A live playlist may stay in caches for longer than one target duration, or did")
            .impact("Players miss updates: they freeze about one window after they started.")
            .spec("RFC 9111, 4.2, 5.1; RFC 8246; Apple HLS authoring, caching of live playlists")
            .action("Correct the cache rule for this kind of file.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty()
                || !(attempt.document().get() instanceof MediaPlaylist playlist)
                || playlist.ended()
                || !profile.expectsMore(playlist)
                || !(attempt.exchange() instanceof Exchange.Answered answer)) {
            return Finding.NONE;
        }
        Headers headers = answer.headers();
        Duration target = Duration.ofNanos(playlist.effectiveTargetDuration());
        Duration limit = Duration.ofNanos((long) (profile.threshold(INFO) * target.toNanos()));
        Duration age = Freshness.age(headers);
        Duration fresh = Freshness.fresh(headers).minus(age);
        Faults faults = new Faults(INFO);
        if (fresh.compareTo(limit) > 0) {
            faults.add(severity(fresh, limit), 0, "freshness", "caches may keep it for another " + told(fresh, target));
        }
        if (age.compareTo(limit.plus(ROUNDING)) > 0) {
            faults.add(severity(age, limit), 0, "age", "a cache kept it for " + told(age, target));
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

    private static String told(Duration time, Duration target) {
        return Times.text(time) + ", target duration " + Times.text(target);
    }
}
