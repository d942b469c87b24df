package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.media.Ticks;
import io.rungwatch.media.WebVtt;
import io.rungwatch.media.WebVtt.Cues;
import io.rungwatch.media.WebVtt.TimestampMap;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.OptionalDouble;

/** One cue at the right time will do: some packagers repeat what is still shown, and all that is to come. */
public final class VttCueOutside implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "vtt_cue_outside", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(1000, "that all cues lie before or behind their segment"))
            .summary("Subtitles belong to another time than their segment")
            .impact("Subtitles at the wrong time, or none.")
            .spec("RFC 8216, 3.5")
            .action("Compare X-TIMESTAMP-MAP with the timestamps of the picture: was one of both restarted?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        if (!Opened.isHls(current)
                || !(current.look() instanceof WebVtt vtt)
                || vtt.cues().isEmpty()) {
            return Finding.NONE;
        }
        TimestampMap map = vtt.map().orElse(new TimestampMap(0, 0));
        double zero = (double) map.pts() / Ticks.PTS_PER_SECOND - map.local() / MILLIS;
        OptionalDouble offset = Wall.beside(step, new Lane(Sort.SUBTITLE, 0, zero, 0, 0, TURN), Sort.VIDEO);
        return offset.isEmpty()
                ? Finding.NONE
                : check(current, vtt.cues().get(), offset.getAsDouble(), profile.threshold(INFO) / 1e9);
    }

    private static final double MILLIS = 1000;
    private static final double TURN = (1L << Ticks.PTS_BITS) / (double) Ticks.PTS_PER_SECOND;

    /** The offset is from the beginning of the segment to where cues count from. */
    private static List<Finding> check(Portion portion, Cues cues, double offset, double allowed) {
        double first = offset + cues.earliestStart() / MILLIS;
        double last = offset + cues.latestEnd() / MILLIS;
        double end = Opened.listed(portion);
        boolean outside = last < -allowed || first > end + allowed;
        return outside
                ? Told.of(
                                INFO,
                                portion,
                                "lasts " + Told.seconds(end) + ", its cues lie from " + Told.seconds(first) + " to "
                                        + Told.seconds(last) + " of it")
                        .with("first_seconds", first)
                        .alone()
                : Finding.NONE;
    }
}
