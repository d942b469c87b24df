package io.rungwatch.evidence;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one manifest at one layer. While all is well, that is what one poll is judged by: the body before, this body when it
 * first came, and the last answer. The bodies of the latter two are those that the engine holds anyway, so a place costs one body.
 * With the first thing that is wrong these are put aside, with what follows, until all has been well for some polls,
 * or nobody asks for it any more.
 */
final class Tape {
    private static final int BAD = 5;
    private static final int CLEAN = 5;
    /** A body that long is not kept for each place of a thousand channels. */
    private static final int LARGE = 64 << 10;

    /** By then an alert has been raised and has it; what is wrong for days on every playlist must not fill the memory. */
    private static final Duration TOLD = Duration.ofMinutes(15);

    private @Nullable Shot before;
    private @Nullable Shot first;
    private @Nullable Shot last;
    private @Nullable List<Shot> trouble;
    private Instant begun = Instant.EPOCH;
    private Set<String> wrong = Set.of();
    private int room;
    private int clean;

    synchronized void accept(PollReport report) {
        Set<String> found = found(report);
        boolean aside = Shot.isAside(report);
        if (aside && found.isEmpty()) {
            return;
        }
        Shot shot = aside ? Shot.aside(report) : shared(Shot.of(report, first));
        if (!wrong.containsAll(found)) {
            begin(found, report.at());
        }
        if (!wrong.isEmpty()) {
            follow(shot, found.isEmpty());
        }
        if (report.outcome() instanceof Outcome.Fetched fetched) {
            steady(shot, fetched.changed());
        }
    }

    /** With bytes that are held already, where they are equal. */
    private Shot shared(Shot shot) {
        Shot shared = first == null ? shot : shot.sharing(first.body());
        if (trouble != null) {
            for (Shot known : trouble) {
                shared = shared.sharing(known.body());
            }
        }
        return shared;
    }

    /** Something is wrong that was not before. */
    private void begin(Set<String> found, Instant at) {
        trouble = new ArrayList<>(steady());
        begun = at;
        room = BAD;
        Set<String> all = new HashSet<>(wrong);
        all.addAll(found);
        wrong = all;
    }

    private void follow(Shot shot, boolean well) {
        if (trouble != null && room > 0) {
            trouble.add(shot);
            room--;
        }
        if (shot.at().isAfter(begun.plus(TOLD))) {
            trouble = null;
        }
        clean = well ? clean + 1 : 0;
        if (clean >= CLEAN) {
            trouble = null;
            wrong = Set.of();
            clean = 0;
        }
    }

    private void steady(Shot shot, boolean changed) {
        if (changed) {
            before = first == null || first.body().length > LARGE ? null : first;
            first = shot;
        }
        last = shot;
    }

    private List<Shot> steady() {
        return Stream.of(before, first, last)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** In the order in which they were seen. */
    synchronized List<Shot> shots() {
        return trouble == null ? steady() : List.copyOf(trouble);
    }

    private static Set<String> found(PollReport report) {
        return report.findings().isEmpty()
                ? Set.of()
                : report.findings().stream()
                        .filter(finding -> finding.severity().compareTo(Severity.MINOR) >= 0)
                        .map(Finding::check)
                        .map(check -> check.id())
                        .collect(Collectors.toSet());
    }
}
