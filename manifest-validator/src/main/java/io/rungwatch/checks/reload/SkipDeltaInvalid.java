package io.rungwatch.checks.reload;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.ReloadCheck;
import io.rungwatch.check.Reloads;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Times;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.ServerControl;
import io.rungwatch.hls.Skip;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What a player makes of the playlist that it has and of the delta that it gets must be the playlist that all others see. */
public final class SkipDeltaInvalid implements ReloadCheck {
    private static final int VERSION = 9;
    private static final long ROUNDING = 1_000_000;

    private static final CheckInfo INFO = ReloadCheck.declare(
                    "skip_delta_invalid", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "A delta update skips too much, does not fit the whole playlist, or goes to those who never asked (critical)")
            .impact("Players put a wrong playlist together; those without the skipped part fail.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.5.2, 6.2.5.1, 6.3.7")
            .action("At a cache: the cache key must contain _HLS_skip. At the packager: its delta updates.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Reloads seen, ChannelProfile profile) {
        Tally tally = new Tally(INFO);
        seen.whole()
                .map(MediaPlaylist::skip)
                .ifPresent(skip ->
                        tally.add(Severity.CRITICAL, skip.line(), "a plain request is answered with a delta update"));
        seen.delta().ifPresent(delta -> delta(seen, delta, tally));
        return tally.worst();
    }

    private static void delta(Reloads seen, MediaPlaylist delta, Tally tally) {
        ServerControl control = delta.serverControl();
        if (control == null || control.canSkipUntil().isEmpty()) {
            return;
        }
        long boundary = control.canSkipUntil().getAsLong();
        Skip skip = delta.skip();
        if (skip == null) {
            none(seen, delta, boundary, tally);
            return;
        }
        if (delta.version() < VERSION) {
            tally.add(INFO.severity(), skip.line(), "EXT-X-SKIP in a playlist of version " + delta.version());
        }
        long left = delta.window() + delta.tail().duration();
        if (left < boundary - ROUNDING) {
            tally.add(
                    INFO.severity(),
                    skip.line(),
                    skip.segments() + " segments are skipped, and " + seconds(left) + " are left: less than the "
                            + seconds(boundary) + " of CAN-SKIP-UNTIL");
        }
        seen.whole().filter(whole -> whole.skip() == null).ifPresent(whole -> fit(delta, whole, tally));
        gone(seen.known(), delta, skip, tally);
    }

    private static void none(Reloads seen, MediaPlaylist delta, long boundary, Tally tally) {
        boolean longEnough = delta.window() > boundary + delta.longestSegment();
        if (longEnough && seen.known().endNumber() == delta.endNumber()) {
            tally.add(
                    INFO.severity(),
                    control(delta),
                    "no EXT-X-SKIP in the answer to _HLS_skip, though CAN-SKIP-UNTIL offers it");
        }
    }

    private static int control(MediaPlaylist playlist) {
        ServerControl control = playlist.serverControl();
        return control == null ? 0 : control.line();
    }

    /** The same number is the same segment, whichever way it was asked for. */
    private static void fit(MediaPlaylist delta, MediaPlaylist whole, Tally tally) {
        for (Segment segment : delta.segments()) {
            Segment other = whole.segment(segment.number());
            if (other != null && !same(segment, other)) {
                tally.add(
                        INFO.severity(),
                        segment.line(),
                        "segment " + Long.toUnsignedString(segment.number()) + " is " + segment.uri()
                                + " in the delta update and " + other.uri() + " in the whole playlist");
                return;
            }
        }
    }

    private static boolean same(Segment a, Segment b) {
        return a.uri().equals(b.uri())
                && Math.abs(a.duration() - b.duration()) <= ROUNDING
                && a.discontinuity() == b.discontinuity()
                && Objects.equals(a.byteRange(), b.byteRange());
    }

    /** What is skipped must be what a player that asked in time still has. */
    private static void gone(MediaPlaylist known, MediaPlaylist delta, Skip skip, Tally tally) {
        long last = delta.firstListedNumber() - 1;
        if (skip.segments() > 0
                && known.skip() == null
                && known.segment(last) == null
                && known.endNumber() - 1 < last) {
            tally.add(
                    INFO.severity(),
                    skip.line(),
                    "segment " + Long.toUnsignedString(last) + " is skipped, and nobody can have it yet");
        }
    }

    private static String seconds(long nanos) {
        return Times.text(Duration.ofNanos(nanos));
    }
}
