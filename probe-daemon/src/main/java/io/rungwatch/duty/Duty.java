package io.rungwatch.duty;

import io.rungwatch.alert.Fingerprint;
import io.rungwatch.alert.Incident;
import io.rungwatch.alert.Notification;
import io.rungwatch.profile.Tier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps what the last fold remembers and hands on what it decides. Holds no rule. Callers come from any thread. */
public final class Duty {
    private static final int MOST_OVER = 1000;

    private static final Comparator<Notice> WORST_THEN_OLDEST = Comparator.comparing(
                    (Notice notice) -> notice.fault().severity())
            .reversed()
            .thenComparing(notice -> notice.fault().raisedAt())
            .thenComparing(Notice::id);

    /** Hears of each decision, one after the other: what to remember, whom to tell, what became true. */
    public interface Listener {
        void decided(DutyMemory before, DutyFold.Decision decision);
    }

    private final InstantSource clock;
    private final Faults.Tiers tiers;
    private final List<Listener> listeners;
    private final Deque<Notice> over = new ArrayDeque<>();
    private Rules rules;
    private volatile DutyMemory memory;
    private volatile Supplier<List<Incident>> latest = List::of;

    /**
     * @param before what was open when the probe was stopped
     * @param tiers how much a channel is watched
     */
    public Duty(
            InstantSource clock,
            Rules rules,
            DutyMemory before,
            Function<String, Optional<Tier>> tiers,
            List<Listener> listeners) {
        this.clock = clock;
        this.rules = rules;
        this.tiers = tiers::apply;
        this.listeners = List.copyOf(listeners);
        memory = before.restarted(clock.instant());
    }

    /** What the folds hold now: a layer below that joins is nothing to be told of, and yet true. */
    public void freshFrom(Supplier<List<Incident>> incidents) {
        latest = incidents;
    }

    public synchronized void obey(Rules changed) {
        rules = changed;
        pass();
    }

    public synchronized void accept(Notification told) {
        Instant now = clock.instant();
        Fault fault = Faults.of(told.incident(), tiers);
        String incident = told.incident().id();
        apply(
                switch (told.kind()) {
                    case RAISED -> DutyFold.raise(rules, memory, incident, fault, now);
                    case CHANGED -> DutyFold.change(rules, memory, incident, fault, now);
                    case MERGED -> DutyFold.end(rules, memory, incident, fault, Message.Kind.MERGED, now);
                    case CLEARED -> DutyFold.end(rules, memory, incident, fault, Message.Kind.CLEARED, now);
                });
    }

    /**
     * What the probe notices of itself.
     *
     * @param message what is wrong; empty when it is well again
     */
    public synchronized void own(OwnTrouble trouble, String subject, Optional<String> message) {
        Instant now = clock.instant();
        Optional<Ticket> open =
                Optional.ofNullable(memory.tickets().get(trouble.key(subject))).filter(Ticket::isOpen);
        Fault fault = trouble.fault(
                subject, message.orElse(open.map(t -> t.fault().message()).orElse("")), now);
        String incident = Fingerprint.of(fault.key(), now);
        boolean seen = open.filter(ticket -> ticket.hold().isEmpty()).isPresent();
        if (message.isEmpty()) {
            open.ifPresent(ticket ->
                    apply(DutyFold.end(rules, memory, ticket.incident(), ticket.fault(), Message.Kind.CLEARED, now)));
        } else if (seen) {
            apply(DutyFold.change(rules, memory, open.orElseThrow().incident(), fault, now));
        } else {
            apply(DutyFold.raise(rules, memory, incident, fault, now));
        }
    }

    /** To be called about once a second. */
    public synchronized void pass() {
        apply(DutyFold.pass(rules, memory, clock.instant()));
    }

    /** False when nothing of that id is open. */
    public synchronized boolean acknowledge(String id, String by, String note) {
        if (open(id).isEmpty()) {
            return false;
        }
        apply(DutyFold.acknowledge(rules, memory, id, by, note, clock.instant()));
        return true;
    }

    public synchronized Silence silence(Match match, Instant until, String reason, String by) {
        Instant now = clock.instant();
        Silence silence = new Silence(Fingerprint.of(match, now, by), match, now, until, reason, by);
        silences(known -> {
            List<Silence> more = new ArrayList<>(known);
            more.add(silence);
            return List.copyOf(more);
        });
        return silence;
    }

    /** False when there is none of that id. */
    public synchronized boolean unsilence(String id) {
        boolean known =
                memory.silences().stream().anyMatch(silence -> silence.id().equals(id));
        silences(all -> all.stream().filter(silence -> !silence.id().equals(id)).toList());
        return known;
    }

    private void silences(UnaryOperator<List<Silence>> change) {
        apply(DutyFold.silences(rules, memory, change, clock.instant()));
    }

    private void apply(DutyFold.Decision decision) {
        DutyMemory before = memory;
        memory = decision.memory();
        for (Message message : decision.said()) {
            if (message.kind() == Message.Kind.CLEARED) {
                over.addFirst(message.notice());
            }
        }
        while (over.size() > MOST_OVER) {
            over.removeLast();
        }
        if (!memory.equals(before) || !decision.said().isEmpty()) {
            listeners.forEach(listener -> listener.decided(before, decision));
        }
    }

    /** What fires, whether anybody is told of it or not: worst first, then oldest. */
    public List<Notice> open() {
        return fresh(ticket -> true);
    }

    public Optional<Notice> open(String id) {
        return open().stream().filter(notice -> notice.id().equals(id)).findFirst();
    }

    /** What somebody was told and not yet taken back. */
    public List<Notice> openAt(String notifier) {
        return fresh(ticket -> ticket.told().contains(notifier));
    }

    private List<Notice> fresh(Predicate<Ticket> wanted) {
        Map<String, Incident> now = new HashMap<>();
        latest.get().forEach(incident -> now.put(incident.id(), incident));
        return memory.tickets().values().stream()
                .filter(ticket -> ticket.isOpen() && wanted.test(ticket))
                .map(ticket -> fresh(ticket, now.get(ticket.incident())))
                .sorted(WORST_THEN_OLDEST)
                .toList();
    }

    private Notice fresh(Ticket ticket, @Nullable Incident incident) {
        return incident == null ? ticket.notice() : ticket.notice().now(Faults.of(incident, tiers));
    }

    /** What is over, newest first. */
    public synchronized List<Notice> over() {
        return List.copyOf(over);
    }

    public List<Silence> silences() {
        return memory.silences();
    }

    /** The silence that keeps it from being told. */
    public Optional<Silence> silenceOf(Notice notice) {
        return memory.silence(notice.fault(), clock.instant());
    }

    /** The one that tells this incident of the folds. */
    public Optional<String> idOf(String incident) {
        return memory.tickets().values().stream()
                .filter(ticket -> ticket.isOpen() && ticket.incident().equals(incident))
                .map(ticket -> ticket.notice().id())
                .findFirst();
    }
}
