package io.rungwatch.snmp;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Acknowledgement;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Match;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import io.rungwatch.duty.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Notices as a daemon would have them. */
public final class Sample {
    public static final Instant RAISED = Instant.parse("2026-11-29T02:14:20.300Z");
    public static final Instant CLEARED = Instant.parse("2026-11-29T02:20:00Z");

    private Sample() {}

    public static Notice notice(String id) {
        return notice(id, Severity.CRITICAL, "CH_001 News HD · HLS · rung HD at packager: frozen for 14 s");
    }

    public static Notice notice(String id, Severity severity, String headline) {
        return new Notice(
                id,
                fault(severity, "playlist_stale", headline),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static Notice acknowledged(Notice notice) {
        Acknowledgement by =
                new Acknowledgement("anh", RAISED, "on it", notice.fault().severity());
        return new Notice(
                notice.id(),
                notice.fault(),
                0,
                Optional.of(by),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Notice silenced(Notice notice) {
        Silence silence = new Silence("s1", Match.ALL, RAISED, CLEARED, "encoder swap", "tran");
        return new Notice(
                notice.id(),
                notice.fault(),
                0,
                notice.acknowledged(),
                Optional.empty(),
                List.of(),
                Optional.of(silence),
                Optional.empty());
    }

    public static Notice cleared(Notice notice) {
        return new Notice(
                notice.id(),
                notice.fault(),
                0,
                notice.acknowledged(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(CLEARED));
    }

    public static Message raised(String id) {
        return new Message(Message.Kind.RAISED, RAISED, notice(id));
    }

    public static Message cleared(String id) {
        return new Message(Message.Kind.CLEARED, CLEARED, cleared(notice(id)));
    }

    /** With nothing shorter than it may be. */
    static Notice longest() {
        String text = "ố".repeat(600);
        Fault fault = fault(Severity.CRITICAL, text, text);
        Fault all = new Fault(
                fault.key(),
                new Fault.What(text, fault.severity(), text, text, text),
                new Fault.Place(List.of(text), text, text, text, text, List.of(text), List.of(text)),
                new Fault.Words(text, text, text, text),
                fault.facts(),
                List.of(text),
                List.of(text),
                fault.since(),
                fault.raisedAt());
        Acknowledgement by = new Acknowledgement(text, RAISED, text, Severity.CRITICAL);
        return new Notice(
                "ffffffff",
                all,
                0,
                Optional.of(by),
                Optional.empty(),
                List.of(text),
                Optional.empty(),
                Optional.empty());
    }

    private static Fault fault(Severity severity, String check, String headline) {
        return new Fault(
                "CH_001/playlist_stale",
                new Fault.What(
                        check,
                        severity,
                        "packager",
                        "check the HD output of the packager",
                        "docs/runbooks/playlist_stale.md"),
                new Fault.Place(
                        List.of("CH_001"),
                        "News HD",
                        "hls",
                        "top",
                        "packager",
                        List.of("HD"),
                        List.of("origin", "edge-hn")),
                new Fault.Words(
                        "frozen for 14 s",
                        headline,
                        "http://packager-vip/live/CH_001/HD.m3u8",
                        "curl -s http://packager-vip/live/CH_001/HD.m3u8 | tail"),
                Map.of(),
                List.of(),
                List.of(),
                Instant.parse("2026-11-29T02:14:06Z"),
                RAISED);
    }
}
