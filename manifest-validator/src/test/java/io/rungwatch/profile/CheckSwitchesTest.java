package io.rungwatch.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.StepCheck;
import io.rungwatch.stage.Channels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is said of a check counts, else what is said of its set, else what the set is. */
class CheckSwitchesTest {
    private static final CheckSetting ON = new CheckSetting(true, Optional.empty(), OptionalDouble.empty());
    private static final CheckInfo CORE =
            StepCheck.declare("some_check", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE);
    private static final CheckInfo AUTHORING = CORE.set(CheckSet.AUTHORING);

    private static boolean runs(CheckInfo check, Map<String, CheckSetting> said) {
        return Channels.with(said).runs(check);
    }

    @Test
    void whereNothingIsSaidTheSetDecides() {
        assertThat(runs(CORE, Map.of())).isTrue();
        assertThat(runs(AUTHORING, Map.of())).isFalse();
    }

    @Test
    void aSetIsSwitchedAsAWhole() {
        assertThat(runs(CORE, Map.of("core", CheckSetting.OFF))).isFalse();
        assertThat(runs(AUTHORING, Map.of("authoring", ON))).isTrue();
    }

    @Test
    void theCheckItselfComesFirst() {
        assertThat(runs(CORE, Map.of("core", CheckSetting.OFF, "some_check", ON)))
                .isTrue();
        assertThat(runs(AUTHORING, Map.of("authoring", ON, "some_check", CheckSetting.OFF)))
                .isFalse();
    }

    @Test
    void noCheckIsCalledLikeASet() {
        assertThat(io.rungwatch.checks.ManifestChecks.ALL)
                .extracting(check -> check.info().id())
                .doesNotContainAnyElementsOf(
                        List.of(CheckSet.values()).stream().map(CheckSet::word).toList());
    }
}
