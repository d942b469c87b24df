package io.rungwatch.alert;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One fault of a layer that many channels show: one alert with a list. `members` are the channels' alerts that fire at present, `ever`
 * the channels that were in it at any time, `watched` how many are watched at the layer.
 */
public record Group(
        String id,
        CheckInfo check,
        Severity severity,
        String team,
        String layer,
        List<Alert> members,
        List<String> ever,
        int watched,
        Instant since,
        Instant raisedAt,
        Optional<Instant> clearedAt)
        implements Incident {

    private static final Comparator<Alert> IN_ORDER =
            Comparator.comparing(Alert::channel).thenComparing(Alert::protocol);

    static Group raised(Collection<Alert> alerts, Instant since, Set<String> watched, Instant at) {
        List<Alert> members = alerts.stream().sorted(IN_ORDER).toList();
        Alert worst = worst(members);
        return new Group(
                Fingerprint.of(worst.check().id(), worst.layer(), at),
                worst.check(),
                worst.severity(),
                worst.team(),
                worst.layer(),
                members,
                names(members, Alert::channel),
                watched.size(),
                since,
                at,
                Optional.empty());
    }

    /** As it stands now; a channel that is watched no more was never in it. */
    Group now(Collection<Alert> alerts, Set<String> known) {
        List<Alert> latest = alerts.stream().sorted(IN_ORDER).toList();
        TreeSet<String> all = new TreeSet<>(ever);
        all.retainAll(known);
        all.addAll(names(latest, Alert::channel));
        return new Group(
                id,
                check,
                worst(latest).severity(),
                team,
                layer,
                latest,
                List.copyOf(all),
                known.size(),
                since,
                raisedAt,
                clearedAt);
    }

    /** Over, with what it leaves to be told by itself. */
    Group cleared(List<Alert> left, Instant at) {
        return new Group(id, check, severity, team, layer, left, ever, watched, since, raisedAt, Optional.of(at));
    }

    /** With the alerts as their channels have them: layers below may have come and gone untold. */
    Group fresh(UnaryOperator<Alert> latest) {
        List<Alert> now = members.stream().map(latest).toList();
        return new Group(id, check, severity, team, layer, now, ever, watched, since, raisedAt, clearedAt);
    }

    /** The channels that have it; once it is over, all that had it. */
    @Override
    public List<String> channels() {
        return clearedAt.isPresent() ? ever : names(members, Alert::channel);
    }

    public List<String> recovered() {
        List<String> well = new ArrayList<>(ever);
        well.removeAll(names(members, Alert::channel));
        return well;
    }

    @Override
    public String message() {
        return check.id() + " at " + layer + ": " + channels().size() + " of " + watched + " channels";
    }

    @Override
    public List<String> alsoAt() {
        return members.stream()
                .flatMap(alert -> alert.alsoAt().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<String> consequences() {
        return members.stream()
                .flatMap(alert -> alert.consequences().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The worst of them: what its message says is likely true of the others. Empty when it is over for all. */
    public Optional<Alert> example() {
        return members.isEmpty() ? Optional.empty() : Optional.of(worst(members));
    }

    /** Nothing that somebody would want to be told again. */
    boolean looksLike(Group other) {
        return severity == other.severity && channels().equals(other.channels());
    }

    static <T> List<T> names(Collection<Alert> alerts, Function<Alert, T> name) {
        return alerts.stream().map(name).distinct().toList();
    }

    private static Alert worst(List<Alert> alerts) {
        Alert worst = alerts.getFirst();
        for (Alert alert : alerts) {
            worst = alert.severity().compareTo(worst.severity()) > 0 ? alert : worst;
        }
        return worst;
    }
}
