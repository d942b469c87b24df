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
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says of what was found in comparisons where it begins, and takes back what is the probe's own. */
final class Blames {
    private static final int ROUNDS = 3;
    private static final Set<Integer> GATEWAY = Set.of(502, 504);

    /**
     * What is remembered of one comparison, and nothing that the answers hung on.
     *
     * @param clean its layers, as if nothing had been found
     * @param found by check, what it said of which of them
     */
    private record Past(List<Seen> clean, Map<String, Map<Integer, String>> found) {
        List<Seen> seen(String check) {
            Map<Integer, String> bad = found.getOrDefault(check, Map.of());
            return IntStream.range(0, clean.size())
                    .mapToObj(place -> seen(clean.get(place), bad.get(place)))
                    .toList();
        }

        /** What the probe spoiled is neither good nor bad. */
        private static Seen seen(Seen clean, @Nullable String bad) {
            return bad == null || clean.state() == State.UNKNOWN ? clean : clean.bad(bad);
        }
    }

    private final Map<Subject, Deque<Past>> rounds = new HashMap<>();

    void retain(Set<Subject> stay) {
        rounds.keySet().retainAll(stay);
    }

    /** @param verdicts of the round's layers, in their order */
    void judge(Subject subject, SampleRound round, List<io.rungwatch.watch.Verdict> verdicts, List<RoundCheck> checks) {
        Past now = new Past(round.layers().stream().map(Blames::clean).toList(), found(verdicts));
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

    private static Map<String, Map<Integer, String>> found(List<io.rungwatch.watch.Verdict> verdicts) {
        Map<String, Map<Integer, String>> found = new HashMap<>(0);
        for (int place = 0; place < verdicts.size(); place++) {
            for (Finding finding : verdicts.get(place).findings()) {
                found.computeIfAbsent(finding.check().id(), id -> new HashMap<>())
                        .put(place, finding.message());
            }
        }
        return found;
    }

    private static Optional<Blame> blame(RoundCheck check, Deque<Past> past) {
        List<List<Seen>> seen =
                past.stream().map(each -> each.seen(check.info().id())).toList();
        return Blame.of(new Case(check.symptom(), seen, State.UNKNOWN, false));
    }

    private static Seen clean(Taken taken) {
        return new Seen(
                new Place(taken.layer().kind(), taken.layer().name()),
                taken.sample().spoiled() ? State.UNKNOWN : State.GOOD,
                taken.ruling().map(Ruling::verdict).orElse(Verdict.UNKNOWN),
                isGateway(taken),
                Optional.empty(),
                Duration.ofNanos(taken.sample().firstByte()),
                "");
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
