package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Track;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import java.util.List;
import java.util.stream.Collectors;

public final class TrackIdMismatch implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "track_id_mismatch", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A fragment is of a track that the init section does not know")
            .impact("Nothing is shown; players stop.")
            .spec("ISO 14496-12, 8.8.7")
            .action("Compare the init section with the segment: one of them is of another stream or of another time.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        List<Track> known = Opened.tracks(step.current());
        if (known.isEmpty()) {
            return Finding.NONE;
        }
        return Opened.mp4(step.current()).stream()
                .flatMap(mp4 -> mp4.tracks().stream())
                .filter(run -> known.stream().noneMatch(track -> track.id() == run.trackId()))
                .findFirst()
                .map(run -> Told.of(
                                INFO,
                                step.current(),
                                "is of track " + run.trackId() + ", the init section has "
                                        + known.stream()
                                                .map(track -> "" + track.id())
                                                .collect(Collectors.joining(", ")))
                        .with("track", run.trackId())
                        .alone())
                .orElse(Finding.NONE);
    }
}
