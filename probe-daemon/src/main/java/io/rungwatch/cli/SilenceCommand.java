package io.rungwatch.cli;

import io.rungwatch.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Nobody is told of what matches, until the end that is said. */
@Command(
        name = "silence",
        description = "Begin, list and end silences of the running probe.",
        mixinStandardHelpOptions = true)
public final class SilenceCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Command(name = "add", description = "Tell nobody of what matches, for a while.", mixinStandardHelpOptions = true)
    int add(
            @Mixin RunningProbe probe,
            @Option(
                            names = "--match",
                            required = true,
                            split = ",",
                            paramLabel = "KEY=WORD",
                            description =
                                    "team, severity, layer, channel, tier or check; `*` for any letters: channel=CH_0*")
                    Map<String, String> match,
            @Option(
                            names = "--for",
                            required = true,
                            paramLabel = "TIME",
                            converter = Durations.class,
                            description = "30m, 2h")
                    Duration length,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "shown to whoever asks why it is quiet")
                    String reason,
            @Option(
                            names = "--by",
                            paramLabel = "WHO",
                            defaultValue = "${sys:user.name}",
                            description = "default: your login")
                    String by)
            throws Exception {
        Map<String, List<String>> words = new LinkedHashMap<>();
        match.forEach((key, word) ->
                words.computeIfAbsent(key, first -> new ArrayList<>()).add(word));
        JsonNode silence = probe.post(
                "/api/v1/silences",
                Json.object("match", words, "seconds", length.toSeconds(), "reason", reason, "by", by));
        say("silence " + text(silence));
        return 0;
    }

    @Command(name = "list", description = "Which there are.", mixinStandardHelpOptions = true)
    int list(@Mixin RunningProbe probe) throws Exception {
        JsonNode silences = probe.get("/api/v1/silences").path("silences");
        for (JsonNode silence : silences) {
            say(text(silence));
        }
        if (silences.isEmpty()) {
            say("Nothing is silenced.");
        }
        return 0;
    }

    @Command(name = "end", description = "End one before its time.", mixinStandardHelpOptions = true)
    int end(
            @Mixin RunningProbe probe,
            @Parameters(paramLabel = "ID", description = "as `silence list` shows it") String id)
            throws Exception {
        probe.delete("/api/v1/silences/" + id);
        say("ended: " + id);
        return 0;
    }

    private static String text(JsonNode silence) {
        return silence.path("id").asString() + " " + silence.path("match") + " until "
                + silence.path("until").asString() + ", "
                + silence.path("reason").asString() + " ("
                + silence.path("by").asString() + ")";
    }

    private void say(String text) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
