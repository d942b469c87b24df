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

/** Weak or strong, with or without the suffix of a compressor: only what stands between the quotes counts. */
public final class ValidatorInconsistent implements RoundCheck {
    private static final CheckInfo INFO = RoundCheck.declare(
                    "validator_inconsistent", Severity.MINOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary(
                    "Two layers give one segment different ETags for the same bytes; major where one strong ETag stands for different bytes")
            .impact("Caches fetch again what they have; a wrong piece is joined to a right one.")
            .spec("RFC 9110, 8.8.1, 8.8.3")
            .action(
                    "Make ETags from the content (or leave them out) on all servers of that layer: inode and time differ between servers.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public Symptom symptom() {
        return Symptom.HEADERS;
    }

    @Override
    public List<Finding> check(Taken self, SampleRound round, ChannelProfile profile) {
        Optional<Taken> source = round.source()
                .filter(above -> above.layer().kind() != self.layer().kind());
        Optional<String> own = self.header("ETag");
        Optional<String> above = source.flatMap(taken -> taken.header("ETag"));
        if (!self.good() || own.isEmpty() || above.isEmpty()) {
            return Finding.NONE;
        }
        boolean sameBytes = source.get().print().equals(self.print());
        boolean sameTag = opaque(own.get()).equals(opaque(above.get()));
        if (sameBytes == sameTag || !sameBytes && own.get().startsWith("W/")) {
            return Finding.NONE;
        }
        String name = source.get().layer().name();
        return Finding.of(
                        INFO,
                        sameBytes
                                ? self.what() + " has ETag " + own.get() + ", at " + name + " " + above.get()
                                : self.what() + " has the ETag of " + name + " and other bytes")
                .severity(sameBytes ? INFO.severity() : Severity.MAJOR)
                .with("etag", own.get())
                .with("etag_above", above.get())
                .alone();
    }

    private static String opaque(String tag) {
        String bare = tag.startsWith("W/") ? tag.substring(2) : tag;
        return bare.replace("-gzip\"", "\"").replace("-br\"", "\"");
    }
}
