package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Offered;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where all segments have one @duration, each may lie up to half of it elsewhere. */
public final class TfdtVsManifest implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "tfdt_vs_manifest", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(100, "; above half a second, and half a segment, critical"))
            .summary("A segment of DASH begins at another time than the MPD says")
            .impact("Players stall, or play sound and picture out of step.")
            .spec("ISO 23009-1, 5.3.9.6 and 7.2.1; DASH-IF IOP, 3.2.7")
            .action("Compare tfdt with S@t or @duration: was one of packager and MPD restarted?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Portion current = step.current();
        OptionalDouble off = off(current);
        double size = Math.abs(off.orElse(0));
        if (size <= profile.threshold(INFO) / 1e9) {
            return Finding.NONE;
        }
        boolean much = size > Math.max(MUCH, Opened.listed(current) / 2);
        return Told.of(
                        INFO,
                        current,
                        "begins " + Told.seconds(size) + (off.getAsDouble() > 0 ? " later" : " earlier")
                                + " than the MPD says")
                .with("seconds", off.getAsDouble())
                .severity(much ? INFO.severity() : Severity.MINOR)
                .alone();
    }

    private static final double MUCH = 0.5;

    /** By when it is decoded or shown, whichever is nearer. */
    private static OptionalDouble off(Portion portion) {
        Offered segment = portion.segment();
        Optional<Lane> lane = Opened.mp4(portion).flatMap(mp4 -> Lanes.main(portion));
        if (lane.isEmpty() || segment.mediaTime().isEmpty() || segment.timescale() == 0) {
            return OptionalDouble.empty();
        }
        double said = segment.mediaTime().getAsLong() / (double) segment.timescale();
        double decoded = lane.get().apart(lane.get().begin() - said);
        return Opened.mp4(portion).stream()
                .flatMap(mp4 -> mp4.tracks().stream())
                .filter(run ->
                        run.trackId() == lane.get().id() && run.earliest().isPresent())
                .mapToDouble(run -> lane.get()
                        .apart(run.earliest().getAsLong()
                                        / (double) run.timescale().orElse(1)
                                - said))
                .filter(shown -> Math.abs(shown) < Math.abs(decoded))
                .boxed()
                .findFirst()
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.of(decoded));
    }
}
