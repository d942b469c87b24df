package io.rungwatch.cli;

import io.rungwatch.cache.Flag;
import io.rungwatch.cache.Hop;
import io.rungwatch.cache.ProxyFault;
import io.rungwatch.cache.Ruling;
import io.rungwatch.json.Json;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ruling, for people and for programs. */
record Explanation(int status, Ruling ruling, List<String> notes) {
    private static final List<String> SURE = List.of("a guess", "likely", "sure", "sure, it is said outright");

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(ruling.verdict().name())
                .append("  ")
                .append(ruling.verdict().text());
        ruling.hop()
                .filter(hop -> !hop.name().isEmpty() || !hop.place().isEmpty())
                .ifPresent(hop -> text.append(", at ").append(hop.label()));
        text.append('\n');
        row(text, "status", status == 0 ? "" : Integer.toString(status));
        row(text, "how sure", ruling.confidence() + " of 3, " + SURE.get(ruling.confidence()));
        row(text, "age", seconds(ruling.age()));
        row(text, "ttl", seconds(ruling.ttl()));
        row(text, "besides", flags());
        block(text, "why", ruling.reasons());
        block(text, "hops of this request, nearest first", hops(ruling.hops()));
        block(text, "recorded when the copy was stored, not this request", hops(ruling.recorded()));
        block(text, "the headers also say", notes);
        return text.toString();
    }

    private static void row(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append("  %-9s %s%n".formatted(label, value));
        }
    }

    private static void block(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private static List<String> hops(List<Hop> hops) {
        return hops.stream()
                .map(hop -> "%-12s %-24s %s"
                        .formatted(hop.verdict().name(), hop.label(), hop.said())
                        .strip())
                .toList();
    }

    private static String seconds(OptionalLong seconds) {
        return seconds.isPresent() ? seconds.getAsLong() + " s" : "";
    }

    private String flags() {
        return ruling.flags().stream().sorted().map(Flag::word).collect(Collectors.joining(", "));
    }

    String json() {
        return Json.pretty(Json.object(
                        "verdict", ruling.verdict().word(),
                        "confidence", ruling.confidence(),
                        "status", status == 0 ? null : status,
                        "hop", ruling.hop().map(Hop::place).filter(place -> !place.isEmpty()),
                        "hopName", ruling.hop().map(Hop::name).filter(name -> !name.isEmpty()),
                        "ttl", number(ruling.ttl()),
                        "age", number(ruling.age()),
                        "flags",
                                ruling.flags().stream().sorted().map(Flag::word).toList(),
                        "why", ruling.reasons(),
                        "hops", ruling.hops().stream().map(Explanation::view).toList(),
                        "recorded",
                                ruling.recorded().stream()
                                        .map(Explanation::view)
                                        .toList(),
                        "faults",
                                ruling.faults().stream().map(Explanation::view).toList(),
                        "notes", notes))
                + "\n";
    }

    private static Map<String, @Nullable Object> view(Hop hop) {
        return Json.object(
                "place",
                hop.place(),
                "name",
                hop.name(),
                "verdict",
                hop.verdict().word(),
                "said",
                hop.said());
    }

    private static Map<String, @Nullable Object> view(ProxyFault fault) {
        return Json.object(
                "hop", fault.hop(),
                "error", fault.error(),
                "finding", fault.kind().map(kind -> kind.finding()),
                "owner", fault.kind().map(kind -> kind.blame().text()));
    }

    private static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
