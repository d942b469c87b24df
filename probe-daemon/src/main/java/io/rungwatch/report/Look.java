package io.rungwatch.report;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.ProbeFault;
import io.rungwatch.check.Severity;
import io.rungwatch.drive.Sink;
import io.rungwatch.round.Taken;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a check or a replay has seen so far: the sink that the report formats read. */
public final class Look implements Sink {
    private record Key(Where where, String check) {}

    private final Map<Key, Seen> findings = new LinkedHashMap<>();
    private final Set<Where> places = new LinkedHashSet<>();
    private final Set<Where> answered = new LinkedHashSet<>();
    private final Set<Where> blind = new LinkedHashSet<>();
    private final Map<Where, Taken> samples = new LinkedHashMap<>();
    private final List<ProbeFault> faults = new ArrayList<>();
    private final List<String> notJudged = new ArrayList<>();
    private int polls;
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    @Override
    public void accept(PollReport report) {
        polls++;
        first = first.isEmpty() ? Optional.of(report.at()) : first;
        last = Optional.of(report.at());
        places.add(report.where());
        switch (report.outcome()) {
            case Outcome.Fetched fetched -> answered.add(report.where());
            case Outcome.Unreachable unreachable -> {}
            case Outcome.Aside aside -> {}
            case Outcome.Sampled sampled -> {
                if (sampled instanceof Taken taken
                        && (report.judged().contains(Input.SAMPLE)
                                || taken.sample().spoiled())) {
                    samples.merge(
                            report.where(), taken, (before, now) -> now.sample().spoiled() ? before : now);
                }
            }
            case Outcome.NotJudged without -> {
                blind.add(report.where());
                notJudged.add(report.where() + ": " + without.reason());
            }
        }
        faults.addAll(report.faults());
        for (Finding finding : report.findings()) {
            Key key = new Key(report.where(), finding.check().id());
            Seen before = findings.get(key);
            findings.put(
                    key,
                    before == null
                            ? Seen.once(report.where(), finding, report.at())
                            : before.again(finding, report.at()));
        }
    }

    /** Worst first, then in the order of seeing. */
    public List<Seen> findings() {
        return findings.values().stream()
                .sorted(Comparator.comparing((Seen seen) -> seen.finding().severity())
                        .reversed())
                .toList();
    }

    /** The last segment of each rendition at each layer. */
    public List<Taken> samples() {
        return List.copyOf(samples.values());
    }

    public List<ProbeFault> faults() {
        return faults;
    }

    public List<String> notJudged() {
        return notJudged;
    }

    public int polls() {
        return polls;
    }

    /** Manifests that were asked for. */
    public int places() {
        return places.size();
    }

    public int answered() {
        return answered.size();
    }

    public Optional<Instant> from() {
        return first;
    }

    public Optional<Instant> to() {
        return last;
    }

    public long count(Severity severity) {
        return findings.values().stream()
                .filter(seen -> seen.finding().severity() == severity)
                .count();
    }

    public Optional<Severity> worst() {
        return findings.values().stream().map(seen -> seen.finding().severity()).max(Comparator.naturalOrder());
    }

    /** 0 nothing at or above the limit, 1 findings, 2 not all could be judged: no manifest answered, or one never could be, or our own checks failed. */
    public int exitCode(Severity failOn) {
        if (answered.isEmpty() || !answered.containsAll(blind) || !faults.isEmpty()) {
            return 2;
        }
        return worst().filter(severity -> severity.compareTo(failOn) >= 0).isPresent() ? 1 : 0;
    }
}
