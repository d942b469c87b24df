package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.NotMpd;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.ProblemKind;
import io.rungwatch.profile.ChannelProfile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

public final class ManifestMalformed implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "manifest_malformed", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .summary("The text breaks the format; minor where the meaning is still clear")
            .impact("Strict players refuse the channel, tolerant ones play it: \"works on my phone\".")
            .spec("RFC 8216, 4.1–4.3; draft-pantos-hls-rfc8216bis-22, 4.1–4.4; ISO/IEC 23009-1, 5.2")
            .action("Look at the line that is named; compare with the last good copy of the same playlist.");

    /** Judged by checks of their own, or by nobody because players do not care. */
    private static final Set<ProblemKind> ELSEWHERE = EnumSet.of(
            ProblemKind.TARGET_DURATION,
            ProblemKind.VARIABLE_UNDEFINED,
            ProblemKind.DEFINE,
            ProblemKind.BYTE_RANGE,
            ProblemKind.SKIP,
            ProblemKind.KEY,
            ProblemKind.REPEATED_TAG,
            ProblemKind.TOO_MANY_SEGMENTS,
            ProblemKind.TOO_MANY_LINES,
            ProblemKind.TOO_MANY_TAGS,
            ProblemKind.MISPLACED_TAG,
            ProblemKind.TOO_MANY_RENDITIONS,
            ProblemKind.EXTINF_COMMA);

    /** Tags of which a check of its own tells what they lack. */
    private static final List<String> JUDGED_TAGS = List.of(
            "EXT-X-KEY: ",
            "EXT-X-SESSION-KEY: ",
            "METHOD=",
            "EXT-X-MAP: ",
            "EXT-X-DATERANGE: ",
            "DURATION=-",
            "PLANNED-DURATION=-",
            "EXT-X-CONTENT-STEERING: ");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isPresent() && attempt.document().get() instanceof Mpd mpd) {
            return mpd.problems().isEmpty() ? Finding.NONE : MpdText.malformed(INFO, mpd);
        }
        if (attempt.document().isPresent() && attempt.document().get() instanceof NotMpd other) {
            return MpdText.isMeant(other) ? MpdText.malformed(INFO, other) : Finding.NONE;
        }
        if (attempt.document().isEmpty() || !(attempt.document().get() instanceof Playlist playlist)) {
            return Finding.NONE;
        }
        List<Problem> problems = playlist.problems();
        if (problems.isEmpty()) {
            return Finding.NONE;
        }
        List<Problem> ours =
                problems.stream().filter(problem -> !isElsewhere(problem)).toList();
        if (ours.isEmpty() || isCut(playlist, ours)) {
            return Finding.NONE;
        }
        Problem worst = ours.stream().filter(Problem::hard).findFirst().orElse(ours.getFirst());
        String more = ours.size() == 1 ? "" : ", and " + (ours.size() - 1) + " more";
        return Finding.of(
                        INFO,
                        "line " + worst.line() + ", column " + worst.column() + ": "
                                + worst.kind().text() + " (" + worst.text() + ")" + more)
                .severity(worst.hard() ? Severity.MAJOR : Severity.MINOR)
                .with("line", worst.line())
                .with("column", worst.column())
                .with("problem", worst.kind().id())
                .with("text", worst.text())
                .with("problems", ours.size())
                .alone();
    }

    private static boolean isElsewhere(Problem problem) {
        return switch (problem.kind()) {
            case ATTRIBUTE_MISSING, UNKNOWN_VALUE, NUMBER ->
                JUDGED_TAGS.stream().anyMatch(tag -> problem.text().startsWith(tag));
            default -> ELSEWHERE.contains(problem.kind());
        };
    }

    /** Nothing is wrong but the line in whose middle it ends: that is no slip of the packager. */
    private static boolean isCut(Playlist playlist, List<Problem> problems) {
        return Cut.of(playlist) != null
                && problems.getFirst().line() == playlist.source().lines().size();
    }
}
