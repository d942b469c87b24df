package io.rungwatch.cli;

import io.rungwatch.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

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
        int covers = silence.path("covers").asInt();
        say(
                covers == 0
                        ? "It covers nothing that fires at present."
                        : "It covers " + covers + (covers == 1 ? " alert that fires." : " alerts that fire."));
        silence.path("unwatched").forEach(channel -> say("Beware: no channel " + channel.asString() + " is watched."));
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
        return silence.path("id").asString() + " · " + match(silence.path("match")) + " · until "
                + CLOCK.format(Instant.parse(silence.path("until").asString())) + " · "
                + silence.path("reason").asString() + " ("
                + silence.path("by").asString() + ")";
    }

    /** As YAML and the log write it. */
    private static String match(JsonNode match) {
        List<String> said = new ArrayList<>();
        match.properties().forEach(aspect -> {
            List<String> words = new ArrayList<>();
            aspect.getValue().forEach(word -> words.add(word.asString()));
            said.add(aspect.getKey() + ": " + String.join(" or ", words));
        });
        return String.join(", ", said);
    }

    private void say(String text) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
