package io.rungwatch.duty;

import io.rungwatch.duty.Message.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The last fold: from what is wrong to who is told. Nothing here reads a clock or sends a byte. Whoever was told of a raise is told of its
 * end; what comes and goes is told as one; what a silence covers is told to nobody, and told after all when it outlasts the silence.
 */
public final class DutyFold {
    /**
     * What comes of one event.
     *
     * @param posts what has to be sent
     * @param said what became true, once, whoever is told of it
     */
    public record Decision(DutyMemory memory, List<Post> posts, List<Message> said) {}

    private final Rules rules;
    private final Instant at;
    private final Map<String, Ticket> tickets;
    private final DutyMemory before;
    private List<Silence> silences;
    private final List<Post> posts = new ArrayList<>();
    private final List<Message> said = new ArrayList<>();

    private DutyFold(Rules rules, DutyMemory memory, Instant at) {
        this.rules = rules;
        this.at = at;
        before = memory;
        tickets = new LinkedHashMap<>(memory.tickets());
        silences = memory.silences();
    }

    /** Something is wrong. `incident` is the id of what was raised: a new one each time. */
    static Decision raise(Rules rules, DutyMemory memory, String incident, Fault fault, Instant at) {
        DutyFold fold = new DutyFold(rules, memory, at);
        fold.raise(incident, fault);
        return fold.decision();
    }

    static Decision change(Rules rules, DutyMemory memory, String incident, Fault fault, Instant at) {
        DutyFold fold = new DutyFold(rules, memory, at);
        fold.of(fault, incident)
                .ifPresent(
                        ticket -> fold.move(ticket, ticket.with(ticket.notice().now(fault))));
        return fold.decision();
    }

    /** It is over: CLEARED, or MERGED where a group tells it from now on. */
    static Decision end(Rules rules, DutyMemory memory, String incident, Fault fault, Kind kind, Instant at) {
        DutyFold fold = new DutyFold(rules, memory, at);
        fold.of(fault, incident)
                .ifPresent(ticket -> fold.end(ticket.with(ticket.notice().now(fault)), kind));
        return fold.decision();
    }

    /** Time passes, or the rules are others now. */
    static Decision pass(Rules rules, DutyMemory memory, Instant at) {
        DutyFold fold = new DutyFold(rules, memory, at);
        fold.silences = memory.silences().stream()
                .filter(silence -> at.isBefore(silence.until()))
                .toList();
        memory.tickets().values().forEach(fold::pass);
        return fold.decision();
    }

    static Decision acknowledge(Rules rules, DutyMemory memory, String id, String by, String note, Instant at) {
        DutyFold fold = new DutyFold(rules, memory, at);
        memory.tickets().values().stream()
                .filter(ticket -> ticket.isOpen() && ticket.notice().id().equals(id))
                .findFirst()
                .ifPresent(ticket -> fold.acknowledge(ticket, by, note));
        return fold.decision();
    }

    static Decision silences(Rules rules, DutyMemory memory, UnaryOperator<List<Silence>> change, Instant at) {
        DutyFold fold = new DutyFold(rules, memory, at);
        fold.silences = change.apply(memory.silences());
        memory.tickets().values().stream().filter(Ticket::isOpen).forEach(ticket -> fold.tell(ticket));
        return fold.decision();
    }

    private Decision decision() {
        DutyMemory after = new DutyMemory(tickets, silences);
        return new Decision(after.equals(before) ? before : after, posts, said);
    }

    private Optional<Ticket> of(Fault fault, String incident) {
        return Optional.ofNullable(tickets.get(fault.key()))
                .filter(ticket -> ticket.isOpen() && ticket.incident().equals(incident));
    }

    private void raise(String incident, Fault fault) {
        Ticket known = tickets.get(fault.key());
        boolean restarted =
                known != null && known.hold().map(Ticket.Hold::restart).orElse(false);
        List<Instant> before = known == null ? List.of() : known.raises();
        List<Instant> raises = restarted
                ? before
                : Ticket.recent(before, at.minus(rules.flapping().within()), at);
        if (known == null || !known.isOpen()) {
            Ticket fresh = Ticket.open(incident, fault, raises);
            boolean flaps = raises.size() >= rules.flapping().times();
            tell(flaps ? fresh.with(fresh.notice().flapped(raises.size() - 1)) : fresh);
            return;
        }
        Ticket again = known.seenAgain(incident, fault, raises);
        int flaps = again.notice().flaps();
        boolean came = known.hold().isPresent() && !restarted;
        move(known, came ? again.with(again.notice().flapped(flaps + 1)) : again);
    }

    private void move(Ticket was, Ticket is) {
        if (!is.fault().looksLike(was.fault()) && !isQuiet(is)) {
            post(Kind.CHANGED, is, List.copyOf(is.told()));
        }
        tell(is);
    }

    /** What comes and goes is not over before it has been away for a while. */
    private void end(Ticket ticket, Kind kind) {
        if (kind == Kind.CLEARED && ticket.notice().flaps() > 0) {
            Instant calm = at.plus(rules.flapping().calm());
            put(ticket.held(new Ticket.Hold(calm, Optional.of(at), false)));
        } else {
            close(ticket, kind, at);
        }
    }

    private void close(Ticket ticket, Kind kind, Instant end) {
        Ticket closed = ticket.with(ticket.notice().cleared(end));
        put(closed);
        if (closed.firstTold().isPresent()) {
            post(kind, closed, List.copyOf(closed.told()));
        }
    }

    private void pass(Ticket ticket) {
        if (!ticket.isOpen()) {
            Instant last =
                    ticket.raises().isEmpty() ? Instant.MIN : ticket.raises().getLast();
            if (last.isBefore(at.minus(rules.flapping().within()))) {
                tickets.remove(ticket.fault().key());
            }
        } else if (ticket.hold().filter(hold -> !at.isBefore(hold.until())).isPresent()) {
            close(
                    ticket,
                    Kind.CLEARED,
                    ticket.hold().flatMap(Ticket.Hold::seenLast).orElse(at));
        } else {
            escalate(tell(ticket.toldOnly(rules.notifiers())));
        }
    }

    /** Whoever should know of it and does not is told: at its raise, after a silence, and when the rules have become others. */
    private Ticket tell(Ticket ticket) {
        if (isQuiet(ticket)) {
            return put(ticket);
        }
        List<String> missing = without(rules.targets(ticket.fault()), ticket.told());
        boolean first = ticket.firstTold().isEmpty();
        Ticket told = missing.isEmpty() && !first ? ticket : ticket.told(missing, at);
        Message raised = new Message(Kind.RAISED, at, told.notice());
        if (first) {
            said.add(raised);
        }
        if (!missing.isEmpty()) {
            posts.add(new Post(raised, missing));
        }
        return put(told);
    }

    private void escalate(Ticket ticket) {
        if (ticket.notice().acknowledged().isPresent() || ticket.hold().isPresent() || isQuiet(ticket)) {
            return;
        }
        for (Escalation step : rules.escalations()) {
            List<String> to = rules.known(ticket.fault(), step.to());
            boolean due = ticket.firstTold()
                    .filter(first -> !at.isBefore(first.plus(step.unacknowledged())))
                    .isPresent();
            if (due
                    && step.concerns(ticket.fault())
                    && !ticket.notice().escalatedTo().containsAll(to)) {
                ticket = escalate(ticket, to);
            }
        }
    }

    private Ticket escalate(Ticket ticket, List<String> to) {
        List<String> missing = without(to, ticket.told());
        Ticket escalated = put(ticket.with(ticket.notice().escalated(to)).told(missing, at));
        Message message = new Message(Kind.ESCALATED, at, escalated.notice());
        said.add(message);
        if (!missing.isEmpty()) {
            posts.add(new Post(new Message(Kind.RAISED, at, escalated.notice()), missing));
        }
        List<String> knew = without(to, Set.copyOf(missing));
        if (!knew.isEmpty()) {
            posts.add(new Post(message, knew));
        }
        return escalated;
    }

    private void acknowledge(Ticket ticket, String by, String note) {
        Acknowledgement given = new Acknowledgement(by, at, note, ticket.fault().severity());
        Ticket acknowledged = put(ticket.with(ticket.notice().acknowledged(given)));
        post(Kind.ACKNOWLEDGED, acknowledged, List.copyOf(acknowledged.told()));
    }

    private boolean isQuiet(Ticket ticket) {
        DutyMemory now = new DutyMemory(tickets, silences);
        return now.silence(ticket.fault(), at).isPresent() || now.isToldByGroupOfBefore(ticket.fault());
    }

    private void post(Kind kind, Ticket ticket, List<String> to) {
        Message message = new Message(kind, at, ticket.notice());
        said.add(message);
        if (!to.isEmpty()) {
            posts.add(new Post(message, to));
        }
    }

    private Ticket put(Ticket ticket) {
        tickets.put(ticket.fault().key(), ticket);
        return ticket;
    }

    private static List<String> without(List<String> names, Set<String> known) {
        return names.stream().filter(name -> !known.contains(name)).toList();
    }
}
