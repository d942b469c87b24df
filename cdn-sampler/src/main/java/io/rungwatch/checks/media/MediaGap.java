package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.media.StreamKind.Sort;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Between two segments that follow each other; what stands still or begins anew is told by others. */
public final class MediaGap implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "media_gap", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(100, "for a major one; from one frame on minor, above half a second critical"))
            .summary("Media is missing between two segments, or is there twice")
            .impact("A jump or a stall; sound out of step.")
            .spec("RFC 8216, 3; ISO 14496-12, 8.8.12")
            .action("Look at the input of the packager: were pictures or sound lost, or is its clock another one?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        List<Finding> findings = new ArrayList<>();
        for (Lane lane : Lanes.of(step.current())) {
            Optional<Double> gap = step.before()
                    .flatMap(before -> Lanes.like(lane, before))
                    .filter(before -> before.duration() > 0 && lane.since(before) != 0)
                    .map(lane::gapAfter);
            if (gap.isPresent() && Math.abs(gap.get()) <= JUMP) {
                findings.addAll(check(step.current(), lane, gap.get(), profile.threshold(INFO) / 1e9));
            }
        }
        return findings.stream()
                .max(Comparator.comparing(Finding::severity))
                .map(List::of)
                .orElse(Finding.NONE);
    }

    /** More than that is another timeline. */
    static final double JUMP = 10;

    private static final double MUCH = 0.5;
    /** Timestamps may be rounded to milliseconds. */
    private static final double ROUNDING = 0.003;

    private static List<Finding> check(Portion portion, Lane lane, double gap, double major) {
        double size = Math.abs(gap);
        if (size <= lane.frame() + ROUNDING) {
            return Finding.NONE;
        }
        return Told.of(
                        INFO,
                        portion,
                        (gap > 0
                                        ? "begins " + Told.seconds(size) + " after"
                                        : "begins " + Told.seconds(size) + " before")
                                + " the end of the segment before, in its "
                                + (lane.sort() == Sort.VIDEO
                                        ? "picture"
                                        : lane.sort() == Sort.AUDIO ? "sound" : "text"))
                .with("seconds", gap)
                .severity(size > MUCH ? INFO.severity() : size > major ? Severity.MAJOR : Severity.MINOR)
                .alone();
    }
}
