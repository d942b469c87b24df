package io.rungwatch.checks.standby;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Standby;
import io.rungwatch.round.StandbyCheck;
import io.rungwatch.round.Taken;
import java.util.List;
import java.util.Optional;

/** Two packagers hardly ever make the same bytes, and need not; what they list must be the same, or players start anew. */
public final class StandbyDiffers implements StandbyCheck {
    private static final CheckInfo INFO = StandbyCheck.declare("standby_differs", Severity.MAJOR)
            .summary(
                    "A standby (`backup` of a layer) has other segments, numbers or bytes than the server that it stands by for; "
                            + "info where only the bytes of a packager differ")
            .impact("None, until it takes over; then players jump, stall or start anew.")
            .spec("RFC 8216, 6.2.1; draft-pantos-hls-rfc8216bis-22, 6.2.2")
            .action("Bring both in step again: same input, same clock, same start number; or copy what is missing.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Standby standby, ChannelProfile profile) {
        String other = standby.offer().where().layer().name();
        return sequence(standby, other)
                .map(wrong ->
                        Finding.of(INFO, wrong).with("stands_by_for", other).alone())
                .orElseGet(() -> bytes(standby, other));
    }

    private static Optional<String> sequence(Standby standby, String other) {
        if (standby.listsOthers()) {
            return Optional.of("it lists none of the segments that " + other + " lists");
        }
        List<Standby.Both> common = standby.common();
        if (common.isEmpty()) {
            return Optional.empty();
        }
        Standby.Both last = common.getLast();
        long here = last.here().listed().number();
        if (here != last.there().number()) {
            return Optional.of("segment " + here + " of " + other + " is number "
                    + last.there().number() + " there");
        }
        return last.here().section() == last.there().dseq()
                ? Optional.empty()
                : Optional.of("segment " + here + " has discontinuity number "
                        + last.there().dseq() + " there, " + last.here().section() + " at " + other);
    }

    private static List<Finding> bytes(Standby standby, String other) {
        if (!standby.gaveBoth()) {
            return Finding.NONE;
        }
        Taken here = standby.own().orElseThrow();
        Taken there = standby.segment().orElseThrow();
        boolean packager = here.layer().kind() == Layer.Kind.PACKAGER;
        return here.print().equals(there.print())
                ? Finding.NONE
                : Finding.of(
                                INFO,
                                there.what() + ": " + there.print().bytes() + " bytes there, "
                                        + here.print().bytes() + " at " + other
                                        + (here.print().bytes() == there.print().bytes() ? ", and other ones" : ""))
                        .severity(packager ? Severity.INFO : INFO.severity())
                        .with("stands_by_for", other)
                        .alone();
    }
}
