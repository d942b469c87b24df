package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class DiscontinuityUnexpected implements PastCheck {
    private static final long SPAN = 600_000_000_000L;
    private static final int MAJOR = 6;

    private static final CheckInfo INFO = PastCheck.declare(
                    "discontinuity_unexpected", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(Threshold.count(2, "in ten minutes that no marker announced"))
            .summary("Discontinuities come without an ad or programme boundary; major from seven in ten minutes on")
            .impact("Decoders start afresh each time: a glitch or a black moment.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.4.3; HLS Authoring Specification, 7.1 and 8.13")
            .action("Read the encoder's log at those times: a source that flaps comes in bursts.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Past past, Rendition rendition, ChannelProfile profile) {
        if (profile.expect().adsUnmarked()) {
            return Finding.NONE;
        }
        int count =
                past.discontinuities().unannouncedSince(Times.nanos(past.step().at()) - SPAN);
        if (count <= profile.threshold(INFO)) {
            return Finding.NONE;
        }
        return Finding.of(INFO, count + " discontinuities in ten minutes that no marker announced")
                .severity(count > MAJOR ? Severity.MAJOR : Severity.MINOR)
                .with("count", count)
                .alone();
    }
}
