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

/** Only of the topmost layer: those below are compared with it. A number that is used again after a restart has left the playlist before. */
public final class SegmentChanged implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "segment_changed", Severity.MAJOR, Owner.BY_LAYER, Confirm.AT_ONCE)
            .summary("A segment had other bytes when it was asked for again")
            .impact("A broken picture where a cache joins the old and the new one; nobody can tell which is right.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.1; RFC 9110, 8.8.1")
            .action(
                    "At the packager: who writes that file twice? At a cache: do several servers with content of their own answer?");

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
        boolean top = round.source().filter(self::equals).isPresent();
        return self.earlier()
                .filter(print -> top && !print.equals(self.print()))
                .map(print -> Finding.of(INFO, self.what() + " has " + self.print() + ", a moment ago it had " + print)
                        .with("url", self.segment().listed().url().toString())
                        .alone())
                .orElse(Finding.NONE);
    }
}
