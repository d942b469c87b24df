package io.rungwatch.duty;

import io.rungwatch.AllChecks;
import io.rungwatch.cause.RootCauses;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is open and who knows of it, by the key of the fault; and what nobody is to be told of for a while. */
public record DutyMemory(Map<String, Ticket> tickets, List<Silence> silences) {
    public static final DutyMemory EMPTY = new DutyMemory(Map.of(), List.of());

    /** How long after a restart a fault may take to be found again: until then nobody is told that it is over. */
    private static final Duration FOUND_AGAIN = Duration.ofMinutes(2);

    private static final Duration SAMPLED_AGAIN = Duration.ofMinutes(10);
    private static final Duration COUNTED_AGAIN = Duration.ofMinutes(30);

    /** The probe was stopped and starts again: what was open is not seen at present, and may well be there. */
    DutyMemory restarted(Instant at) {
        Map<String, Ticket> held = new LinkedHashMap<>();
        tickets.forEach((key, ticket) -> held.put(key, ticket.isOpen() ? restarted(ticket, at) : ticket));
        return new DutyMemory(held, silences);
    }

    private static Ticket restarted(Ticket ticket, Instant at) {
        Instant until = at.plus(patience(ticket.fault().check()));
        Optional<Instant> seenLast = ticket.hold().flatMap(Ticket.Hold::seenLast);
        Instant calm = ticket.hold().map(Ticket.Hold::until).orElse(until);
        return ticket.held(new Ticket.Hold(calm.isAfter(until) ? calm : until, seenLast, true));
    }

    private static Duration patience(String check) {
        return AllChecks.byId(check)
                .map(info -> switch (info.input()) {
                    case SAMPLE, MEDIA, DELIVERY -> SAMPLED_AGAIN;
                    case RATES -> COUNTED_AGAIN;
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
        return group != null
                && group.isOpen()
                && group.hold().map(Ticket.Hold::restart).orElse(false)
                && group.fault().channels().containsAll(fault.channels());
    }

    static String groupKey(String fault, String layer) {
        return "group/" + fault + "/" + layer;
    }
}
