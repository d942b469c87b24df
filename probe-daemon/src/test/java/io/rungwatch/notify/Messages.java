package io.rungwatch.notify;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Acknowledgement;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a courier would hand over. */
public final class Messages {
    /** As without `http.publicUrl`. */
    public static final Links LINKS =
            new Links(Optional.empty(), Optional.of(Path.of("/var/lib/rungwatch/state/evidence")));

    public static final Instant SINCE = Instant.parse("2026-12-01T02:14:06Z");
    private static final Instant RAISED = SINCE.plusSeconds(14);

    private Messages() {}

    /** A frozen rung, with a headline that is up to something. */
    public static Fault frozen(Severity severity, String layer, Instant since) {
        return new Fault(
                "CH_001/playlist_stale/hls",
                new Fault.What(
                        "playlist_stale",
                        severity,
                        "packager",
                        "check the HD output of the packager",
                        "docs/runbooks/playlist_stale.md"),
                new Fault.Place(
                        List.of("CH_001"),
                        "News HD",
                        "hls",
                        "top",
                        layer,
                        List.of("1080p_5M"),
                        List.of("origin", "midcache-hn", "edge-hn")),
                new Fault.Words(
                        "no new segment for 14 s, 2.3 × its target duration",
                        "CH_001 News HD · HLS · rendition 1080p_5M at " + layer
                                + ": no new segment for 14 s, 2.3 × its target duration",
                        "http://packager-vip/live/CH_001/CH_001_HD_5M.m3u8",
                        "curl -s http://packager-vip/live/CH_001/CH_001_HD_5M.m3u8 | tail"),
                new TreeMap<>(Map.of("age", 14.0, "last_segment", 13970664L)),
                List.of("rendition_behind"),
                List.of(),
                since,
                since.plusSeconds(14));
    }

    public static Notice firing(Fault fault) {
        return new Notice(
                "a81f00c2",
                fault,
                0,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static Message raised() {
        return new Message(Message.Kind.RAISED, RAISED, firing(frozen(Severity.CRITICAL, "packager", SINCE)));
    }

    static Message acknowledged() {
        Acknowledgement by = new Acknowledgement("linh", RAISED.plusSeconds(60), "encoder restarts", Severity.CRITICAL);
        Notice notice = new Notice(
                "a81f00c2",
                frozen(Severity.CRITICAL, "packager", SINCE),
                0,
                Optional.of(by),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new Message(Message.Kind.ACKNOWLEDGED, RAISED.plusSeconds(60), notice);
    }

    static Message cleared() {
        return ended(raised(), Message.Kind.CLEARED, RAISED.plusSeconds(120));
    }

    public static Message ended(Message message, Message.Kind kind, Instant at) {
        Notice before = message.notice();
        return new Message(
                kind,
                at,
                new Notice(
                        before.id(),
                        before.fault(),
                        before.flaps(),
                        before.acknowledged(),
                        Optional.empty(),
                        before.escalatedTo(),
                        Optional.empty(),
                        Optional.of(at)));
    }

    /** Twelve channels at once, told by what a hostile manifest could have put there. */
    public static Message group() {
        List<String> channels = java.util.stream.IntStream.rangeClosed(1, 12)
                .mapToObj("CH_%03d"::formatted)
                .toList();
        Fault fault = new Fault(
                "origin/manifest_unavailable",
                new Fault.What(
                        "manifest_unavailable",
                        Severity.MAJOR,
                        "cdn",
                        "look at the origin",
                        "docs/runbooks/manifest_unavailable.md"),
                new Fault.Place(channels, "", "", "top", "origin", List.of(), List.of()),
                new Fault.Words(
                        "<!channel> [free](http://evil.example) & *more*",
                        "manifest_unavailable at origin: 12 of 50 channels",
                        "",
                        ""),
                Map.of(),
                List.of(),
                List.of("b1", "b2"),
                SINCE,
                RAISED);
        Notice notice = new Notice(
                "00ff00ff",
                fault,
                1,
                Optional.empty(),
                Optional.empty(),
                List.of("noc-snmp"),
                Optional.empty(),
                Optional.empty());
        return new Message(Message.Kind.ESCALATED, RAISED.plusSeconds(300), notice);
    }
}
