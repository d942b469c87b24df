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

    private final ZoneId zone;

    public AlertText(ZoneId zone) {
        this.zone = zone;
    }

    /** One line: the headline of the log, the page and the trap. */
    public String headline(Alert alert) {
        String renditions = alert.renditions().equals(List.of("manifest"))
                ? ""
                : (alert.renditions().size() > 1 ? " · renditions " : " · rendition ") + alert.rendition();
        return alert.channel() + " · " + alert.protocol() + renditions + " · at " + alert.layer() + ": "
                + alert.finding().message();
    }

    public String raised(Alert alert) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-9s ", alert.severity().name())).append(headline(alert));
        text.append("\n          since ").append(clock(alert.since()));
        if (!alert.alsoAt().isEmpty()) {
            text.append(" · also at ").append(String.join(", ", alert.alsoAt()));
        }
        if (!alert.consequences().isEmpty()) {
            text.append(" · explains ").append(String.join(", ", alert.consequences()));
        }
        text.append(" · owner: ").append(alert.team()).append(" team");
        text.append("\n          first: ").append(alert.finding().check().action());
        text.append("\n          check: rungwatch checks ")
                .append(alert.finding().check().id());
        text.append(" · alert ").append(alert.id());
        return text.toString();
    }

    public String changed(Alert alert) {
        return "CHANGED   " + alert.severity().word() + " · " + headline(alert)
                + (alert.alsoAt().isEmpty() ? "" : " · also at " + String.join(", ", alert.alsoAt())) + " · alert "
                + alert.id();
    }

    public String cleared(Alert alert) {
        Instant end = alert.clearedAt().orElse(alert.raisedAt());
        return "CLEARED   " + headline(alert) + " · lasted "
                + Times.text(
                        Duration.ofSeconds(Duration.between(alert.since(), end).toSeconds())) + " · alert "
                + alert.id();
    }

    private String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }
}
