package io.rungwatch.alert;

import io.rungwatch.check.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An alert as somebody reads it who was woken by it: what, where it starts, since when, how bad, who, what first. */
public final class AlertText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ROOT);
    private static final String INDENT = "\n          ";

    private static final int NAMES = 10;

    private final ZoneId zone;

    public AlertText(ZoneId zone) {
        this.zone = zone;
    }

    public String of(Notification notification) {
        Incident incident = notification.incident();
        return switch (notification.kind()) {
            case RAISED -> raised(incident);
            case CHANGED -> changed(incident);
            case MERGED -> "MERGED    " + headline(incident) + " · told by its group from now on" + id(incident);
            case CLEARED -> cleared(incident);
        };
    }

    /** One line: the headline of the log, the page and the trap. */
    public String headline(Incident incident) {
        return switch (incident) {
            case Group group -> group.message();
            case Alert alert ->
                name(alert) + " · " + alert.protocol() + " · " + subject(alert.renditions()) + " at " + alert.layer()
                        + ": " + alert.message();
        };
    }

    private String raised(Incident incident) {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-9s ", incident.severity().name())).append(headline(incident));
        text.append(INDENT).append("since ").append(clock(incident.since()));
        text.append(alsoAt(incident)).append(explains(incident));
        text.append(" · owner: ").append(incident.team()).append(" team");
        example(incident).ifPresent(alert -> text.append(details(incident, alert)));
        text.append(INDENT).append("runbook: ").append(incident.check().runbook());
        return text.append(id(incident)).toString();
    }

    private static String details(Incident incident, Alert example) {
        StringBuilder text = new StringBuilder();
        if (incident instanceof Group group) {
            text.append(INDENT).append(first(group.channels()));
            text.append(INDENT).append(example.channel()).append(": ").append(example.message());
        }
        Object last = example.finding().facts().get("last_segment");
        if (last != null) {
            text.append(INDENT).append("last segment ").append(last);
        }
        Object begins = example.finding().facts().get("begins");
        if (begins != null) {
            text.append(INDENT).append(begins);
        }
        text.append(INDENT).append("first: ").append(incident.check().action());
        return text.append(INDENT).append(byHand(example)).toString();
    }

    /** A manifest is read to its end; of a segment the headers tell more than its bytes. */
    private static String byHand(Alert example) {
        return switch (example.check().input()) {
            case SAMPLE, MEDIA, RATES, DELIVERY -> "curl -so /dev/null -D - " + quoted(example);
            default -> "curl -s " + quoted(example) + " | tail";
        };
    }

    private String changed(Incident incident) {
        String channels = incident instanceof Group group ? " · " + first(group.channels()) : "";
        return "CHANGED   " + incident.severity().word() + " · " + headline(incident) + channels + alsoAt(incident)
                + id(incident);
    }

    private String cleared(Incident incident) {
        Instant end = incident.clearedAt().orElse(incident.raisedAt());
        long seconds = Duration.between(incident.since(), end).toSeconds();
        String left = incident instanceof Group group && !group.members().isEmpty()
                ? " · still firing, each told by itself again: " + first(Group.names(group.members(), Alert::channel))
                : "";
        return "CLEARED   " + headline(incident) + left + " · lasted " + Times.text(Duration.ofSeconds(seconds))
                + id(incident);
    }

    private static Optional<Alert> example(Incident incident) {
        return switch (incident) {
            case Group group -> group.example();
            case Alert alert -> Optional.of(alert);
        };
    }

    private static String name(Alert alert) {
        return alert.name().equals(alert.channel()) ? alert.channel() : alert.channel() + " " + alert.name();
    }

    private static String id(Incident incident) {
        return " · alert " + incident.id();
    }

    /** Ten names tell which channels; the API has them all. */
    private static String first(List<String> channels) {
        String names = String.join(", ", channels.subList(0, Math.min(NAMES, channels.size())));
        return channels.size() <= NAMES ? names : names + " and " + (channels.size() - NAMES) + " more";
    }

    private static String explains(Incident incident) {
        return incident.consequences().isEmpty() ? "" : " · explains " + String.join(", ", incident.consequences());
    }

    private static String subject(List<String> renditions) {
        if (renditions.equals(List.of("manifest"))) {
            return "manifest";
        }
        return (renditions.size() == 1 ? "rendition " : "renditions ") + String.join(", ", renditions);
    }

    private static String alsoAt(Incident incident) {
        return incident.alsoAt().isEmpty() ? "" : " · also at " + String.join(", ", incident.alsoAt());
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
