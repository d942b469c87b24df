package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.Faults;
import io.rungwatch.hls.Define;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.ProblemKind;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class VariableUndefined implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "variable_undefined", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "A variable that is used but not defined before, or an EXT-X-DEFINE that defines nothing or one name twice")
            .impact("Players that keep to the rules refuse the playlist; others ask for addresses with {$…} in them.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.2.3")
            .action("Check that every layer hands the query string on, and what the manifest defines.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty()
                || !(attempt.document().get() instanceof Playlist playlist)
                || playlist.problems().isEmpty()) {
            return Finding.NONE;
        }
        // Who watches a lone playlist cannot know what its manifest would have defined.
        boolean alone = attempt.rendition().name().equals("playlist");
        boolean imports = alone && playlist.defines().stream().anyMatch(define -> define.kind() == Define.Kind.IMPORT);
        Faults faults = new Faults(INFO);
        for (Problem problem : playlist.problems()) {
            if (problem.kind() == ProblemKind.DEFINE || problem.kind() == ProblemKind.VARIABLE_UNDEFINED && !imports) {
                faults.add(problem.line(), problem.kind().id(), problem.kind().text() + " (" + problem.text() + ")");
            }
        }
        return faults.told();
    }
}
