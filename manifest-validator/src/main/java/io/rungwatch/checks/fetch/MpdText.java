package io.rungwatch.checks.fetch;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Problem;
import io.rungwatch.dash.ProblemKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the text of an MPD. */
final class MpdText {
    /** Judged by checks of their own. */
    private static final Set<ProblemKind> ELSEWHERE = EnumSet.of(
            ProblemKind.TRUNCATED,
            ProblemKind.TOO_LARGE,
            ProblemKind.TOO_MANY_SEGMENTS,
            ProblemKind.TOO_MANY_PERIODS,
            ProblemKind.TOO_MANY_REPRESENTATIONS,
            ProblemKind.TOO_MANY_BASE_URLS,
            ProblemKind.TIMELINE_NUMBER,
            ProblemKind.TEMPLATE,
            ProblemKind.RANGE);

    private MpdText() {}

    /** On behalf of manifest_malformed. */
    static List<Finding> malformed(CheckInfo info, Mpd mpd) {
        List<Problem> ours = mpd.problems().stream()
                .filter(problem -> !ELSEWHERE.contains(problem.kind()))
                .toList();
        // A text that breaks off breaks all kinds of rules.
        if (ours.isEmpty() || cut(mpd).isPresent()) {
            return Finding.NONE;
        }
        Problem worst = ours.stream().filter(Problem::hard).findFirst().orElse(ours.getFirst());
        String more = ours.size() == 1 ? "" : ", and " + (ours.size() - 1) + " more";
        return at(info, worst, more)
                .severity(worst.hard() ? Severity.MAJOR : Severity.MINOR)
                .with("problems", ours.size())
                .alone();
    }

    /** On behalf of manifest_truncated. */
    static List<Finding> truncated(CheckInfo info, Mpd mpd) {
        return cut(mpd).map(problem ->
                        at(info, problem, "").with("reason", "open_element").alone())
                .orElse(Finding.NONE);
    }

    private static Optional<Problem> cut(Mpd mpd) {
        return mpd.problems(ProblemKind.TRUNCATED).stream().findFirst();
    }

    private static Finding at(CheckInfo info, Problem problem, String more) {
        String text = problem.text().isEmpty() ? "" : " (" + problem.text() + ")";
        return Finding.of(
                        info,
                        "line " + problem.line() + ", column " + problem.column() + ": "
                                + problem.kind().text() + text + more)
                .with("line", problem.line())
                .with("column", problem.column())
                .with("problem", problem.kind().id());
    }
}
