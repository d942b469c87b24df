package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Encryption;
import io.rungwatch.media.SampleEntry;
import io.rungwatch.media.Track;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;

/** With one constant initialisation vector, samples that are encrypted as a whole need none of it. */
public final class DrmBoxesMissing implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "drm_boxes_missing", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Encrypted samples lack what decryption needs")
            .impact("No picture, no sound, although the key is right.")
            .spec("ISO 23001-7, 7 and 8")
            .action(
                    "Look at the packager: tenc belongs into the init section, senc or saiz and saio into each fragment.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        for (Track track : Opened.tracks(step.current())) {
            Optional<Encryption> encryption = track.entry().flatMap(SampleEntry::encryption);
            if (encryption.isPresent() && !encryption.get().complete()) {
                return Told.of(INFO, step.current(), "has an init section without tenc")
                        .alone();
            } else if (encryption.isPresent()
                    && encryption.get().encrypted()
                    && encryption.get().ivSize() > 0
                    && lacks(step.current(), track)) {
                return Told.of(INFO, step.current(), "has fragments with neither senc nor saiz and saio")
                        .alone();
            }
        }
        return Finding.NONE;
    }

    private static boolean lacks(Portion portion, Track track) {
        return Opened.mp4(portion).stream()
                .flatMap(mp4 -> mp4.tracks().stream())
                .anyMatch(run -> run.trackId() == track.id() && run.decryptable() < run.fragments());
    }
}
