package io.rungwatch.round;

import io.rungwatch.check.Check;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** The checks of samples that a channel's profile has not switched off, by shape. */
record SampleCatalogue(
        List<RoundCheck> round,
        List<MediaCheck> media,
        List<RatesCheck> rates,
        List<WaysCheck> ways,
        List<StandbyCheck> standby) {
    static SampleCatalogue of(List<Check> checks, ChannelProfile profile) {
        List<Check> running =
                checks.stream().filter(check -> profile.runs(check.info())).toList();
        return new SampleCatalogue(
                of(running, RoundCheck.class),
                of(running, MediaCheck.class),
                of(running, RatesCheck.class),
                of(running, WaysCheck.class),
                of(running, StandbyCheck.class));
    }

    private static <C extends Check> List<C> of(List<Check> checks, Class<C> shape) {
        return checks.stream().filter(shape::isInstance).map(shape::cast).toList();
    }
}
