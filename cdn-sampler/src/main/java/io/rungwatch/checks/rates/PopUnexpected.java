package io.rungwatch.checks.rates;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Habits;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import io.rungwatch.sample.Look;
import io.rungwatch.sample.Standing;
import java.util.List;

/** Anycast moves for a moment, and that is what it is for: only where all of the last ten came from elsewhere has it moved. */
public final class PopUnexpected implements RatesCheck {
    private static final CheckInfo INFO = RatesCheck.declare("pop_unexpected", Severity.MINOR, Owner.CDN)
            .summary(
                    "A layer answers from other POPs than it should; info while some answers still come from the right ones")
            .impact("Longer ways for everybody who is routed like the probe; and its figures tell of another POP.")
            .spec("Rungwatch, cache.pops of a layer")
            .action("Look at the routing (DNS, anycast) from the probe's network; was the POP taken out of service?");

    private static final int SAMPLES = 10;
    private static final int SOME = 3;

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Rated check(Rates rates, ChannelProfile profile) {
        Habits habits = rates.habits();
        List<String> others = habits.pops().stream()
                .filter(pop -> !habits.expected().expects(pop))
                .toList();
        if (others.isEmpty()) {
            return habits.expected().expected().isEmpty() || !habits.pops().isEmpty() ? Rated.GOOD : Rated.UNSURE;
        }
        boolean enough = habits.pops().size() == SAMPLES && others.size() >= SOME;
        return new Rated(
                enough ? Look.PROVEN : Look.UNSURE,
                Standing.FAST_HOLD,
                Finding.of(
                                INFO,
                                others.size() + " of the last " + habits.pops().size() + " segments came from "
                                        + String.join(
                                                ", ", others.stream().distinct().toList())
                                        + ", expected "
                                        + String.join(", ", habits.expected().expected()))
                        .severity(others.size() == SAMPLES ? INFO.severity() : Severity.INFO)
                        .with("pop", others.getLast())
                        .alone());
    }
}
