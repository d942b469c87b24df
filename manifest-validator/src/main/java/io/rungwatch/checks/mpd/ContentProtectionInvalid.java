package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Place;
import io.rungwatch.dash.Protection;
import io.rungwatch.dash.Representation;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

public final class ContentProtectionInvalid implements MpdCheck {
    private static final String COMMON = "urn:mpeg:dash:mp4protection:2011";
    private static final Set<String> MODES = Set.of("cenc", "cbcs", "cens", "cbc1");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");
    private static final String ZERO = "00000000-0000-0000-0000-000000000000";

    private static final CheckInfo INFO = MpdCheck.declare(
                    "content_protection_invalid", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "Protection that players cannot ask a licence for; minor where they may find the rest in the media")
            .impact("The licence request fails: no picture.")
            .spec("ISO/IEC 23009-1, 5.8.4.1; ISO/IEC 23001-7; DASH-IF content protection")
            .action("Look at the packager's DRM template and at what the key server gave it.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        Set<Place> seen = new HashSet<>();
        Map<String, Protection> named = named(mpd);
        for (PeriodView period : mpd.presentation().periods()) {
            for (Track track : period.tracks()) {
                track(named, track, seen, tally);
            }
            period.period().sets().forEach(set -> oneKey(set, tally));
        }
        return tally.worst();
    }

    private static void track(Map<String, Protection> named, Track track, Set<Place> seen, Tally tally) {
        List<Protection> protections = track.protections();
        if (protections.isEmpty()) {
            return;
        }
        List<Protection> common = protections.stream()
                .filter(p -> COMMON.equalsIgnoreCase(p.scheme()))
                .map(p -> p.ref() == null ? p : named.getOrDefault(p.ref(), p))
                .toList();
        if (common.isEmpty()) {
            if (seen.add(track.set().at())) {
                tally.add(Severity.MAJOR, track.set().at(), track.set().name() + " is protected without " + COMMON);
            }
            return;
        }
        common.stream().filter(p -> seen.add(p.at())).forEach(p -> common(p, tally));
        Set<String> kids = new HashSet<>();
        common.forEach(p -> kids.add(canonical(p.defaultKid())));
        for (Protection protection : protections) {
            if (seen.add(protection.at())) {
                boxes(protection, kids, tally);
            }
        }
    }

    /** What others may refer to, wherever in the manifest it stands. */
    private static Map<String, Protection> named(Mpd mpd) {
        Map<String, Protection> named = new HashMap<>();
        mpd.presentation()
                .tracks()
                .flatMap(track -> track.protections().stream())
                .filter(protection -> protection.refId() != null)
                .forEach(protection -> named.putIfAbsent(protection.refId(), protection));
        return named;
    }

    private static void common(Protection protection, Tally tally) {
        String mode = protection.value();
        if (mode == null || !MODES.contains(mode)) {
            tally.add(
                    Severity.MAJOR, protection.at(), "protection mode " + mode + " is none of cenc, cbcs, cens, cbc1");
        }
        String kid = canonical(protection.defaultKid());
        if (kid.isEmpty()) {
            tally.add(Severity.MAJOR, protection.at(), "protection without cenc:default_KID");
        } else if (!UUID.matcher(kid).matches()) {
            tally.add(Severity.MAJOR, protection.at(), "cenc:default_KID is no UUID: " + protection.defaultKid());
        } else if (kid.equals(ZERO)) {
            tally.add(Severity.MAJOR, protection.at(), "cenc:default_KID is all zeros");
        }
    }

    private static void boxes(Protection protection, Set<String> kids, Tally tally) {
        for (String base64 : protection.pssh()) {
            String scheme =
                    protection.scheme() == null ? "" : protection.scheme().toLowerCase(Locale.ROOT);
            Pssh.trouble(base64, scheme, kids)
                    .ifPresent(trouble -> tally.add(Severity.MAJOR, protection.at(), "cenc:pssh " + trouble));
        }
    }

    /** Several keys in one set need a descriptor each; a set that says one while a Representation says another contradicts itself. */
    private static void oneKey(AdaptationSet set, Tally tally) {
        for (Protection around : set.protections()) {
            String kid = canonical(around.defaultKid());
            for (Representation representation : set.representations()) {
                for (Protection own : representation.protections()) {
                    String other = canonical(own.defaultKid());
                    boolean same = COMMON.equalsIgnoreCase(around.scheme()) && COMMON.equalsIgnoreCase(own.scheme());
                    if (same && !kid.isEmpty() && !other.isEmpty() && !kid.equals(other)) {
                        tally.add(
                                Severity.MAJOR,
                                own.at(),
                                set.name() + " has the key " + kid + ", its Representation " + representation.name()
                                        + " " + other);
                    }
                }
            }
        }
    }

    /** Upper case and lost dashes are habits, not faults. */
    private static String canonical(@Nullable String kid) {
        String text = kid == null ? "" : kid.strip().toLowerCase(Locale.ROOT);
        return text.matches("[0-9a-f]{32}") ? Pssh.dashed(text) : text;
    }
}
