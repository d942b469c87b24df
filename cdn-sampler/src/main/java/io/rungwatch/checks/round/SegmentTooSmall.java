package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Promise;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.util.List;

/**
 * Low rungs, slates and the last piece before a cut are small by right: only what is far below its bitrate too is told. A page in its
 * place is told by wrong_content_type.
 */
public final class SegmentTooSmall implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "segment_too_small", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.percent(
                    5, "of what the declared bitrate makes of its duration; and 10 kB of video, 1 kB of sound"))
            .summary("A segment is far too small to hold what it should")
            .impact("A black or frozen picture, or silence.")
            .spec("Apple HLS authoring specification, 9.13")
            .action("Look into the segment: is there a picture in it? Look at the input of the encoder.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.MEDIA;
    }

    private static final long VIDEO = 10 << 10;
    private static final long SOUND = 1000;
    private static final double BITS = 8e9;

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        Promise promise = self.offer().promise();
        long rate = promise.averageBandwidth() > 0 ? promise.averageBandwidth() : promise.bandwidth();
        double expected = rate / BITS * self.segment().listed().duration();
        long least = switch (self.where().rendition().kind()) {
            case VIDEO -> VIDEO;
            case AUDIO -> SOUND;
            case SUBTITLES, ENTRY -> 0;
        };
        long bytes = self.print().bytes();
        boolean small = self.good()
                && !self.isPage()
                && self.segment().listed().whole()
                && bytes > 0
                && bytes <= least
                && (rate == 0 || bytes < profile.threshold(INFO) * expected);
        return small
                ? Finding.of(
                                INFO,
                                self.what() + " has " + bytes + " bytes"
                                        + (rate == 0 ? "" : ", its bitrate makes " + Math.round(expected)))
                        .with("url", self.segment().listed().url().toString())
                        .with("bytes", bytes)
                        .alone()
                : Finding.NONE;
    }
}
