package io.rungwatch.duty;

import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Group;
import io.rungwatch.alert.Incident;
import io.rungwatch.cause.RootCauses;
import io.rungwatch.profile.Tier;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the folds raise, in the plain values that are told. */
final class Faults {
    /** How much a channel is watched; empty for one that nobody watches any more. */
    interface Tiers extends Function<String, Optional<Tier>> {}

    private Faults() {}

    static Fault of(Incident incident, Tiers tiers) {
        return switch (incident) {
            case Alert alert -> of(alert, tiers);
            case Group group -> of(group, tiers);
        };
    }

    private static Fault of(Alert alert, Tiers tiers) {
        return new Fault(
                alert.channel() + "/" + alert.check().id() + "/"
                        + alert.protocol().word(),
                alert.check().id(),
                alert.severity(),
                alert.team(),
                alert.channels(),
                alert.name(),
                alert.protocol().word(),
                tier(alert.channels(), tiers),
                alert.layer(),
                alert.renditions(),
                alert.message(),
                headline(alert),
                address(alert),
                byHand(alert),
                alert.finding().facts(),
                alert.alsoAt(),
                alert.consequences(),
                List.of(),
                alert.check().action(),
                alert.check().runbook(),
                alert.since(),
                alert.raisedAt());
    }

    private static Fault of(Group group, Tiers tiers) {
        Optional<Alert> example = group.example();
        return new Fault(
                DutyMemory.groupKey(RootCauses.fault(group.check().id()), group.layer()),
                group.check().id(),
                group.severity(),
                group.team(),
                group.channels(),
                "",
                example.map(alert -> alert.protocol().word()).orElse(""),
                tier(group.channels(), tiers),
                group.layer(),
                example.map(Alert::renditions).orElse(List.of()),
                group.message(),
                group.message(),
                example.map(Faults::address).orElse(""),
                example.map(Faults::byHand).orElse(""),
                facts(group, example),
                group.alsoAt(),
                group.consequences(),
                group.members().stream().map(Alert::id).toList(),
                group.check().action(),
                group.check().runbook(),
                group.since(),
                group.raisedAt());
    }

    private static Map<String, Object> facts(Group group, Optional<Alert> example) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("watched", group.watched());
        facts.put("recovered", group.recovered());
        example.ifPresent(alert -> {
            facts.putAll(alert.finding().facts());
            facts.put("example", alert.channel() + ": " + alert.message());
        });
        if (group.clearedAt().isPresent() && !group.members().isEmpty()) {
            facts.put(
                    "stillFiring",
                    group.members().stream().map(Alert::channel).distinct().toList());
        }
        return facts;
    }

    private static String tier(List<String> channels, Tiers tiers) {
        return channels.stream()
                .flatMap(channel -> tiers.apply(channel).stream())
                .min(Comparator.naturalOrder())
                .map(Tier::word)
                .orElse("");
    }

    private static String headline(Alert alert) {
        return name(alert) + " · " + alert.protocol() + " · " + subject(alert.renditions()) + " at " + alert.layer()
                + ": " + alert.message();
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
            case SAMPLE, MEDIA, RATES, DELIVERY -> "curl -so /dev/null -D - " + quoted(alert);
            default -> "curl -s " + quoted(alert) + " | tail";
        };
    }

    /** Without the query: tokens do not belong into logs. */
    private static String address(Alert alert) {
        String url = alert.url().toString();
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query) + "?…";
    }

    private static String quoted(Alert alert) {
        String address = address(alert);
        return address.endsWith("?…") ? "'" + address + "'" : address;
    }
}
