package io.rungwatch.duty;

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
 * @param firstTold when somebody was told first: escalation counts from there
 * @param raises when it was raised, within the time that counts for flapping
 * @param hold it is not seen at present; ends then, when it is not seen again before
 */
record Ticket(
        Notice notice,
        String incident,
        Set<String> told,
        Optional<Instant> firstTold,
        List<Instant> raises,
        Optional<Hold> hold) {

    /** Why it is not cleared yet although it is not seen. */
    record Hold(Instant until, Optional<Instant> seenLast, boolean restart) {}

    static Ticket open(String incident, Fault fault, List<Instant> raises) {
        Notice notice = new Notice(incident, fault, 0, Optional.empty(), List.of(), Optional.empty());
        return new Ticket(notice, incident, Set.of(), Optional.empty(), raises, Optional.empty());
    }

    Fault fault() {
        return notice.fault();
    }

    boolean isOpen() {
        return notice.clearedAt().isEmpty();
    }

    Ticket with(Notice changed) {
        return new Ticket(changed, incident, told, firstTold, raises, hold);
    }

    Ticket told(List<String> more, Instant at) {
        Set<String> all = new LinkedHashSet<>(told);
        all.addAll(more);
        return new Ticket(notice, incident, all, Optional.of(firstTold.orElse(at)), raises, hold);
    }

    /** Without those that are no longer there. */
    Ticket toldOnly(Set<String> known) {
        Set<String> left = new LinkedHashSet<>(told);
        return left.retainAll(known) ? new Ticket(notice, incident, left, firstTold, raises, hold) : this;
    }

    Ticket held(Hold until) {
        return new Ticket(notice, incident, told, firstTold, raises, Optional.of(until));
    }

    /** Seen again after it was held. */
    Ticket seenAgain(String again, Fault fault, List<Instant> allRaises) {
        return new Ticket(notice.now(fault), again, told, firstTold, allRaises, Optional.empty());
    }

    static List<Instant> recent(List<Instant> raises, Instant since, Instant now) {
        List<Instant> recent = new ArrayList<>(raises);
        recent.removeIf(raise -> raise.isBefore(since));
        recent.add(now);
        return List.copyOf(recent);
    }
}
