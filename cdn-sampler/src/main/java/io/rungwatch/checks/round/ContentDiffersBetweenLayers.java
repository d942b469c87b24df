package io.rungwatch.checks.round;

import io.rungwatch.blame.Symptom;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.RoundCheck;
import io.rungwatch.round.SampleRound;
import io.rungwatch.round.Taken;
import java.util.List;
import java.util.Optional;

/** The newest segment is left alone: a packager may still be writing it. */
public final class ContentDiffersBetweenLayers implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "content_differs_between_layers", Severity.CRITICAL, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("A layer gives other bytes for a segment than the layers above it")
            .impact("Broken pictures or sound behind that layer; a jump where players change servers.")
            .spec("RFC 9110, 8.8.1; RFC 9111, 4")
            .action(
                    "Fetch it from both layers and compare; purge it at the lower one. If both packagers answer behind one "
                            + "address, align them.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.BYTES;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        Optional<Taken> source = round.source()
                .filter(taken -> round.layers().indexOf(taken) < round.layers().indexOf(self));
        if (!self.good() || source.isEmpty() || source.get().print().equals(self.print())) {
            return Finding.NONE;
        }
        Taken above = source.get();
        return Finding.of(
                        INFO,
                        self.what() + " has " + size(self, above) + " than at "
                                + above.layer().name())
                .with("url", self.segment().listed().url().toString())
                .with("bytes", self.print().bytes())
                .with("bytes_above", above.print().bytes())
                .alone();
    }

    private static String size(Taken self, Taken above) {
        long more = self.print().bytes() - above.print().bytes();
        return more == 0
                ? "other bytes, as many of them (" + self.print().bytes() + "),"
                : Math.abs(more) + (more < 0 ? " bytes fewer" : " bytes more");
    }
}
