package io.rungwatch.store;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Acknowledgement;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Message.Kind;
import io.rungwatch.duty.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the alert log is told. */
final class Messages {
    static final Instant ACKNOWLEDGED_AT = Instant.parse("2026-03-01T00:03:00Z");
    static final Instant CLEARED_AT = Instant.parse("2026-03-01T00:04:00Z");
    static final Instant MERGED_AT = Instant.parse("2026-03-01T00:05:00Z");

    private static final Acknowledgement BY_LAN = new Acknowledgement("Lan", ACKNOWLEDGED_AT, "", Severity.CRITICAL);

    private Messages() {}

    static Message raised(String id, Instant at) {
        return of(id, at, List.of("CH_001"));
    }

    static Message of(String id, Instant at, List<String> channels) {
        return raised(id, at, fault(at, channels, channels.getFirst() + " is frozen"));
    }

    static Message saying(String id, Instant at, String headline) {
        return raised(id, at, fault(at, List.of("CH_001"), headline));
    }

    private static Message raised(String id, Instant at, Fault fault) {
        return message(
                Kind.RAISED,
                at,
                new Notice(
                        id,
                        fault,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static Message acknowledged(String id, Instant raised) {
        return message(Kind.ACKNOWLEDGED, ACKNOWLEDGED_AT, notice(id, raised, List.of(), Optional.empty()));
    }

    static Message escalated(String id, Instant raised) {
        return message(
                Kind.ESCALATED, ACKNOWLEDGED_AT, notice(id, raised, List.of("noc-snmp", "sms"), Optional.empty()));
    }

    static Message cleared(String id, Instant raised) {
        return message(
                Kind.CLEARED, CLEARED_AT, notice(id, raised, List.of("noc-snmp", "sms"), Optional.of(CLEARED_AT)));
    }

    static Message merged(String id, Instant raised) {
        Fault fault = fault(raised, List.of("CH_001"), "CH_001 is frozen");
        return message(
                Kind.MERGED,
                MERGED_AT,
                new Notice(
                        id,
                        fault,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Notice notice(String id, Instant raised, List<String> escalated, Optional<Instant> cleared) {
        Fault fault = fault(raised, List.of("CH_001"), "CH_001 is frozen");
        return new Notice(id, fault, 0, Optional.of(BY_LAN), Optional.empty(), escalated, Optional.empty(), cleared);
    }

    private static Message message(Kind kind, Instant at, Notice notice) {
        return new Message(kind, at, notice);
    }

    private static Fault fault(Instant at, List<String> channels, String headline) {
        return new Fault(
                "key",
                new Fault.What(
                        "playlist_stale", Severity.CRITICAL, "packager", "look", "docs/runbooks/playlist_stale.md"),
                new Fault.Place(channels, "News HD", "hls", "top", "packager", List.of("HD"), List.of()),
                new Fault.Words("is frozen", headline, "", ""),
                Map.of(),
                List.of(),
                List.of(),
                at,
                at);
    }
}
