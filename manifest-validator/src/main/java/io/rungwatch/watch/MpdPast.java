package io.rungwatch.watch;

import io.rungwatch.check.Finding;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Step;
import io.rungwatch.check.Times;
import io.rungwatch.check.Twins;
import io.rungwatch.check.View;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.past.Announced;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One MPD at one layer over time: what was believed last, and how far each of its Representations has come. */
final class MpdPast {
    private static final int MOST_TWINS = 2;
    /** Older copies in a row that a cache may serve; from the next on nobody can call it a cache. */
    private static final int PATIENCE = 2;

    private static final class Edge {
        final LastThree lags = new LastThree();
        final Usual usualLag = new Usual();
        long at = Long.MIN_VALUE;
        long changedAt;
    }

    /** Somebody who answered otherwise than the current one, and may again. */
    private record Twin(int id, Mpd last, Instant at) {}

    /** How a Representation moves that speaks for all of its kind, and what was found of that. */
    static final class Moving {
        final Rendition rendition;
        final Announced past = new Announced();
        List<Finding> findings = List.of();

        Moving(Rendition rendition) {
            this.rendition = rendition;
        }
    }

    private final Where where;
    private final Map<Rendition, Edge> edges = new LinkedHashMap<>();
    private final Returns returns = new Returns();
    private final Deque<Twin> twins = new ArrayDeque<>(MOST_TWINS);
    private Optional<Step.Seen<Mpd>> other = Optional.empty();
    private @Nullable Twin doubted;
    private @Nullable Mpd current;
    private int id;
    private int nextId = 1;
    private Instant seenAt = Instant.EPOCH;
    private @Nullable Duration targetDuration;
    private Instant knownSince = Instant.EPOCH;
    private Instant changedAt = Instant.EPOCH;
    private long newest = Long.MIN_VALUE;
    private int olderInARow;
    private long apart;
    private long apartAt = View.UNKNOWN;
    private List<View> views = List.of();
    private final Map<Rendition.Kind, Moving> moving = new EnumMap<>(Rendition.Kind.class);

    MpdPast(Where where) {
        this.where = where;
    }

    Optional<Mpd> current() {
        return Optional.ofNullable(current);
    }

    @Nullable
    Duration targetDuration() {
        return targetDuration;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** Its Representations as they were last seen, by the names that operators use. */
    List<View> views() {
        return views;
    }

    /** The step that this manifest would be; accepting it or not is the next decision. */
    Step<Mpd> step(Mpd mpd, Instant at, Duration held) {
        Relation relation = relation(mpd, at);
        boolean first = relation == Relation.FIRST;
        boolean moved = relation == Relation.CONTINUES && edge(mpd, at) > newest;
        return new Step<>(
                mpd,
                Optional.ofNullable(current),
                relation,
                at,
                first ? at : changedAt,
                first || moved ? at : changedAt,
                first ? at : knownSince,
                held,
                other.isEmpty() ? 0 : returns.with(relation == Relation.OLDER ? Returns.OLDER_COPY : id),
                relation == Relation.OLDER ? Optional.of(new Step.Seen<>(mpd, at)) : other);
    }

    /** The same manifest beside what others answered with before: the one that it continues is whom it comes from. */
    List<Step<Mpd>> besideTwins(Step<Mpd> step) {
        return twins.stream()
                .map(twin -> new Step<>(
                        step.current(),
                        Optional.of(twin.last()),
                        Relation.CONTINUES,
                        step.at(),
                        step.previousAt(),
                        step.changedAt(),
                        step.knownSince(),
                        step.cacheLife(),
                        returns.with(twin.id()),
                        current == null ? other : Optional.of(new Step.Seen<>(current, seenAt))))
                .toList();
    }

    /** It comes from a twin: what was seen of that one before is its past. */
    static Step<Mpd> switched(Step<Mpd> step) {
        return new Step<>(
                step.current(),
                step.previous(),
                Relation.SWITCHED,
                step.at(),
                step.previousAt(),
                step.changedAt(),
                step.knownSince(),
                step.cacheLife(),
                step.switches(),
                step.other());
    }

    /** Who answer in turn, as this poll shows them; a twin says otherwise, an older copy only less. */
    Optional<Twins> twins(Step<Mpd> step) {
        Mpd here = step.relation() == Relation.OLDER ? step.previous().orElse(null) : step.current();
        if (step.switches() == 0 || step.other().isEmpty() || here == null) {
            return Optional.empty();
        }
        Step.Seen<Mpd> there = step.other().get();
        long hereEdge = edge(here, step.at());
        long otherEdge = edge(there.document(), there.at());
        Duration passed = step.relation() == Relation.OLDER ? Duration.ZERO : Duration.between(there.at(), step.at());
        boolean known = hereEdge != Long.MIN_VALUE && otherEdge != Long.MIN_VALUE;
        Duration target = targetDuration == null ? Pace.UNKNOWN_TARGET : targetDuration;
        return Optional.of(new Twins(
                step.switches(),
                step.relation() == Relation.SWITCHED || isTwin(there),
                Duration.ZERO,
                known ? passed.minusNanos(hereEdge - otherEdge).abs() : Duration.ZERO,
                step.cacheLife().plus(target.multipliedBy(2)),
                ends(here, hereEdge),
                ends(there.document(), otherEdge)));
    }

    /** And no older copy of the current one, which says nothing else. */
    private boolean isTwin(Step.Seen<Mpd> seen) {
        return twins.stream().anyMatch(twin -> twin.at().equals(seen.at()));
    }

    private static String ends(Mpd mpd, long edge) {
        String published = mpd.publishTime() == null ? "" : ", published " + mpd.publishTime();
        return (edge == Long.MIN_VALUE ? "an unknown time" : Times.instant(edge).toString()) + published;
    }

    /** It contradicts what is believed: perhaps it is a twin, and the next answer is from the other one again. */
    void doubt(Step<Mpd> step) {
        int whose = doubted == null ? nextId++ : doubted.id();
        doubted = new Twin(whose, step.current(), step.at());
        returns.remember(whose);
    }

    private Relation relation(Mpd mpd, Instant at) {
        if (current == null) {
            return Relation.FIRST;
        }
        if (mpd.fingerprint() == current.fingerprint() && Objects.equals(mpd.publishTime(), current.publishTime())) {
            return Relation.SAME;
        }
        return isOlder(mpd, current, at) && olderInARow < PATIENCE ? Relation.OLDER : Relation.CONTINUES;
    }

    /** A copy that a cache kept: all of it is what we knew a while ago. */
    private boolean isOlder(Mpd mpd, Mpd known, Instant at) {
        boolean before = mpd.publishTime() != null
                && known.publishTime() != null
                && mpd.publishTime().isBefore(known.publishTime());
        boolean same =
                mpd.availabilityStart() == null || mpd.availabilityStart().equals(known.availabilityStart());
        return before && same && edge(mpd, at) < newest;
    }

    /** @param stranger whether it contradicts what was believed, and was believed because it came again and again */
    void accept(Step<Mpd> step, boolean stranger) {
        if (step.relation() == Relation.OLDER) {
            other = step.other();
            returns.remember(Returns.OLDER_COPY);
            olderInARow++;
            apart = newest - edge(step.current(), step.at());
            apartAt = Times.nanos(step.at());
            return;
        }
        olderInARow = 0;
        whose(step, stranger);
        current = step.current();
        seenAt = step.at();
        returns.remember(id);
        knownSince = step.knownSince();
        changedAt = step.changedAt();
        newest = edge(step.current(), step.at());
        long target = step.current().presentation().targetDuration(step.at());
        targetDuration = target <= 0 ? null : Pace.clamp(Duration.ofNanos(target));
    }

    private void whose(Step<Mpd> step, boolean stranger) {
        if (step.relation() == Relation.SWITCHED) {
            Twin left = new Twin(id, Objects.requireNonNull(current), seenAt);
            Twin back = twins.stream()
                    .filter(twin -> step.previous().filter(twin.last()::equals).isPresent())
                    .findFirst()
                    .orElse(left);
            id = back.id();
            twins.remove(back);
            known(left);
        } else if (stranger && current != null) {
            Twin left = new Twin(id, current, seenAt);
            id = doubted == null ? nextId++ : doubted.id();
            known(left);
        } else if (doubted != null) {
            known(doubted);
        }
        doubted = null;
    }

    private void known(Twin twin) {
        twins.addFirst(twin);
        if (twins.size() > MOST_TWINS) {
            twins.removeLast();
        }
        other = Optional.of(new Step.Seen<>(twin.last(), twin.at()));
    }

    void failed(int times) {
        views = views.stream().map(view -> view.failed(times)).toList();
    }

    /** How far each Representation is, seen by this poll. A new Period goes on where the one before it ended. */
    void see(Step<Mpd> step, MpdNames names) {
        Mpd mpd = current;
        if (mpd == null || mpd.presentation().periods().isEmpty()) {
            return;
        }
        long at = Times.nanos(step.at());
        Duration target = targetDuration == null ? Pace.UNKNOWN_TARGET : targetDuration;
        Map<Rendition, View> seen = new LinkedHashMap<>();
        names.of(goingOn(mpd, step.at()))
                .forEach((rendition, track) ->
                        seen.put(rendition, view(rendition, track.addressing(), mpd, step, at, target)));
        edges.keySet().retainAll(seen.keySet());
        views = List.copyOf(seen.values());
    }

    /** The newest Period that has begun: what only those before it have, has ended and does not stand still. */
    private static PeriodView goingOn(Mpd mpd, Instant at) {
        List<PeriodView> periods = mpd.presentation().periods();
        for (int i = periods.size() - 1; i > 0; i--) {
            if (periods.get(i).tracks().stream()
                    .anyMatch(track -> track.addressing().edgeAt(at).isPresent())) {
                return periods.get(i);
            }
        }
        return periods.getFirst();
    }

    private View view(Rendition rendition, Addressing addressing, Mpd mpd, Step<Mpd> step, long at, Duration target) {
        Edge edge = edges.computeIfAbsent(rendition, missing -> new Edge());
        long now = addressing.edgeAt(step.at()).map(Times::nanos).orElse(Long.MIN_VALUE);
        if (now > edge.at || edge.at == Long.MIN_VALUE) {
            edge.at = now;
            edge.changedAt = at;
        }
        if (edge.at != Long.MIN_VALUE && step.relation() != Relation.OLDER) {
            edge.lags.add(at - edge.at);
            edge.usualLag.add(at - edge.at, target.toNanos());
        }
        View.Standing standing = new View.Standing(
                at,
                edge.changedAt,
                target.toNanos(),
                step.cacheLife().toNanos(),
                edge.lags.least(),
                edge.usualLag.value(),
                View.UNKNOWN,
                !mpd.dynamic(),
                mpd.dynamic());
        return new View(rendition, where.layer(), standing, apart, apartAt);
    }

    /** Of each kind of media the first Representation, while it is the same and lists its segments. */
    List<Moving> moving(Step<Mpd> step, MpdNames names, Duration pace) {
        Mpd mpd = step.current();
        if (step.relation() == Relation.SAME
                || step.relation() == Relation.OLDER
                || step.relation() == Relation.SWITCHED
                || !mpd.dynamic()) {
            return List.of();
        }
        boolean sameClock = step.previous()
                .filter(before -> Objects.equals(before.availabilityStart(), mpd.availabilityStart()))
                .isPresent();
        Map<Rendition.Kind, Moving> now = new EnumMap<>(Rendition.Kind.class);
        Map<Rendition, io.rungwatch.dash.Track> named =
                mpd.presentation().periods().isEmpty() ? Map.of() : names.of(goingOn(mpd, step.at()));
        named.forEach((rendition, track) -> {
            if (track.addressing().timeline().isPresent() && !now.containsKey(rendition.kind())) {
                now.put(rendition.kind(), moved(rendition, track.addressing(), step, sameClock, pace));
            }
        });
        moving.clear();
        moving.putAll(now);
        return List.copyOf(now.values());
    }

    private Moving moved(Rendition rendition, Addressing addressing, Step<Mpd> step, boolean sameClock, Duration pace) {
        Moving known = moving.get(rendition.kind());
        Moving one = known == null || !known.rendition.equals(rendition) ? new Moving(rendition) : known;
        if (!sameClock) {
            one.past.begin();
        }
        Duration target = targetDuration == null ? Pace.UNKNOWN_TARGET : targetDuration;
        Duration slow = pace.compareTo(target) > 0 ? pace.minus(target) : Duration.ZERO;
        one.past.note(addressing, step.at(), target.toNanos(), step.cacheLife().toNanos(), slow.toNanos());
        return one;
    }

    /** What was found of how it moves, while nothing new shows that it is otherwise. */
    Collection<Moving> moving() {
        return moving.values();
    }

    /** Of the Representation that is farthest; what counts up with the clock by itself is as far as the clock. */
    private static long edge(Mpd mpd, Instant at) {
        return mpd.presentation()
                .tracks()
                .map(track -> track.addressing().edgeAt(at))
                .flatMap(Optional::stream)
                .mapToLong(Times::nanos)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /** Whether anything of it must change for the stream to go on. */
    boolean movesByText() {
        return current != null
                && current.presentation()
                        .tracks()
                        .anyMatch(track -> track.addressing().timeline().isPresent());
    }
}
