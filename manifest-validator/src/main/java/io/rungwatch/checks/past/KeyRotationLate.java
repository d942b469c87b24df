package io.rungwatch.checks.past;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.PastCheck;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.past.KeyChanges;
import io.rungwatch.past.Past;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class KeyRotationLate implements PastCheck {
    private static final double TOO_SOON = 0.5;

    private static final CheckInfo INFO = PastCheck.declare(
                    "key_rotation_late", Severity.MINOR, Owner.PACKAGER, Confirm.ELAPSED)
            .set(CheckSet.PROTECTION)
            .threshold(Threshold.count(150, "per cent of the profile's keyRotation"))
            .summary("The key is older than the profile's keyRotation allows, or changes far too often")
            .impact("Licences run out before the key does: black for everybody at once.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.3")
            .action("Look at the key service and at the packager's connection to it.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Past past, Rendition rendition, ChannelProfile profile) {
        KeyChanges keys = past.keys();
        if (keys == null || !keys.locked() || profile.expect().keyRotation().isEmpty()) {
            return Finding.NONE;
        }
        long period = profile.expect().keyRotation().get().toNanos();
        long age = Times.nanos(past.step().at()) - keys.since();
        if (age > profile.threshold(INFO) / 100 * period) {
            return Finding.of(
                            INFO,
                            "the same key for " + Times.text(age) + ", it should change every " + Times.text(period))
                    .with("age_seconds", Times.seconds(age))
                    .alone();
        }
        if (keys.lastedBefore() > 0 && keys.lastedBefore() < TOO_SOON * period) {
            return Finding.of(INFO, "the key before this one was used for " + Times.text(keys.lastedBefore()) + " only")
                    .with("age_seconds", Times.seconds(keys.lastedBefore()))
                    .alone();
        }
        return Finding.NONE;
    }
}
