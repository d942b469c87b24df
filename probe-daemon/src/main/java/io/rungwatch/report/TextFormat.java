package io.rungwatch.report;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.ProbeFault;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** For people: what is wrong, where, what it means for the viewer, what to do first. The same fault of several renditions is told once. */
public final class TextFormat implements Format {
    private record Fault(String check, String channel, Severity severity, String message) {}

    private final boolean colours;

    public TextFormat(boolean colours) {
        this.colours = colours;
    }

    @Override
    public String write(Look look) {
        StringBuilder text = new StringBuilder();
        Map<Fault, List<Seen>> faults = new LinkedHashMap<>();
        for (Seen seen : look.findings()) {
            Finding finding = seen.finding();
            Fault fault =
                    new Fault(finding.check().id(), seen.where().channel(), finding.severity(), finding.message());
            faults.computeIfAbsent(fault, f -> new ArrayList<>()).add(seen);
        }
        faults.values().forEach(places -> fault(text, places));
        for (ProbeFault fault : look.faults()) {
            text.append("PROBE     a check failed, not the stream: ")
                    .append(fault.check())
                    .append(": ")
                    .append(fault.what())
                    .append('\n');
        }
        look.notJudged().stream()
                .limit(5)
                .forEach(why -> text.append("NOT JUDGED ").append(why).append('\n'));
        text.append(ChainTable.of(look.samples()));
        return text.append(summary(look)).append('\n').toString();
    }

    private void fault(StringBuilder text, List<Seen> places) {
        Seen seen = places.getFirst();
        CheckInfo check = seen.finding().check();
        String where = places.stream()
                .map(place -> place.where().rendition().name() + " at "
                        + place.where().layer().name())
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        text.append(coloured(
                        seen.finding().severity(),
                        String.format("%-9s", seen.finding().severity().name())))
                .append(' ')
                .append(check.id())
                .append(" · ")
                .append(seen.where().channel())
                .append(" · ")
                .append(where)
                .append(seen.times() > 1 ? " · seen " + seen.times() + " times" : "")
                .append('\n');
        line(text, "found", seen.finding().message());
        line(text, "viewer", check.impact());
        line(text, "first", check.action());
        line(text, "spec", check.spec());
        text.append('\n');
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format("          %-7s %s%n", label, value));
    }

    private String summary(Look look) {
        String span = look.from().isPresent() && look.to().isPresent()
                ? " in "
                        + Times.text(
                                Duration.between(look.from().get(), look.to().get()))
                : "";
        String seen =
                look.places() + (look.places() == 1 ? " manifest, " : " manifests, ") + look.polls() + " polls" + span;
        if (look.answered() == 0) {
            return coloured(Severity.CRITICAL, "NOT JUDGED") + ": no manifest answered (" + seen + ")";
        }
        if (look.worst().isEmpty()) {
            return colours ? "\u001b[32mOK\u001b[0m: " + seen + ", nothing found" : "OK: " + seen + ", nothing found";
        }
        StringBuilder counts = new StringBuilder();
        for (Severity severity : List.of(Severity.CRITICAL, Severity.MAJOR, Severity.MINOR, Severity.INFO)) {
            if (look.count(severity) > 0) {
                counts.append(counts.isEmpty() ? "" : ", ")
                        .append(look.count(severity))
                        .append(' ')
                        .append(severity.word());
            }
        }
        return "found " + counts + " (" + seen + ")";
    }

    private String coloured(Severity severity, String text) {
        if (!colours) {
            return text;
        }
        String code = switch (severity) {
            case CRITICAL -> "1;31";
            case MAJOR -> "31";
            case MINOR -> "33";
            case INFO -> "36";
        };
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
