package io.rungwatch.checks.fetch;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.dash.DashDocument;
import io.rungwatch.dash.NotMpd;
import io.rungwatch.dash.Problem;
import io.rungwatch.dash.ProblemKind;
import io.rungwatch.hls.LooksLike;
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
            ProblemKind.TOO_MANY_ELEMENTS,
            ProblemKind.TOO_MANY_SEGMENTS,
            ProblemKind.TOO_MANY_PERIODS,
            ProblemKind.TOO_MANY_REPRESENTATIONS,
            ProblemKind.TOO_MANY_BASE_URLS,
            ProblemKind.TIMELINE_NUMBER,
            ProblemKind.TEMPLATE,
            ProblemKind.RANGE);

    /** More of something than players hold, and than is read. */
    private static final Set<ProblemKind> TOO_MUCH = EnumSet.of(
            ProblemKind.TOO_LARGE,
            ProblemKind.TOO_MANY_ELEMENTS,
            ProblemKind.TOO_MANY_SEGMENTS,
            ProblemKind.TOO_MANY_PERIODS,
            ProblemKind.TOO_MANY_REPRESENTATIONS,
            ProblemKind.TOO_MANY_BASE_URLS);

    private MpdText() {}

    /** On behalf of manifest_malformed. */
    static List<Finding> malformed(CheckInfo info, DashDocument mpd) {
        List<Problem> ours =
                mpd.problems().stream().filter(problem -> !isElsewhere(problem)).toList();
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

    private static boolean isElsewhere(Problem problem) {
        return ELSEWHERE.contains(problem.kind())
                || problem.kind() == ProblemKind.NUMBER && problem.text().startsWith("Segment");
    }

    /** Whether it was to be an MPD: something ended the reading before its first element, or it was not read at all. */
    static boolean isMeant(NotMpd document) {
        return document.problems().stream()
                        .anyMatch(problem ->
                                problem.kind() == ProblemKind.DOCTYPE || problem.kind() == ProblemKind.TOO_LARGE)
                || document.looksLike() == LooksLike.MPD;
    }

    /** On behalf of manifest_oversized. */
    static List<Finding> oversized(CheckInfo info, DashDocument mpd) {
        return mpd.problems().stream()
                .filter(problem -> TOO_MUCH.contains(problem.kind()))
                .findFirst()
                .map(problem -> at(info, problem, "")
                        .with("reason", problem.kind().id())
                        .alone())
                .orElse(Finding.NONE);
    }

    /** On behalf of manifest_truncated. */
    static List<Finding> truncated(CheckInfo info, DashDocument mpd) {
        return cut(mpd).map(problem ->
                        at(info, problem, "").with("reason", "open_element").alone())
                .orElse(Finding.NONE);
    }

    private static Optional<Problem> cut(DashDocument mpd) {
        return mpd.problems().stream()
                .filter(problem -> problem.kind() == ProblemKind.TRUNCATED)
                .findFirst();
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
