package io.rungwatch.checks.playlist;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.DocumentCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Times;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.ServerControl;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class LowLatencyControlInvalid implements DocumentCheck {
    /** 0.33334 s times three is not 1.0 s, and yet an example of the specification. */
    private static final long ROUNDING = 1_000_000L;

    private static final CheckInfo INFO = DocumentCheck.declare(
                    "low_latency_control_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .set(CheckSet.LOW_LATENCY)
            .summary(
                    "EXT-X-SERVER-CONTROL and EXT-X-PART-INF do not go together; major when the hold-back is below two parts")
            .impact("Players refuse low latency, or stall because they play too near the edge.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.3.7–4.4.3.8, 6.2.5; Apple HLS authoring 14.3")
            .action("Correct the low-latency settings of the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaPlaylist playlist, Rendition rendition, ChannelProfile profile) {
        ServerControl control = playlist.serverControl();
        boolean parts = playlist.has(Tag.PART) || playlist.partTarget().isPresent();
        if (control == null && !parts || playlist.ended()) {
            return Finding.NONE;
        }
        Faults faults = new Faults(INFO);
        int line = control == null ? 0 : control.line();
        if (playlist.partTarget().isPresent()) {
            parts(playlist, control, playlist.partTarget().getAsLong(), line, faults);
        } else if (parts) {
            faults.add(playlist.source().firstLineOf(Tag.PART), "part_inf", "EXT-X-PART without EXT-X-PART-INF");
        }
        if (control != null && playlist.targetDuration().isPresent()) {
            control(control, playlist.targetDuration().getAsLong(), faults);
        }
        return faults.told();
    }

    private static void parts(
            MediaPlaylist playlist, @Nullable ServerControl control, long part, int line, Faults faults) {
        if (control == null || control.partHoldBack().isEmpty()) {
            faults.add(line, "part_hold_back", "EXT-X-PART-INF, but no PART-HOLD-BACK");
        } else {
            long back = control.partHoldBack().getAsLong();
            boolean tooNear = back < 2 * part - ROUNDING;
            if (back < 3 * part - ROUNDING) {
                faults.add(
                        tooNear ? Severity.MAJOR : Severity.MINOR,
                        line,
                        "part_hold_back",
                        "PART-HOLD-BACK is " + Times.text(back) + ", a part " + Times.text(part));
            }
        }
        if (control == null || !control.canBlockReload()) {
            faults.add(line, "block_reload", "parts, but no CAN-BLOCK-RELOAD=YES");
        }
        if (playlist.targetDuration().isPresent()
                && part >= playlist.targetDuration().getAsLong()) {
            faults.add(0, "part_target", "a part may be as long as a segment: " + Times.text(part));
        }
    }

    private static void control(ServerControl control, long target, Faults faults) {
        int line = control.line();
        if (control.holdBack().isPresent() && control.holdBack().getAsLong() < 3 * target) {
            faults.add(
                    line,
                    "hold_back",
                    "HOLD-BACK is " + Times.text(control.holdBack().getAsLong()) + ", target duration "
                            + Times.text(target));
        }
        if (control.canSkipUntil().isPresent() && control.canSkipUntil().getAsLong() < 6 * target) {
            faults.add(
                    line,
                    "can_skip_until",
                    "CAN-SKIP-UNTIL is " + Times.text(control.canSkipUntil().getAsLong()) + ", target duration "
                            + Times.text(target));
        }
        if (control.canSkipDateRanges() && control.canSkipUntil().isEmpty()) {
            faults.add(line, "can_skip_dateranges", "CAN-SKIP-DATERANGES without CAN-SKIP-UNTIL");
        }
    }
}
