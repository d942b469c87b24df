package io.rungwatch.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A notice, and what has been done about it. Once it is cleared its ticket is kept for a while: what comes back soon and often is one
 * notice that flaps.
 *
 * @param incident the id of what the folds raised last
 * @param told who was told of it and has to hear of its end
 * @param toldAs how it stood when they were told last; empty while nobody was, not even the log
 * @param firstTold when that was first: escalation counts from there
 * @param logged the log and the history know of it although nobody was told: it was silenced from the beginning
 * @param raises when it was raised, within the time that counts for flapping
 * @param hold it is not seen at present
 */
record Ticket(
        Notice notice,
        String incident,
        Set<String> told,
        Optional<Fault> toldAs,
        Optional<Instant> firstTold,
        boolean logged,
        List<Instant> raises,
        Optional<Hold> hold) {

    /**
     * Why it is not cleared yet although it is not seen: it comes and goes, or the probe began anew and has to find it again.
     *
     * @param until when it is over, unless it is seen before; empty while nobody has looked
     * @param seenLast when it was seen last, as far as that is known
     */
    record Hold(Optional<Instant> until, Optional<Instant> seenLast, boolean anew) {
        Hold until(Instant end) {
            return new Hold(Optional.of(end), seenLast, anew);
        }

        Hold moved(Duration by) {
            return new Hold(until.map(end -> end.plus(by)), seenLast.map(seen -> seen.plus(by)), anew);
        }
    }

    static Ticket open(String id, String incident, Fault fault, List<Instant> raises) {
        return new Ticket(
                Notice.raised(id, fault),
                incident,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                raises,
                Optional.empty());
    }

    Fault fault() {
        return notice.fault();
    }

    boolean isOpen() {
        return notice.clearedAt().isEmpty();
    }

    /** The probe began anew and has not found it again yet. */
    boolean isAwaited() {
        return isOpen() && hold.map(Hold::anew).orElse(false);
    }

    /** It comes and goes, and is well at present. */
    Optional<Notice.Held> held() {
        return hold.filter(why -> !why.anew())
                .flatMap(why ->
                        why.seenLast().flatMap(since -> why.until().map(until -> new Notice.Held(since, until))));
    }

    Ticket with(Notice changed) {
        return new Ticket(changed, incident, told, toldAs, firstTold, logged, raises, hold);
    }

    /** Everybody knows how it stands now, these too. */
    Ticket told(List<String> more, Instant at) {
        Set<String> all = new LinkedHashSet<>(told);
        all.addAll(more);
        return new Ticket(
                notice, incident, all, Optional.of(fault()), Optional.of(firstTold.orElse(at)), true, raises, hold);
    }

    /** Somebody can read of it, if only in the log. */
    boolean isKnown() {
        return logged || firstTold.isPresent();
    }

    /** Nobody is told of it, and it is no secret. */
    Ticket silenced(Optional<Silence> by) {
        return new Ticket(
                notice.silenced(by), incident, told, toldAs, firstTold, logged || by.isPresent(), raises, hold);
    }

    /** Without those that are no longer there. */
    Ticket toldOnly(Set<String> known) {
        Set<String> left = new LinkedHashSet<>(told);
        return left.retainAll(known)
                ? new Ticket(notice, incident, left, toldAs, firstTold, logged, raises, hold)
                : this;
    }

    Ticket held(Hold until) {
        return new Ticket(notice, incident, told, toldAs, firstTold, logged, raises, Optional.of(until));
    }

    /** Time has jumped: what counts from then on counts as if it had not. What was told stays as it was told. */
    Ticket moved(Duration by) {
        return new Ticket(
                notice,
                incident,
                told,
                toldAs,
                firstTold.map(first -> first.plus(by)),
                logged,
                raises.stream().map(raise -> raise.plus(by)).toList(),
                hold.map(why -> why.moved(by)));
    }

    /** Seen again after it was held. */
    Ticket seenAgain(String again, Fault fault, List<Instant> allRaises) {
        return new Ticket(notice.now(fault), again, told, toldAs, firstTold, logged, allRaises, Optional.empty());
    }

    /** As those who were told know it. */
    Notice asTold() {
        return toldAs.map(notice::now).orElse(notice);
    }

    static List<Instant> recent(List<Instant> raises, Instant since, Instant now) {
        List<Instant> recent = new ArrayList<>(raises);
        recent.removeIf(raise -> raise.isBefore(since));
        recent.add(now);
        return List.copyOf(recent);
    }
}
