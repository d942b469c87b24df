package io.rungwatch.cli;

import io.rungwatch.AllChecks;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.config.Nearest;
import io.rungwatch.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The catalogue, or one check explained. */
@Command(
        name = "checks",
        description = "The catalogue of checks, or one of them explained.",
        mixinStandardHelpOptions = true)
public final class ChecksCommand implements Callable<Integer> {
    enum Kind {
        TEXT,
        JSON
    }

    @Parameters(arity = "0..1", paramLabel = "ID", description = "a check's id, as in an alert")
    private @Nullable String id;

    @Option(names = "--format", defaultValue = "text", paramLabel = "FORMAT", description = "text or json")
    private Kind kind = Kind.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = java.util.Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        if (id == null) {
            list(out);
            return 0;
        }
        Optional<CheckInfo> found = AllChecks.byId(id);
        if (found.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "no check is called " + id + nearest(id) + "; `rungwatch checks` lists them");
        }
        out.print(kind == Kind.JSON ? Json.pretty(view(found.get())) + "\n" : explained(found.get()));
        out.flush();
        return 0;
    }

    private void list(PrintWriter out) {
        if (kind == Kind.JSON) {
            out.println(Json.pretty(
                    AllChecks.LIST.stream().map(check -> view(check.info())).toList()));
        } else {
            for (Check check : AllChecks.LIST) {
                out.printf(
                        "%-34s %-9s %s%n",
                        check.info().id(),
                        check.info().severity().word(),
                        check.info().summary());
            }
        }
        out.flush();
    }

    private static String explained(CheckInfo check) {
        StringBuilder text = new StringBuilder();
        text.append(check.id()).append(": ").append(check.summary()).append("\n\n");
        row(text, "severity", check.severity().word());
        row(text, "owner", check.owner().word());
        row(text, "set", check.set().word() + (check.set().usual() ? "" : " (off until switched on)"));
        row(text, "looks at", check.input().text());
        row(text, "raised", check.confirm().text());
        row(text, "cleared", check.event() ? "a quarter of an hour after it was seen last" : "after three clean polls");
        if (!check.threshold().meaning().isEmpty()) {
            row(text, "threshold", Thresholds.explained(check.threshold()));
        }
        row(text, "viewer", check.impact());
        row(text, "first", check.action());
        row(text, "spec", check.spec());
        row(text, "in YAML", "checks: { " + check.id() + (check.set().usual() ? ": off }" : ": on }"));
        return text.toString();
    }

    private static void row(StringBuilder text, String label, String value) {
        text.append(String.format("  %-10s %s%n", label, value));
    }

    private static Map<String, @Nullable Object> view(CheckInfo check) {
        return Json.object(
                "id",
                check.id(),
                "input",
                check.input().name().toLowerCase(java.util.Locale.ROOT),
                "set",
                check.set().word(),
                "severity",
                check.severity().word(),
                "owner",
                check.owner().word(),
                "confirm",
                check.confirm().text(),
                "event",
                check.event(),
                "threshold",
                check.threshold().meaning().isEmpty() ? null : Thresholds.text(check.threshold()),
                "summary",
                check.summary(),
                "impact",
                check.impact(),
                "spec",
                check.spec(),
                "action",
                check.action());
    }

    private static String nearest(String said) {
        String wrong = said.toLowerCase(Locale.ROOT);
        List<String> all =
                AllChecks.LIST.stream().map(check -> check.info().id()).toList();
        return Nearest.to(wrong, all)
                .or(() -> akin(wrong, all))
                .map(known -> " (did you mean " + known + "?)")
                .orElse("");
    }

    /** What has a word in common. */
    private static Optional<String> akin(String wrong, List<String> all) {
        return all.stream()
                .filter(known -> known.contains(wrong) || wrong.contains(known) || shared(known, wrong) >= 2)
                .findFirst();
    }

    /** Words in common. */
    private static long shared(String a, String b) {
        return java.util.Arrays.stream(a.split("_", -1))
                .filter(java.util.List.of(b.split("_", -1))::contains)
                .count();
    }
}
