package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import java.util.List;

public final class EmsgInvalid implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "emsg_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("An event message cannot be used")
            .impact("Ads and other events are missed.")
            .spec("ISO 23009-1, 5.10.3.3")
            .action("Look at what writes the messages: they need a scheme and a timescale.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        return Opened.mp4(step.current()).stream()
                .flatMap(mp4 -> mp4.messages().stream())
                .filter(message -> message.scheme().isEmpty() || message.timescale() == 0)
                .findFirst()
                .map(message -> Told.of(
                                INFO,
                                step.current(),
                                "has an event message "
                                        + (message.scheme().isEmpty()
                                                ? "without a scheme"
                                                : "of " + message.scheme() + " without a timescale"))
                        .alone())
                .orElse(Finding.NONE);
    }
}
