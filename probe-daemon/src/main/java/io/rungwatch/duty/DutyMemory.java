package io.rungwatch.duty;

import io.rungwatch.AllChecks;
import io.rungwatch.cause.RootCauses;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is open and who knows of it, by the key of the fault; and what nobody is to be told of for a while. */
public record DutyMemory(Map<String, Ticket> tickets, List<Silence> silences) {
    public static final DutyMemory EMPTY = new DutyMemory(Map.of(), List.of());

    /** What manifests show is found again in a few polls. */
    private static final Duration FOUND_AGAIN = Duration.ofMinutes(2);

    private static final Duration SAMPLED_AGAIN = Duration.ofMinutes(10);
    private static final Duration COUNTED_AGAIN = Duration.ofMinutes(30);

    /** The probe was stopped and starts again: what was open is not seen at present, and may well be there. */
    DutyMemory restarted(Instant at) {
        return anew(at, ticket -> true);
    }

    /** These are watched anew, as after a restart. */
    DutyMemory anew(Instant at, Predicate<Ticket> which) {
        Map<String, Ticket> held = new LinkedHashMap<>();
        tickets.forEach(
                (key, ticket) -> held.put(key, ticket.isOpen() && which.test(ticket) ? anew(ticket, at) : ticket));
        return new DutyMemory(held, silences);
    }

    /** Time has jumped by so much: spans go on from where they were. Dates that people have given (silences) stay dates. */
    DutyMemory moved(Duration by) {
        Map<String, Ticket> moved = new LinkedHashMap<>();
        tickets.forEach((key, ticket) -> moved.put(key, ticket.moved(by)));
        return new DutyMemory(moved, silences);
    }

    private static Ticket anew(Ticket ticket, Instant at) {
        Optional<Instant> seenLast = ticket.hold().flatMap(Ticket.Hold::seenLast);
        Ticket.Hold hold = new Ticket.Hold(Optional.empty(), seenLast, true);
        return ticket.held(ticket.fault().channels().isEmpty() ? hold.until(at.plus(FOUND_AGAIN)) : hold);
    }

    /** How long it may take until what is there is found again, from the first look on. */
    static Duration patience(String check) {
        return AllChecks.byId(check)
                .map(info -> switch (info.input()) {
                    case SAMPLE, MEDIA, DELIVERY -> SAMPLED_AGAIN;
                    case RATES, WAYS, STANDBY -> COUNTED_AGAIN;
                    default -> FOUND_AGAIN;
                })
                .orElse(FOUND_AGAIN);
    }

    /** The one that covers it, with the latest end. */
    Optional<Silence> silence(Fault fault, Instant at) {
        return silences.stream()
                .filter(silence -> silence.covers(fault, at))
                .max((a, b) -> a.until().compareTo(b.until()));
    }

    /**
     * A channel's own alert right after a restart, where a group told it before: the group is about to come together again, and nobody
     * needs to hear of the first few of it once more.
     */
    boolean isToldByGroupOfBefore(Fault fault) {
        if (fault.channels().size() != 1) {
            return false;
        }
        Ticket group = tickets.get(groupKey(RootCauses.fault(fault.check()), fault.layer()));
        return group != null && group.isAwaited() && group.fault().channels().containsAll(fault.channels());
    }

    static String groupKey(String fault, String layer) {
        return "group/" + fault + "/" + layer;
    }
}
