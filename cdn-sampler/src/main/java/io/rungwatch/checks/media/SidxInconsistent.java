package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.Fragmented;
import io.rungwatch.media.SegmentIndex;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;

/** Where there are several, each counts what is behind it only. */
public final class SidxInconsistent implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "sidx_inconsistent", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("The index of a segment does not fit it")
            .impact("Players that seek by it land elsewhere.")
            .spec("ISO 14496-12, 8.16.3")
            .action("Let the packager write the index last, or leave it out.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.mp4(step.current())
                .filter(mp4 -> mp4.fault().isEmpty() && mp4.indexes().size() == 1)
                .flatMap(mp4 -> wrong(step.current(), mp4, mp4.indexes().getFirst()))
                .map(wrong -> Told.of(INFO, step.current(), wrong).alone())
                .orElse(Finding.NONE);
    }

    private static Optional<String> wrong(Portion portion, Fragmented mp4, SegmentIndex index) {
        long bytes = mp4.bytes() - index.end() - index.firstOffset();
        if (index.referencedBytes() != bytes) {
            return Optional.of("has an index of " + index.referencedBytes() + " bytes, there are " + bytes);
        }
        double said = index.timescale() == 0 ? 0 : (double) index.duration() / index.timescale();
        return Lanes.of(portion).stream()
                .filter(lane -> lane.id() == index.referenceId() && Math.abs(lane.duration() - said) > lane.frame())
                .findFirst()
                .map(lane -> "has an index of " + Told.seconds(said) + ", it lasts " + Told.seconds(lane.duration()));
    }
}
