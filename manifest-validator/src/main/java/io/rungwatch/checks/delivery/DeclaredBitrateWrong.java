package io.rungwatch.checks.delivery;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Delivered;
import io.rungwatch.check.Delivery;
import io.rungwatch.check.DeliveryCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Sizes;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.Locale;

/** Sound that lies in segments of its own comes on top of what is measured: then too little proves nothing. */
public final class DeclaredBitrateWrong implements DeliveryCheck {
    /** Of the limit: from there on players that trust the number stall. */
    private static final double MAJOR = 2.5;

    private static final double HALF = 0.5;

    private static final CheckInfo INFO = DeliveryCheck.declare(
                    "declared_bitrate_wrong", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .threshold(Threshold.percent(
                    10,
                    "above BANDWIDTH in any of the last 20 to 40 measured segments, or of AVERAGE-BANDWIDTH in all"))
            .summary(
                    "Segments are larger than the manifest says, or much smaller; major from two and a half times the limit")
            .impact(
                    "Players choose a rung by this number: too low, and they stall; too high, and they show less than they could.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.4.8, 4.4.6.2; Apple authoring specification, 9.13")
            .action("At the packager: compare the encoder's peak rate (VBV, cap) with the declared one.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Delivered seen, ChannelProfile profile) {
        double slack = profile.threshold(INFO);
        Tally tally = new Tally(INFO);
        for (Delivery delivery : seen.answers()) {
            tagged(delivery, slack, tally);
        }
        if (seen.sizes().enough()) {
            declared(seen, slack, tally);
        }
        return tally.worst();
    }

    private static void declared(Delivered seen, double slack, Tally tally) {
        Sizes sizes = seen.sizes();
        double peak = sizes.peak();
        long bandwidth = seen.bandwidth();
        if (bandwidth > 0 && peak > bandwidth * (1 + slack)) {
            boolean major = peak > bandwidth * (1 + MAJOR * slack);
            tally.add(found("the densest of " + sizes.count() + " segments has " + rate(peak) + ", declared are "
                            + rate((double) bandwidth) + " (" + percent(peak / bandwidth) + ")")
                    .severity(major ? Severity.MAJOR : INFO.severity())
                    .with("measured", Math.round(peak))
                    .with("declared", bandwidth));
        }
        double average = sizes.average();
        long said = seen.averageBandwidth();
        if (said > 0 && (average > said * (1 + slack) || seen.alone() && average < HALF * said)) {
            tally.add(found("the last " + sizes.count() + " segments have " + rate(average)
                            + " on average, declared are " + rate((double) said) + " (" + percent(average / said) + ")")
                    .with("measured", Math.round(average))
                    .with("declared", said));
        }
    }

    /** EXT-X-BITRATE speaks of each segment that it stands before. */
    private static void tagged(Delivery delivery, double slack, Tally tally) {
        long declared = delivery.object().declared();
        long duration = delivery.object().duration();
        if (declared <= 0
                || duration <= 0
                || delivery.size().isEmpty()
                || delivery.object().bytes() > 0) {
            return;
        }
        double measured = delivery.size().getAsLong() * 8e9 / duration;
        if (Math.abs(measured - declared) > slack * declared) {
            tally.add(found(delivery.object().what() + " has " + rate(measured) + ", its EXT-X-BITRATE says "
                            + rate((double) declared))
                    .with("measured", Math.round(measured))
                    .with("declared", declared));
        }
    }

    private static Finding found(String message) {
        return Finding.of(INFO, message);
    }

    private static String rate(double bitsPerSecond) {
        return String.format(Locale.ROOT, "%.2f Mbit/s", bitsPerSecond / 1e6);
    }

    private static String percent(double ratio) {
        return Math.round(ratio * 100) + " %";
    }
}
