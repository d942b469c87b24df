package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.exchange.HttpDate;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A cache hands on the Date of who made the answer: only those that made it themselves are judged. */
public final class ClockSkew implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "clock_skew", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(2000, "between Date and our clock; five times as much is major"))
            .summary("The clock of a server is wrong")
            .impact("Wrong lifetimes in caches; players of DASH ask for segments too early or too late.")
            .spec("RFC 9110, 6.6.1, 10.2.2; RFC 9111, 4.2.3")
            .action("Look at the time synchronisation (NTP) of that server.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.SIGN;
    }

    private static final int MAJOR = 5;

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        boolean own = !self.layer().kind().isCache()
                && self.header("Age").isEmpty()
                && self.ruling().map(ruling -> !ruling.verdict().fromStore()).orElse(false);
        Optional<Instant> date = self.header("Date").flatMap(HttpDate::parse);
        if (!own || date.isEmpty()) {
            return Finding.NONE;
        }
        Timing timing = self.exchange().timing();
        Instant made = self.exchange()
                .startedAt()
                .plusNanos(timing.waited() + timing.dns() + timing.connect() + timing.tls() + timing.firstByte() / 2);
        // Date counts whole seconds.
        Duration behind = Duration.between(date.get().plusMillis(500), made);
        double limit = profile.threshold(INFO);
        return behind.abs().toNanos() <= limit
                ? Finding.NONE
                : Finding.of(
                                INFO,
                                "its clock is " + Times.text(behind.abs())
                                        + (behind.isNegative() ? " ahead" : " behind"))
                        .severity(behind.abs().toNanos() > MAJOR * limit ? Severity.MAJOR : INFO.severity())
                        .with("skew_seconds", Times.seconds(behind.negated()))
                        .alone();
    }
}
