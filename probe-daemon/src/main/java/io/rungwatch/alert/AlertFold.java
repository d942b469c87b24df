package io.rungwatch.alert;

import io.rungwatch.alert.Change.Kind;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Severity;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Alerting is a fold: what was remembered and one report give what is remembered next and what to tell. Nothing here reads a clock or
 * sends a byte. First the sightings of the polled place move on; then the alerts that they amount to are derived afresh and compared
 * with those that were firing.
 */
public final class AlertFold {
    private AlertFold() {}

    public record Decision(ChannelMemory memory, List<Change> changes) {}

    public static Decision decide(ChannelMemory memory, PollReport report) {
        if (!concerns(memory, report)) {
            return new Decision(memory, List.of());
        }
        Instant now = report.at().isAfter(memory.latest()) ? report.at() : memory.latest();
        ChannelMemory moved = memory.with(sightings(memory.sightings(), report), now);
        return compare(moved, Derivation.alerts(moved, now), now);
    }

    /** Hardly ever true: where nothing was seen and nothing is remembered, there is nothing to decide. */
    static boolean concerns(ChannelMemory memory, PollReport report) {
        boolean nothingSeen = report.findings().isEmpty() && memory.sightings().isEmpty();
        return !nothingSeen && !report.judged().isEmpty();
    }

    /** A place that is watched no more takes its sightings with it. */
    public static Decision forget(ChannelMemory memory, Where where, Instant at) {
        List<Sighting> left = memory.sightings().stream()
                .filter(sighting -> sighting.where() != where)
                .toList();
        ChannelMemory without = memory.with(left, memory.latest());
        return compare(without, Derivation.alerts(without, at), at);
    }

    private static List<Sighting> sightings(List<Sighting> before, PollReport report) {
        List<Sighting> after = new ArrayList<>(before.size() + report.findings().size());
        List<Finding> unseen = new ArrayList<>(report.findings());
        unseen.removeIf(finding -> finding.severity() == Severity.INFO);
        for (Sighting sighting : before) {
            if (sighting.where() != report.where()) {
                after.add(sighting);
                continue;
            }
            Optional<Finding> found = take(unseen, sighting);
            if (found.isPresent()) {
                after.add(sighting.again(found.get(), report));
            } else if (report.judged(sighting.finding().check())) {
                sighting.notFound(report).ifPresent(after::add);
            } else {
                after.add(sighting);
            }
        }
        for (Finding finding : unseen) {
            after.add(Sighting.first(report, finding));
        }
        return List.copyOf(after);
    }

    private static Optional<Finding> take(List<Finding> unseen, Sighting sighting) {
        for (Finding finding : unseen) {
            if (finding.check().id().equals(sighting.finding().check().id())) {
                unseen.remove(finding);
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    private static Decision compare(ChannelMemory memory, List<Alert> derived, Instant at) {
        List<Change> changes = new ArrayList<>();
        List<Alert> firing = new ArrayList<>();
        List<Alert> gone = new ArrayList<>(memory.firing());
        for (Alert alert : derived) {
            Optional<Alert> known = gone.stream().filter(alert::isSameFault).findFirst();
            if (known.isEmpty()) {
                firing.add(alert);
                changes.add(new Change(Kind.RAISED, alert));
                continue;
            }
            gone.remove(known.get());
            Alert now = known.get().now(alert);
            firing.add(now);
            if (!now.looksLike(known.get())) {
                changes.add(new Change(Kind.CHANGED, now));
            }
        }
        for (Alert alert : gone) {
            changes.add(new Change(Kind.CLEARED, alert.cleared(at)));
        }
        return new Decision(memory.withFiring(firing), changes);
    }
}
