package io.rungwatch.duty;

import io.rungwatch.alert.Fingerprint;
import io.rungwatch.alert.Incident;
import io.rungwatch.alert.Notification;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the last fold remembers and hands on what it decides. Holds no rule. Callers come from any thread. */
public final class Duty {
    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);
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
    private final Roster roster;
    private final List<Listener> listeners;
    private final Deque<Notice> over = new ArrayDeque<>();
    private Rules rules;
    private volatile DutyMemory memory;
    /** Of which channels and layers a look is awaited: nearly always of none. */
    private volatile Map<String, Set<String>> awaited;

    private volatile Supplier<List<Incident>> latest = List::of;

    /**
     * @param before what was open when the probe was stopped
     * @param roster which channels are watched
     */
    public Duty(InstantSource clock, Rules rules, DutyMemory before, Roster roster, List<Listener> listeners) {
        this.clock = clock;
        this.rules = rules;
        this.roster = roster;
        this.listeners = List.copyOf(listeners);
        memory = before.restarted(clock.instant());
        awaited = awaited(memory);
        before.tickets().values().stream()
                .filter(ticket -> !ticket.isOpen() && ticket.isKnown())
                .forEach(ticket -> over.addFirst(ticket.notice()));
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
        Fault fault = Faults.of(told.incident(), roster);
        String incident = told.incident().id();
        apply(
                switch (told.kind()) {
                    case RAISED -> fold().raise(incident, fault);
                    case CHANGED -> fold().change(incident, fault);
                    case MERGED -> fold().end(incident, fault, Message.Kind.MERGED);
                    case CLEARED -> fold().end(incident, fault, Message.Kind.CLEARED);
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
                subject,
                message.orElse(open.map(t -> t.fault().words().message()).orElse("")),
                now);
        String incident = Fingerprint.of(fault.key(), now);
        boolean seen = open.filter(ticket -> ticket.hold().isEmpty()).isPresent();
        if (message.isEmpty()) {
            open.ifPresent(ticket -> apply(fold().end(ticket.incident(), ticket.fault(), Message.Kind.CLEARED)));
        } else if (seen) {
            apply(fold().change(open.orElseThrow().incident(), fault));
        } else {
            apply(fold().raise(incident, fault));
        }
    }

    /** Somebody looked at this layer of the channel and could judge it. Called for each poll, so it costs nothing. */
    public void judged(String channel, String layer) {
        if (!awaited.isEmpty() && awaited.getOrDefault(channel, Set.of()).contains(layer)) {
            synchronized (this) {
                apply(fold().judged(channel, layer));
            }
        }
    }

    /** These channels are let go and watched anew: what they had is not over for that. */
    public synchronized void anew(Set<String> channels) {
        Instant now = clock.instant();
        DutyMemory held = memory.anew(now, ticket -> {
            List<String> its = ticket.fault().channels();
            return !its.isEmpty() && ticket.hold().isEmpty() && channels.containsAll(its);
        });
        apply(new DutyFold.Decision(held, List.of(), List.of()));
    }

    /**
     * What counts from some time on counts as if time had not jumped.
     *
     * @param jump makes it jump and says by how much; nothing is decided while it does
     */
    public synchronized void timeJumps(Supplier<Duration> jump) {
        DutyMemory moved = memory.moved(jump.get());
        apply(new DutyFold.Decision(moved, List.of(), List.of()));
    }

    private static Map<String, Set<String>> awaited(DutyMemory memory) {
        Map<String, Set<String>> awaited = new HashMap<>();
        for (Ticket ticket : memory.tickets().values()) {
            boolean looked = ticket.hold().flatMap(Ticket.Hold::until).isPresent();
            if (ticket.isAwaited() && !looked) {
                ticket.fault()
                        .channels()
                        .forEach(channel -> awaited.computeIfAbsent(channel, first -> new HashSet<>())
                                .add(ticket.fault().layer()));
            }
        }
        return awaited;
    }

    /** To be called about once a second. */
    public synchronized void pass() {
        apply(fold().pass());
    }

    /** False when nothing of that id is open. */
    public synchronized boolean acknowledge(String id, String by, String note) {
        if (open(id).isEmpty()) {
            return false;
        }
        apply(fold().acknowledge(id, by, note));
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
        apply(fold().silences(change));
    }

    private DutyFold fold() {
        return new DutyFold(rules, roster, memory, clock.instant());
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
        if (!memory.equals(before)) {
            awaited = awaited(memory);
        }
        if (!memory.equals(before) || !decision.said().isEmpty()) {
            listeners.forEach(listener -> hear(listener, before, decision));
        }
    }

    /** One that fails is our bug; the others still hear. */
    private static void hear(Listener listener, DutyMemory before, DutyFold.Decision decision) {
        try {
            listener.decided(before, decision);
        } catch (RuntimeException e) {
            LOG.error("{} failed on what was decided, this is a bug of the probe", listener.getClass(), e);
        }
    }

    /** What fires, whether anybody is told of it or not: worst first, then oldest. */
    public List<Notice> open() {
        return notices(ticket -> true, this::fresh);
    }

    public Optional<Notice> open(String id) {
        return open().stream().filter(notice -> notice.id().equals(id)).findFirst();
    }

    /** What somebody was told and not yet taken back. */
    public List<Notice> openAt(String notifier) {
        return notices(ticket -> ticket.told().contains(notifier), this::known);
    }

    private List<Notice> notices(Predicate<Ticket> wanted, BiFunction<Ticket, @Nullable Incident, Notice> notice) {
        Map<String, Incident> now = new HashMap<>();
        latest.get().forEach(incident -> now.put(incident.id(), incident));
        return memory.tickets().values().stream()
                .filter(ticket -> ticket.isOpen() && wanted.test(ticket))
                .map(ticket -> notice.apply(ticket, now.get(ticket.incident())))
                .sorted(WORST_THEN_OLDEST)
                .toList();
    }

    /** What is silenced stands as it was told: nobody hears that it became another. */
    private Notice known(Ticket ticket, @Nullable Incident incident) {
        return ticket.notice().silence().isPresent() ? ticket.asTold() : fresh(ticket, incident);
    }

    private Notice fresh(Ticket ticket, @Nullable Incident incident) {
        Notice now = incident == null ? ticket.notice() : ticket.notice().now(Faults.of(incident, roster));
        return ticket.held().map(now::held).orElse(now);
    }

    public boolean watches(String channel) {
        return roster.of(channel).isPresent();
    }

    /** What is over, newest first. */
    public synchronized List<Notice> over() {
        return List.copyOf(over);
    }

    public List<Silence> silences() {
        return memory.silences();
    }
}
