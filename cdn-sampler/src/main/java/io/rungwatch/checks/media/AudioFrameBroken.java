package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.AudioRun;
import io.rungwatch.media.PackedAudio;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.TransportStream;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;

/** Of MPEG-TS the last frame may go on in the next segment; and what lost packets do is told by others. */
public final class AudioFrameBroken implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "audio_frame_broken", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Frames of sound do not follow each other as they must")
            .impact("Clicks, gaps in the sound.")
            .spec("ISO 14496-3, 1.A.2; RFC 8216, 3.4")
            .action("Look at the encoder, and at what cuts its sound into segments.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        int broken = 0;
        if (current.look() instanceof TransportStream ts) {
            broken = ts.all(Sort.AUDIO)
                    .filter(pid -> pid.continuity().errors() == 0)
                    .flatMap(pid -> pid.audio().stream())
                    .mapToInt(AudioRun::broken)
                    .sum();
        } else if (current.look() instanceof PackedAudio packed) {
            broken = packed.audio()
                    .map(run -> run.broken() + (run.unfinished() > 0 ? 1 : 0))
                    .orElse(0);
        }
        return broken == 0
                ? Finding.NONE
                : Told.of(INFO, current, "has " + broken + " places where a frame of sound should be and is not")
                        .with("places", broken)
                        .alone();
    }
}
