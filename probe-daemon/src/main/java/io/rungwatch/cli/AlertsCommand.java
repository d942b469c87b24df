package io.rungwatch.cli;

import io.rungwatch.check.Times;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the running probe tells. */
@Command(name = "alerts", description = "List the alerts of the running probe.", mixinStandardHelpOptions = true)
public final class AlertsCommand implements Callable<Integer> {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Mixin
    private RunningProbe probe = new RunningProbe();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "firing",
            description = "firing, cleared or all (default: firing)")
    private String state = "firing";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        JsonNode answer = probe.get("/api/v1/alerts?state=" + state);
        JsonNode alerts = answer.path("alerts");
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Instant now = Instant.now();
        for (JsonNode alert : alerts) {
            line(out, alert, now);
        }
        if (alerts.isEmpty()) {
            out.println(state.equals("firing") ? "Nothing is wrong." : "Nothing to show.");
        }
        if (answer.path("incomplete").isString()) {
            out.println("There may be more: " + answer.path("incomplete").asString());
        }
        out.flush();
        return 0;
    }

    private static void line(PrintWriter out, JsonNode alert, Instant now) {
        Instant since = Instant.parse(alert.path("since").asString());
        Instant end = alert.path("clearedAt").isNull()
                ? now
                : Instant.parse(alert.path("clearedAt").asString());
        out.printf(
                "%s  %-8s  %s  %s%n",
                alert.path("id").asString(),
                alert.path("severity").asString().toUpperCase(Locale.ROOT),
                CLOCK.format(since),
                alert.path("headline").asString());
        out.printf(
                "          %s · %s · %s team%s%s%s%n",
                alert.path("check").asString(),
                alert.path("clearedAt").isNull()
                        ? "for "
                                + Times.text(Duration.ofSeconds(
                                        Duration.between(since, end).toSeconds()))
                        : "lasted "
                                + Times.text(Duration.ofSeconds(
                                        Duration.between(since, end).toSeconds())),
                alert.path("team").asString(),
                alert.path("acknowledged").isNull()
                        ? ""
                        : " · in hand: " + alert.path("acknowledged").path("by").asString(),
                alert.path("silence").isObject()
                        ? " · silenced: " + alert.path("silence").path("reason").asString()
                        : "",
                alert.path("held").isObject() ? " · " + held(alert.path("held")) : "");
    }

    /** What is told of it was so until then. */
    private static String held(JsonNode well) {
        return "well since " + TIME.format(Instant.parse(well.path("since").asString())) + ", kept open until "
                + MINUTE.format(Instant.parse(well.path("until").asString())) + " because it comes and goes";
    }
}
