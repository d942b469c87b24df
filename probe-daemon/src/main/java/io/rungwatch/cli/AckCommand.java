package io.rungwatch.cli;

import io.rungwatch.json.Json;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Somebody has it in hand. */
@Command(
        name = "ack",
        description = "Acknowledge an alert of the running probe: it goes no further up.",
        mixinStandardHelpOptions = true)
public final class AckCommand implements Callable<Integer> {
    @Mixin
    private RunningProbe probe = new RunningProbe();

    @Parameters(paramLabel = "ID", description = "of the alert, as `rungwatch alerts` shows it")
    private String id = "";

    @Option(names = "--by", paramLabel = "WHO", defaultValue = "${sys:user.name}", description = "default: your login")
    private String by = "";

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "what is being done")
    private String note = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        JsonNode alert = probe.post("/api/v1/alerts/" + id + "/ack", Json.object("by", by, "note", note));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (alert.path("before").isObject()) {
            out.println(
                    "was in hand already: " + alert.path("before").path("by").asString()
                            + (alert.path("before").path("note").isString()
                                    ? ", " + alert.path("before").path("note").asString()
                                    : ""));
        }
        out.println("in hand: " + alert.path("headline").asString());
        out.flush();
        return 0;
    }
}
