package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Habits;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import io.rungwatch.sample.Look;
import java.time.Duration;

/** Said by the segments themselves, and handed on by caches: seen at an edge too. */
public final class PackagerInputSwitched implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("packager_input_switched", Severity.INFO, Owner.PACKAGER)
            .threshold(Threshold.count(3, "changes within an hour; major beyond"))
            .summary("The packager makes its segments from its other input; major when it goes to and fro")
            .impact("None if both inputs are in step; else a jump in time or picture at each change.")
            .spec("AWS Elemental MediaPackage, X-Amzn-Mediapackage-Active-Input")
            .action("Look at the encoder behind the input that was left: did it stop, and did it come back?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Habits.Inputs inputs = rates.habits().inputs();
        int changes = inputs.switched().size();
        if (changes == 0) {
            return Rated.GOOD;
        }
        return new Rated(
                Look.PROVEN,
                Duration.ZERO,
                Finding.of(
                                INFO,
                                "input " + inputs.active().orElseThrow() + " since "
                                        + inputs.switched().getLast() + ", " + changes
                                        + (changes == 1 ? " change" : " changes") + " within the hour")
                        .severity(changes > profile.threshold(INFO) ? Severity.MAJOR : INFO.severity())
                        .with("input", inputs.active().orElseThrow())
                        .with("changes", changes)
                        .alone());
    }
}
