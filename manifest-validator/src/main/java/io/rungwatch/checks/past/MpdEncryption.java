package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Protection;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the programme that an MPD shows is locked as it should be. */
final class MpdEncryption {
    /** What is of a known length, and no longer than this, may have been put in. */
    private static final Duration LONGEST_AD = Duration.ofMinutes(15);

    private static final String COMMON = "urn:mpeg:dash:mp4protection:2011";

    private MpdEncryption() {}

    /** On behalf of this check, which judges both protocols. */
    static List<Finding> check(CheckInfo info, Step<Mpd> seen, ChannelProfile profile) {
        PeriodView period = newest(seen.current(), seen.at());
        boolean should = profile.expect().encrypted().orElseThrow();
        if (period == null) {
            return Finding.NONE;
        }
        for (Track track : pictures(period)) {
            boolean locked = !track.protections().isEmpty();
            if (locked && !should) {
                return Finding.of(info, where(track) + " is encrypted, the profile says it must not be")
                        .with("line", track.representation().at().line())
                        .alone();
            }
            if (!locked && should) {
                return mayBeClear(period, seen, profile)
                        ? Finding.NONE
                        : Finding.of(info, where(track) + " is in the clear")
                                .with("line", track.representation().at().line())
                                .alone();
            }
        }
        return should ? systems(info, period, profile) : Finding.NONE;
    }

    /** Of those that have begun: what comes is not seen by anybody yet, what was has been told of. */
    private static @Nullable PeriodView newest(Mpd mpd, Instant at) {
        List<PeriodView> periods = mpd.presentation().periods();
        for (int i = periods.size() - 1; i >= 0; i--) {
            if (!mpd.dynamic() || hasBegun(periods.get(i), mpd, at)) {
                return periods.get(i);
            }
        }
        return null;
    }

    private static boolean hasBegun(PeriodView period, Mpd mpd, Instant at) {
        return mpd.availabilityStart() != null
                && !mpd.availabilityStart().plusNanos(period.start()).isAfter(at)
                && period.tracks().stream()
                        .anyMatch(track -> track.addressing().edgeAt(at).isPresent());
    }

    /** Sound is often left in the clear, and so are pictures for fast forward; a radio has nothing else. */
    private static List<Track> pictures(PeriodView period) {
        List<Track> pictures = period.tracks().stream()
                .filter(track -> track.set().is("video") && !track.set().isTrickMode())
                .toList();
        return pictures.isEmpty()
                ? period.tracks().stream()
                        .filter(track -> track.set().is("audio"))
                        .toList()
                : pictures;
    }

    /** Ads are, and the first moments of a programme may be. Nobody has to say of a Period that it is an ad. */
    private static boolean mayBeClear(PeriodView period, Step<Mpd> seen, ChannelProfile profile) {
        boolean alone = seen.current().presentation().periods().size() == 1;
        boolean brief =
                period.period().duration() != null && period.period().duration().nanos() <= LONGEST_AD.toNanos();
        if (!alone && (period.period().isAd() || brief || profile.expect().adsUnmarked())) {
            return true;
        }
        Duration lead = profile.expect().clearLead();
        Instant zero = seen.current().availabilityStart();
        Instant began = zero == null ? seen.knownSince() : zero.plusNanos(period.start());
        return seen.at().isBefore(began.plus(lead))
                || seen.at().isBefore(seen.knownSince().plus(lead));
    }

    /** Where the manifest names none at all, players find them in the media; FairPlay has none in DASH. */
    private static List<Finding> systems(CheckInfo info, PeriodView period, ChannelProfile profile) {
        for (Track track : pictures(period)) {
            if (track.protections().stream().anyMatch(protection -> protection.ref() != null)) {
                return Finding.NONE; // It stands elsewhere.
            }
            List<String> named = track.protections().stream()
                    .map(MpdEncryption::scheme)
                    .filter(scheme -> !scheme.isEmpty() && !scheme.equals(COMMON))
                    .toList();
            List<String> missing = profile.expect().systems().stream()
                    .filter(system -> !system.equalsIgnoreCase("fairplay"))
                    .filter(system -> named.stream().noneMatch(scheme -> scheme.contains(id(system))))
                    .toList();
            if (!named.isEmpty() && !missing.isEmpty()) {
                return Finding.of(info, where(track) + " has no ContentProtection for " + String.join(", ", missing))
                        .severity(Severity.MAJOR)
                        .with("missing", String.join(", ", missing))
                        .alone();
            }
        }
        return Finding.NONE;
    }

    private static String scheme(Protection protection) {
        return protection.scheme() == null ? "" : protection.scheme().strip().toLowerCase(Locale.ROOT);
    }

    private static String id(String system) {
        String word = system.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "widevine" -> "edef8ba9-79d6-4ace-a3c8-27dcd51d21ed";
            case "playready" -> "9a04f079-9840-4286-ab92-e65be0885f95";
            default -> word;
        };
    }

    private static String where(Track track) {
        return track.name() + " (line " + track.representation().at().line() + ")";
    }
}
