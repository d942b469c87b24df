package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CodecFamily;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tracks;
import io.rungwatch.check.TracksCheck;
import io.rungwatch.checks.Faults;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedTrack;
import java.util.List;

public final class LadderAudioMissing implements TracksCheck {
    private static final CheckInfo INFO = TracksCheck.declare(
                    "ladder_audio_missing", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "An audio language of the profile is not offered, or not on all rungs; minor when it is only another codec")
            .impact("Viewers hear the wrong language, or none.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.6.1.1; Apple HLS authoring 9.6–9.8")
            .action("Check the PIDs of the contribution: was the source switched? Compare the layers.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Tracks offered, ChannelProfile profile) {
        if (profile.audio().isEmpty()) {
            return Finding.NONE;
        }
        Tracks.Offer audio = offered.audio();
        Faults faults = new Faults(INFO);
        if (audio.none() && audio.mayBeMuxed()) {
            // One sound that is muxed into the rungs has no name to compare with.
            if (profile.audio().size() > 1) {
                faults.add(0, "all", profile.audio().size() + " audio languages expected, the manifest names none");
            }
            return faults.told();
        }
        for (ExpectedTrack expected : profile.audio()) {
            judge(expected, audio, faults);
        }
        return faults.told();
    }

    private static void judge(ExpectedTrack expected, Tracks.Offer audio, Faults faults) {
        List<Tracks.Track> tracks = audio.in(expected.language());
        List<Integer> without = audio.rungsWithout(expected.language());
        if (tracks.isEmpty()) {
            faults.add(0, "language", "audio " + expected.language() + " is missing");
        } else if (!without.isEmpty()) {
            faults.add(
                    without.getFirst(),
                    "rungs",
                    "audio " + expected.language() + " is missing on " + without.size() + " rungs");
        } else if (!expected.codec().isEmpty() && tracks.stream().noneMatch(track -> plays(track, expected.codec()))) {
            faults.add(
                    Severity.MINOR,
                    tracks.getFirst().line(),
                    "codec",
                    "audio " + expected.language() + " is not offered as " + expected.codec());
        }
    }

    private static boolean plays(Tracks.Track track, String codec) {
        String family = CodecFamily.of(codec);
        return track.codecs().isEmpty()
                || track.codecs().stream()
                        .anyMatch(declared -> CodecFamily.of(declared).equals(family));
    }
}
