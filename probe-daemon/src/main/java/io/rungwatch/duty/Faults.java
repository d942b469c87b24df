package io.rungwatch.duty;

import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Group;
import io.rungwatch.alert.Incident;
import io.rungwatch.cause.RootCauses;
import io.rungwatch.evidence.Mask;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Tier;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the folds raise, in the plain values that are told. */
final class Faults {
    private Faults() {}

    static Fault of(Incident incident, Roster roster) {
        return switch (incident) {
            case Alert alert -> of(alert, roster);
            case Group group -> of(group, roster);
        };
    }

    private static Fault of(Alert alert, Roster roster) {
        return new Fault(
                alert.channel() + "/" + alert.check().id() + "/"
                        + alert.protocol().word(),
                new Fault.What(
                        alert.check().id(),
                        alert.severity(),
                        alert.team(),
                        alert.check().action(),
                        alert.check().runbook()),
                new Fault.Place(
                        alert.channels(),
                        alert.name(),
                        alert.protocol().word(),
                        tier(alert.channels(), roster),
                        alert.layer(),
                        alert.renditions(),
                        alert.alsoAt()),
                new Fault.Words(Mask.of(alert.message()), headline(alert), address(alert), byHand(alert)),
                masked(alert.finding().facts()),
                alert.consequences(),
                List.of(),
                alert.since(),
                alert.raisedAt());
    }

    private static Fault of(Group group, Roster roster) {
        Optional<Alert> example = group.example();
        return new Fault(
                DutyMemory.groupKey(RootCauses.fault(group.check().id()), group.layer()),
                new Fault.What(
                        group.check().id(),
                        group.severity(),
                        group.team(),
                        group.check().action(),
                        group.check().runbook()),
                new Fault.Place(
                        group.channels(),
                        "",
                        example.map(alert -> alert.protocol().word()).orElse(""),
                        tier(group.channels(), roster),
                        group.layer(),
                        example.map(Alert::renditions).orElse(List.of()),
                        group.alsoAt()),
                new Fault.Words(
                        sentence(group),
                        sentence(group),
                        example.map(Faults::address).orElse(""),
                        example.map(Faults::byHand).orElse("")),
                facts(group, example),
                group.consequences(),
                group.members().stream().map(Alert::id).toList(),
                group.since(),
                group.raisedAt());
    }

    /** What all of them show is said; where they differ, each says it by itself. */
    private static String sentence(Group group) {
        List<String> symptoms =
                group.members().stream().map(Alert::message).distinct().toList();
        return group.check().summary() + " at " + group.layer() + ": "
                + group.channels().size() + " of " + group.watched() + " channels"
                + (symptoms.size() == 1 ? ", all: " + Mask.of(symptoms.getFirst()) : "");
    }

    private static Map<String, Object> facts(Group group, Optional<Alert> example) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("watched", group.watched());
        facts.put("recovered", group.recovered());
        example.ifPresent(alert -> {
            facts.putAll(masked(alert.finding().facts()));
            facts.put("example", alert.channel() + ": " + Mask.of(alert.message()));
        });
        if (group.clearedAt().isPresent() && !group.members().isEmpty()) {
            facts.put(
                    "stillFiring",
                    group.members().stream().map(Alert::channel).distinct().toList());
        }
        return facts;
    }

    /** Of the most watched. */
    private static String tier(List<String> channels, Roster roster) {
        return channels.stream()
                .flatMap(channel -> roster.of(channel).stream())
                .map(ChannelProfile::tier)
                .min(Comparator.naturalOrder())
                .map(Tier::word)
                .orElse("");
    }

    private static String headline(Alert alert) {
        return name(alert) + " · " + alert.protocol() + " · " + subject(alert.renditions()) + " at " + alert.layer()
                + ": " + Mask.of(alert.message());
    }

    private static String name(Alert alert) {
        return alert.name().equals(alert.channel()) ? alert.channel() : alert.channel() + " " + alert.name();
    }

    private static String subject(List<String> renditions) {
        if (renditions.equals(List.of("manifest"))) {
            return "manifest";
        }
        return (renditions.size() == 1 ? "rendition " : "renditions ") + String.join(", ", renditions);
    }

    /** A manifest is read to its end; of a segment the headers tell more than its bytes. */
    private static String byHand(Alert alert) {
        return switch (alert.check().input()) {
            case SAMPLE, MEDIA, RATES, WAYS, STANDBY, DELIVERY -> "curl -so /dev/null -D - " + quoted(address(alert));
            default -> "curl -s " + quoted(address(alert)) + " | tail";
        };
    }

    /** Tokens do not belong into logs and chat rooms. */
    private static String address(Alert alert) {
        return Mask.of(alert.url().toString());
    }

    /** Somebody will paste it into a shell, and part of it was written by whoever made the playlist. */
    private static String quoted(String address) {
        boolean plain =
                address.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 128 || ":/._-~%=,@".indexOf(c) >= 0);
        return plain ? address : "'" + address.replace("'", "'\\''") + "'";
    }

    private static Map<String, Object> masked(Map<String, Object> facts) {
        Map<String, Object> masked = new LinkedHashMap<>();
        facts.forEach((name, value) -> masked.put(name, value instanceof String text ? Mask.of(text) : value));
        return masked;
    }
}
