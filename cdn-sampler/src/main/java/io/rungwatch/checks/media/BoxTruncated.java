package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.media.BoxFault;
import io.rungwatch.media.Fragmented;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import java.util.List;

public final class BoxTruncated implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "box_truncated", Severity.CRITICAL, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("Boxes of MP4 do not fit into their segment")
            .impact("Playback stops there, or skips what is missing.")
            .spec("ISO 14496-12, 4.2")
            .action("The segment was cut, or its bytes are damaged: look at how it is written and copied.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.mp4(step.current())
                .flatMap(Fragmented::fault)
                .map(fault -> Told.of(INFO, step.current(), text(fault))
                        .with("box", fault.box())
                        .with("at", fault.at())
                        .alone())
                .orElse(Finding.NONE);
    }

    private static String text(BoxFault fault) {
        String box = fault.box() + " at byte " + fault.at();
        return switch (fault.kind()) {
            case CUT_SHORT -> "ends " + fault.missing() + " bytes before its " + box + " does";
            case OVERRUN -> "has a " + box + " that is longer than the box around it";
            case TOO_SMALL -> "has a " + box + " that is shorter than its own header";
        };
    }
}
