package io.rungwatch.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Judges one segment as one layer gave it, beside the same segment at all layers. */
public non-sealed interface RoundCheck extends Sampled {
    /** What is compared along the chain to tell where it begins. */
    Symptom symptom();

    List<Finding> check(Taken self, SampleRound round, ChannelProfile profile);

    static CheckInfo declare(String id, Severity severity, Owner owner, Confirm confirm) {
        return CheckInfo.declare(id, Input.SAMPLE, severity, owner, confirm);
    }
}
