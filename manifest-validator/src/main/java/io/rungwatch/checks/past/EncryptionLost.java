package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Times;
import io.rungwatch.dash.Mpd;
import io.rungwatch.hls.Key;
import io.rungwatch.hls.Segment;
import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.Locale;

public final class EncryptionLost implements PastCheck {
    private static final CheckInfo INFO = PastCheck.declare(
                    "encryption_lost", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .set(CheckSet.PROTECTION)
            .summary(
                    "New segments or Periods are in the clear though the profile says encrypted, or locked though it says clear; "
                            + "major where only a DRM system is missing")
            .impact("None that viewers see: the content leaks. Where it is locked by mistake: black.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.3; ISO/IEC 23009-1, 5.8.4.1; the channel's contract")
            .action("Call whoever owns the packager and its DRM now.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Past past, Rendition rendition, ChannelProfile profile) {
        Segment newest = past.step().current().lastSegment();
        if (newest == null
                || rendition.kind() == Rendition.Kind.SUBTITLES
                || profile.expect().encrypted().isEmpty()) {
            return Finding.NONE;
        }
        boolean locked = newest.keys().stream().anyMatch(key -> !key.method().equals("NONE"));
        boolean should = profile.expect().encrypted().get();
        if (locked && !should) {
            return Finding.of(INFO, "segment " + newest.uri() + " is encrypted, the profile says it must not be")
                    .alone();
        }
        if (!locked && should) {
            return mayBeClear(past, profile)
                    ? Finding.NONE
                    : Finding.of(INFO, "segment " + newest.uri() + " is in the clear")
                            .alone();
        }
        return locked ? systems(newest, profile) : Finding.NONE;
    }

    /** Ads are, and the first moments of a programme may be. */
    private static boolean mayBeClear(Past past, ChannelProfile profile) {
        long at = Times.nanos(past.step().at());
        long target = past.step().current().effectiveTargetDuration();
        boolean ad = past.breaks() != null
                && past.breaks()
                        .open()
                        .filter(open -> !open.isOverdue(at, target))
                        .isPresent();
        return ad || at - past.began() < profile.expect().clearLead().toNanos();
    }

    private static List<Finding> systems(Segment newest, ChannelProfile profile) {
        List<String> missing = profile.expect().systems().stream()
                .filter(system -> newest.keys().stream().noneMatch(key -> isOf(key, system)))
                .toList();
        return missing.isEmpty()
                ? Finding.NONE
                : Finding.of(INFO, "no key for " + String.join(", ", missing))
                        .severity(Severity.MAJOR)
                        .with("missing", String.join(", ", missing))
                        .alone();
    }

    /** What an MPD has of it says the same for all segments of a Period. */
    @Override
    public List<Finding> check(Step<Mpd> seen, ChannelProfile profile) {
        return profile.expect().encrypted().isEmpty() ? Finding.NONE : MpdEncryption.check(INFO, seen, profile);
    }

    private static boolean isOf(Key key, String system) {
        String format = key.keyFormat().toLowerCase(Locale.ROOT);
        return switch (system.toLowerCase(Locale.ROOT)) {
            case "widevine" -> format.contains("edef8ba9-79d6-4ace-a3c8-27dcd51d21ed");
            case "playready" -> format.contains("playready") || format.contains("9a04f079-9840-4286-ab92-e65be0885f95");
            case "fairplay" -> format.contains("apple.streamingkeydelivery");
            default -> format.contains(system.toLowerCase(Locale.ROOT));
        };
    }
}
