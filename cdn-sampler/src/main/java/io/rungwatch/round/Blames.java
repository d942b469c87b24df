package io.rungwatch.round;

import io.rungwatch.blame.Blame;
import io.rungwatch.blame.Case;
import io.rungwatch.blame.Guilty;
import io.rungwatch.blame.Place;
import io.rungwatch.blame.Seen;
import io.rungwatch.blame.State;
import io.rungwatch.cache.Ruling;
import io.rungwatch.cache.Verdict;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.watch.Subject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of what was found in comparisons where it begins, and takes back what is the probe's own. */
final class Blames {
    private static final int ROUNDS = 3;
    private static final Set<Integer> GATEWAY = Set.of(502, 504);

    /** One comparison: for each check that found something, what it said at which layer. */
    private record Past(SampleRound round, Map<String, Map<Taken, String>> found) {}

    private final Map<Subject, Deque<Past>> rounds = new HashMap<>();

    void retain(Set<Subject> stay) {
        rounds.keySet().retainAll(stay);
    }

    /** @param verdicts of the round's layers, in their order */
    void judge(Subject subject, SampleRound round, List<io.rungwatch.watch.Verdict> verdicts, List<RoundCheck> checks) {
        Past now = new Past(round, found(round, verdicts));
        Deque<Past> past = rounds.computeIfAbsent(subject, missing -> new ArrayDeque<>(ROUNDS));
        if (past.size() == ROUNDS) {
            past.removeFirst();
        }
        past.addLast(now);
        for (RoundCheck check : checks) {
            if (now.found().containsKey(check.info().id())) {
                blame(check, past).ifPresent(blame -> say(check.info(), blame, verdicts));
            }
        }
    }

    private static Map<String, Map<Taken, String>> found(SampleRound round, List<io.rungwatch.watch.Verdict> verdicts) {
        Map<String, Map<Taken, String>> found = new HashMap<>();
        for (int i = 0; i < verdicts.size(); i++) {
            for (Finding finding : verdicts.get(i).findings()) {
                found.computeIfAbsent(finding.check().id(), id -> new HashMap<>())
                        .put(round.layers().get(i), finding.message());
            }
        }
        return found;
    }

    private static Optional<Blame> blame(RoundCheck check, Deque<Past> past) {
        List<List<Seen>> seen = new ArrayList<>();
        for (Past each : past) {
            Map<Taken, String> bad = each.found().getOrDefault(check.info().id(), Map.of());
            seen.add(each.round().layers().stream()
                    .map(taken -> seen(taken, Optional.ofNullable(bad.get(taken))))
                    .toList());
        }
        return Blame.of(new Case(check.symptom(), seen, State.UNKNOWN, false));
    }

    private static Seen seen(Taken taken, Optional<String> bad) {
        return new Seen(
                new Place(taken.layer().kind(), taken.layer().name()),
                taken.sample().spoiled() ? State.UNKNOWN : bad.isPresent() ? State.BAD : State.GOOD,
                taken.ruling().map(Ruling::verdict).orElse(Verdict.UNKNOWN),
                isGateway(taken),
                Optional.empty(),
                Duration.ofNanos(taken.sample().firstByte()),
                bad.orElse(""));
    }

    private static boolean isGateway(Taken taken) {
        return GATEWAY.contains(taken.status())
                || taken.ruling().map(ruling -> !ruling.faults().isEmpty()).orElse(false);
    }

    private static void say(CheckInfo check, Blame blame, List<io.rungwatch.watch.Verdict> verdicts) {
        for (io.rungwatch.watch.Verdict verdict : verdicts) {
            verdict.replace(finding -> !finding.check().id().equals(check.id())
                    ? Optional.of(finding)
                    : blame.guilty() instanceof Guilty.Probe
                            ? Optional.empty()
                            : Optional.of(finding.with("begins", blame.sentence())
                                    .with(
                                            "confidence",
                                            blame.confidence().name().toLowerCase(java.util.Locale.ROOT))));
        }
    }
}
