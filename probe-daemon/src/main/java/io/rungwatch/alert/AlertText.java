package io.rungwatch.alert;

import io.rungwatch.check.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** An alert as somebody reads it who was woken by it: what, where it starts, since when, how bad, who, what first. */
public final class AlertText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ROOT);
    private static final String INDENT = "\n          ";

    private final ZoneId zone;

    public AlertText(ZoneId zone) {
        this.zone = zone;
    }

    /** One line: the headline of the log, the page and the trap. */
    public String headline(Alert alert) {
        String name = alert.name().equals(alert.channel()) ? "" : " " + alert.name();
        return alert.channel() + name + " · " + alert.protocol() + " · " + subject(alert.renditions()) + " at "
                + alert.layer() + ": " + alert.finding().message();
    }

    public String raised(Alert alert) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-9s ", alert.severity().name())).append(headline(alert));
        text.append(INDENT).append("since ").append(clock(alert.since())).append(alsoAt(alert));
        if (!alert.consequences().isEmpty()) {
            text.append(" · explains ").append(String.join(", ", alert.consequences()));
        }
        text.append(" · owner: ").append(alert.team()).append(" team");
        Object last = alert.finding().facts().get("last_segment");
        if (last != null) {
            text.append(INDENT).append("last segment ").append(last);
        }
        text.append(INDENT).append("first: ").append(alert.finding().check().action());
        text.append(INDENT).append("curl -s ").append(quoted(alert)).append(" | tail");
        text.append(INDENT).append("runbook: ").append(alert.finding().check().runbook());
        return text.append(" · alert ").append(alert.id()).toString();
    }

    public String changed(Alert alert) {
        return "CHANGED   " + alert.severity().word() + " · " + headline(alert) + alsoAt(alert) + " · alert "
                + alert.id();
    }

    public String cleared(Alert alert) {
        Instant end = alert.clearedAt().orElse(alert.raisedAt());
        long seconds = Duration.between(alert.since(), end).toSeconds();
        return "CLEARED   " + headline(alert) + " · lasted " + Times.text(Duration.ofSeconds(seconds)) + " · alert "
                + alert.id();
    }

    private static String subject(List<String> renditions) {
        if (renditions.equals(List.of("manifest"))) {
            return "manifest";
        }
        return (renditions.size() == 1 ? "rendition " : "renditions ") + String.join(", ", renditions);
    }

    private static String alsoAt(Alert alert) {
        return alert.alsoAt().isEmpty() ? "" : " · also at " + String.join(", ", alert.alsoAt());
    }

    /** Without the query: tokens do not belong into logs. */
    private static String quoted(Alert alert) {
        String url = alert.url().toString();
        int query = url.indexOf('?');
        return query < 0 ? url : "'" + url.substring(0, query) + "?…'";
    }

    private String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }
}
