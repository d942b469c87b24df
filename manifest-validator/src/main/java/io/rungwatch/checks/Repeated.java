package io.rungwatch.checks;

import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Problem;
import io.rungwatch.hls.ProblemKind;
import io.rungwatch.hls.Tag;
import java.util.List;

/** Tags that may occur once, seen again: the parser keeps the first and notes the others. */
public final class Repeated {
    private Repeated() {}

    public static List<Problem> of(Playlist playlist, Tag tag) {
        return playlist.problems().isEmpty()
                ? List.of()
                : playlist.problems().stream()
                        .filter(problem -> problem.kind() == ProblemKind.REPEATED_TAG && is(problem, tag))
                        .toList();
    }

    public static boolean is(Problem problem, Tag tag) {
        String text = problem.text();
        int end = 1 + tag.text().length();
        return text.startsWith(tag.text(), 1) && (text.length() == end || text.charAt(end) == ':');
    }
}
