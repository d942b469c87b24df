package io.rungwatch.duty;

import io.rungwatch.alert.Fingerprint;
import io.rungwatch.duty.Message.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The last fold: from what is wrong to who is told. Nothing here reads a clock or sends a byte. Whoever was told of a raise is told of its
 * end; what comes and goes is told as one; what a silence covers is told to nobody but the log and the history, and told after all when it
 * outlasts the silence.
 */
public final class DutyFold {
    /**
     * What comes of one event.
     *
     * @param posts what has to be sent
     * @param said what became true, once, whoever is told of it
     */
    public record Decision(DutyMemory memory, List<Post> posts, List<Message> said) {}

    private static final String NO_INDEX = "00000000";

    private final Rules rules;
    private final Roster roster;
    private final Instant at;
    private final Map<String, Ticket> tickets;
    private final DutyMemory before;
    private List<Silence> silences;
    private final List<Post> posts = new ArrayList<>();
    private final List<Message> said = new ArrayList<>();

    DutyFold(Rules rules, Roster roster, DutyMemory memory, Instant at) {
        this.rules = rules;
        this.roster = roster;
        this.at = at;
        before = memory;
        tickets = new LinkedHashMap<>(memory.tickets());
        silences = memory.silences();
    }

    /** Something is wrong. `incident` is the id of what was raised: a new one each time. */
    Decision raise(String incident, Fault fault) {
        Ticket known = tickets.get(fault.key());
        List<Instant> recently = known == null ? List.of() : known.raises();
        if (known != null && known.isAwaited()) {
            tell(known.seenAgain(incident, fault, recently));
            return decision();
        }
        List<Instant> raises = Ticket.recent(recently, at.minus(rules.flapping().within()), at);
        if (known == null || !known.isOpen()) {
            Ticket fresh = Ticket.open(unused(incident), incident, fault, raises);
            boolean flaps = raises.size() >= rules.flapping().times();
            tell(flaps ? fresh.with(fresh.notice().flapped(raises.size() - 1)) : fresh);
        } else {
            Ticket again = known.seenAgain(incident, fault, raises);
            tell(
                    known.hold().isEmpty()
                            ? again
                            : again.with(again.notice().flapped(again.notice().flaps() + 1)));
        }
        return decision();
    }

    /** Receivers know it by its id alone; SNMP's read it as a number, which must not be 0. */
    private String unused(String incident) {
        Set<String> used = new HashSet<>(Set.of(NO_INDEX));
        tickets.values().stream()
                .filter(Ticket::isOpen)
                .forEach(ticket -> used.add(ticket.notice().id()));
        String id = incident;
        for (int i = 1; used.contains(id); i++) {
            id = Fingerprint.of(incident, at, i);
        }
        return id;
    }

    Decision change(String incident, Fault fault) {
        of(fault, incident).ifPresent(ticket -> tell(ticket.with(ticket.notice().now(fault))));
        return decision();
    }

    /** It is over: CLEARED, or MERGED where a group tells it from now on. */
    Decision end(String incident, Fault fault, Kind kind) {
        of(fault, incident).ifPresent(ticket -> end(ticket.with(ticket.notice().over(fault)), kind));
        return decision();
    }

    /** Time passes, or the rules are others now. */
    Decision pass() {
        silences = silences.stream()
                .filter(silence -> at.isBefore(silence.until()))
                .toList();
        before.tickets().values().forEach(this::pass);
        return decision();
    }

    /** Somebody looked at this layer of the channel: what was there before the probe began anew has to show soon. */
    Decision judged(String channel, String layer) {
        for (Ticket ticket : before.tickets().values()) {
            Fault fault = ticket.fault();
            if (ticket.isAwaited()
                    && fault.layer().equals(layer)
                    && fault.channels().contains(channel)) {
                await(ticket);
            }
        }
        return decision();
    }

    Decision acknowledge(String id, String by, String note) {
        before.tickets().values().stream()
                .filter(ticket -> ticket.isOpen() && ticket.notice().id().equals(id))
                .findFirst()
                .ifPresent(ticket -> acknowledge(ticket, by, note));
        return decision();
    }

    Decision silences(UnaryOperator<List<Silence>> change) {
        silences = change.apply(silences);
        before.tickets().values().stream().filter(Ticket::isOpen).forEach(this::tell);
        return decision();
    }

    private Decision decision() {
        DutyMemory after = new DutyMemory(tickets, silences);
        return new Decision(after.equals(before) ? before : after, posts, said);
    }

    /** What the probe awaits of a channel after it began anew does not end because the channel was let go. */
    private Optional<Ticket> of(Fault fault, String incident) {
        return Optional.ofNullable(tickets.get(fault.key()))
                .filter(ticket -> ticket.isOpen()
                        && (!ticket.isAwaited() || fault.channels().isEmpty())
                        && ticket.incident().equals(incident));
    }

    /** What comes and goes is not over before it has been away for a while. */
    private void end(Ticket ticket, Kind kind) {
        if (kind == Kind.CLEARED && ticket.notice().flaps() > 0) {
            Instant calm = at.plus(rules.flapping().calm());
            put(ticket.held(new Ticket.Hold(Optional.of(calm), Optional.of(at), false)));
        } else {
            close(ticket, kind, at);
        }
    }

    private void close(Ticket ticket, Kind kind, Instant end) {
        Ticket closed = ticket.with(ticket.notice().cleared(end));
        put(closed);
        if (closed.isKnown()) {
            post(kind, closed, List.copyOf(closed.told()));
        }
    }

    private void pass(Ticket known) {
        Ticket ticket = known.isOpen() ? marked(known) : known;
        if (!ticket.isOpen()) {
            Instant last =
                    ticket.raises().isEmpty() ? Instant.MIN : ticket.raises().getLast();
            if (last.isBefore(at.minus(rules.flapping().within()))) {
                tickets.remove(ticket.fault().key());
            }
        } else if (ticket.hold().isEmpty()) {
            escalate(tell(ticket.toldOnly(rules.notifiers())));
        } else if (ticket.hold()
                .flatMap(Ticket.Hold::until)
                .filter(end -> !at.isBefore(end))
                .isPresent()) {
            close(
                    ticket,
                    Kind.CLEARED,
                    ticket.hold().flatMap(Ticket.Hold::seenLast).orElse(at));
        } else if (!roster.watches(ticket.fault())) {
            await(ticket);
        }
    }

    /** From now on it counts that it is not seen. */
    private void await(Ticket ticket) {
        Ticket.Hold hold = ticket.hold().orElseThrow();
        if (hold.until().isEmpty()) {
            put(ticket.held(
                    hold.until(at.plus(DutyMemory.patience(ticket.fault().check())))));
        }
    }

    /**
     * Whoever should know of it and does not is told: at its raise, after a silence, and when the rules have become others. Who knows of
     * it is told when it has become another.
     */
    private Ticket tell(Ticket seen) {
        Ticket ticket = marked(seen);
        if (ticket.hold().isPresent() || isQuiet(ticket)) {
            return put(ticket);
        }
        boolean first = ticket.firstTold().isEmpty();
        boolean another = ticket.toldAs().filter(as -> isAnother(as, ticket)).isPresent();
        List<String> missing = without(targets(ticket.fault()), ticket.told());
        if (!first && !another && missing.isEmpty()) {
            return put(ticket);
        }
        Ticket told = ticket.told(missing, at);
        Message raised = new Message(Kind.RAISED, at, told.notice());
        if (first) {
            said.add(raised);
        }
        if (another) {
            post(Kind.CHANGED, told, List.copyOf(ticket.told()));
        }
        if (!missing.isEmpty()) {
            posts.add(new Post(raised, missing));
        }
        return put(told.with(told.notice().settled()));
    }

    private static boolean isAnother(Fault toldAs, Ticket ticket) {
        return !toldAs.looksLike(ticket.fault()) || ticket.notice().lapsed().isPresent();
    }

    /** Who reads the log or the history finds what a silence covers there, and that it does. */
    private Ticket marked(Ticket ticket) {
        Optional<Silence> now = new DutyMemory(tickets, silences).silence(ticket.fault(), at);
        Optional<Silence> marked = ticket.notice().silence();
        if (now.map(Silence::id).equals(marked.map(Silence::id))) {
            return ticket;
        }
        Ticket other = put(ticket.silenced(now));
        if (now.isPresent() || ticket.firstTold().isPresent()) {
            said.add(new Message(ticket.isKnown() ? Kind.CHANGED : Kind.RAISED, at, other.notice()));
        }
        return other;
    }

    /** Of many channels, whoever would be told of one of them. */
    private List<String> targets(Fault fault) {
        if (fault.channels().size() < 2) {
            return rules.targets(fault);
        }
        Set<String> all = new LinkedHashSet<>();
        fault.channels().forEach(channel -> all.addAll(rules.targets(fault.only(channel, roster.tier(channel)))));
        return List.copyOf(all);
    }

    private void escalate(Ticket ticket) {
        if (ticket.notice().acknowledged().isPresent() || ticket.hold().isPresent() || isQuiet(ticket)) {
            return;
        }
        Ticket now = ticket;
        for (Escalation step : rules.escalations()) {
            List<String> to = rules.known(now.fault(), step.to());
            boolean due = now.firstTold()
                    .filter(first -> !at.isBefore(first.plus(step.unacknowledged())))
                    .isPresent();
            if (due && step.concerns(now.fault()) && !now.notice().escalatedTo().containsAll(to)) {
                now = escalate(now, to);
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
        return now.silence(ticket.fault(), at).isPresent()
                || roster.maintained(ticket.fault(), at)
                || now.isToldByGroupOfBefore(ticket.fault());
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
