package io.rungwatch.duty;

import io.rungwatch.check.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A message as somebody reads it who was woken by it: what, where it starts, since when, how bad, who, what first. */
public final class NoticeText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ROOT);
    private static final String INDENT = "\n          ";
    private static final int NAMES = 10;

    private final ZoneId zone;
    private final Links links;

    public NoticeText(ZoneId zone, Links links) {
        this.zone = zone;
        this.links = links;
    }

    public String of(Message message) {
        Notice notice = message.notice();
        String id = " · alert " + notice.id();
        if (isSilenced(message)) {
            return silenced(notice) + id;
        }
        return switch (message.kind()) {
            case RAISED -> raised(notice) + id;
            case CHANGED ->
                "CHANGED   " + notice.fault().severity().word() + " · "
                        + line("", notice).strip() + also(notice.fault())
                        + notice.lapsed().map(NoticeText::lapsed).orElse("") + id;
            case ACKNOWLEDGED ->
                line("ACKED", notice)
                        + notice.acknowledged().map(NoticeText::by).orElse("")
                        + id;
            case ESCALATED ->
                line("ESCALATED", notice) + " · since " + clock(notice.fault().since())
                        + ", acknowledged by nobody · now told to " + String.join(", ", notice.escalatedTo()) + id;
            case MERGED -> line("MERGED", notice) + " · told by its group from now on" + id;
            case CLEARED ->
                line("CLEARED", notice, "") + left(notice.fault()) + " · lasted " + lasted(notice)
                        + notice.silence().map(by -> " · silenced").orElse("") + id;
        };
    }

    /** It is in the log only because everything is. */
    static boolean isSilenced(Message message) {
        return message.notice().silence().isPresent()
                && (message.kind() == Message.Kind.RAISED || message.kind() == Message.Kind.CHANGED);
    }

    private String silenced(Notice notice) {
        Silence by = notice.silence().orElseThrow();
        return line("SILENCED", notice) + " · " + notice.fault().severity().word() + " · told to nobody until "
                + clock(by.until()) + " · by " + by.by() + ": " + by.reason();
    }

    private static String line(String word, Notice notice) {
        Fault fault = notice.fault();
        return line(word, notice, fault.channels().size() > 1 ? " · " + first(fault.channels()) : "");
    }

    private static String line(String word, Notice notice, String more) {
        return String.format("%-9s ", word) + notice.fault().words().headline() + more;
    }

    /** A group that broke up leaves some behind. */
    private static String left(Fault fault) {
        return fault.facts().get("stillFiring") instanceof List<?> channels
                ? " · still firing, each told by itself again: "
                        + first(channels.stream().map(String::valueOf).toList())
                : "";
    }

    private String raised(Notice notice) {
        Fault fault = notice.fault();
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-9s ", fault.severity().name()))
                .append(fault.words().headline());
        text.append(INDENT).append("since ").append(clock(fault.since()));
        text.append(also(fault)).append(explains(fault));
        text.append(" · owner: ").append(fault.team()).append(" team");
        if (notice.flaps() > 0) {
            text.append(INDENT)
                    .append("comes and goes: raised ")
                    .append(notice.flaps() + 1)
                    .append(" times lately; stays until it has been well for a while");
        }
        if (fault.channels().size() > 1) {
            text.append(INDENT).append(first(fault.channels()));
        }
        fact(text, fault, "example", "");
        fact(text, fault, "last_segment", "last segment ");
        fact(text, fault, "begins", "");
        text.append(INDENT).append("first: ").append(fault.what().action());
        if (!fault.words().byHand().isEmpty()) {
            text.append(INDENT).append(fault.words().byHand());
        }
        text.append(INDENT)
                .append("runbook: ")
                .append(links.runbook(fault.what().runbook()));
        links.evidence(notice).ifPresent(where -> text.append(" · evidence: ").append(where));
        return text.toString();
    }

    private static void fact(StringBuilder text, Fault fault, String name, String before) {
        Object value = fault.facts().get(name);
        if (value != null) {
            text.append(INDENT).append(before).append(value);
        }
    }

    private static String by(Acknowledgement given) {
        return " · by " + given.by() + (given.note().isEmpty() ? "" : ": " + given.note());
    }

    private static String lapsed(Acknowledgement given) {
        return " · got worse than " + given.by() + " has in hand";
    }

    private static String lasted(Notice notice) {
        Instant end = notice.clearedAt().orElse(notice.fault().raisedAt());
        long seconds = Duration.between(notice.fault().since(), end).toSeconds();
        return Times.text(Duration.ofSeconds(seconds));
    }

    /** Ten names tell which channels; the API has them all. */
    private static String first(List<String> channels) {
        String names = String.join(", ", channels.subList(0, Math.min(NAMES, channels.size())));
        return channels.size() <= NAMES ? names : names + " and " + (channels.size() - NAMES) + " more";
    }

    private static String explains(Fault fault) {
        return fault.consequences().isEmpty() ? "" : " · explains " + String.join(", ", fault.consequences());
    }

    private static String also(Fault fault) {
        return fault.place().alsoAt().isEmpty()
                ? ""
                : " · also at " + String.join(", ", fault.place().alsoAt());
    }

    private String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }
}
