package io.rungwatch.cli;

import io.rungwatch.AllChecks;
import io.rungwatch.alert.Ownership;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Times;
import io.rungwatch.config.Configuration;
import io.rungwatch.config.Nearest;
import io.rungwatch.duty.Escalation;
import io.rungwatch.duty.Fault;
import io.rungwatch.duty.Match.Aspect;
import io.rungwatch.duty.OwnTrouble;
import io.rungwatch.duty.Route;
import io.rungwatch.duty.Rules;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where an alert would go, and why; without waiting for one. */
@Command(name = "routes", description = "Show whom an alert would be told, and why.", mixinStandardHelpOptions = true)
public final class ConfigRoutesCommand implements Callable<Integer> {
    @Option(
            names = "--alert",
            required = true,
            split = ",",
            paramLabel = "KEY=WORD",
            description = {
                "what is known of it: check, channel, layer, severity, team, tier",
                "for example --alert check=playlist_stale,layer=origin,channel=CH_001"
            })
    private Map<String, String> alert = Map.of();

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        Map<Aspect, String> said = new EnumMap<>(Aspect.class);
        List<String> words = Stream.of(Aspect.values()).map(Aspect::word).toList();
        alert.forEach((key, word) -> said.put(
                Aspect.of(key)
                        .orElseThrow(() -> new ParameterException(
                                command, "unknown key '" + key + "' in --alert; " + Nearest.hint(key, words))),
                word));
        return file.look(Objects.requireNonNull(spec), configuration -> {
            show(configuration, new Asked(said, command), command.getOut());
            return 0;
        });
    }

    private static void show(Configuration configuration, Asked asked, PrintWriter out) {
        Fault fault = fault(configuration, asked);
        Rules rules = configuration.alerts().rules();
        out.printf(
                "%s %s of %s at %s, team %s, tier %s%n%n",
                fault.severity().word(),
                fault.check(),
                fault.channels().isEmpty() ? "no channel" : fault.channel(),
                fault.layer(),
                fault.team(),
                fault.place().tier().isEmpty() ? "none" : fault.place().tier());
        routes(rules, fault, out);
        List<String> told = rules.targets(fault);
        out.printf("%ntold: %s%n", told.isEmpty() ? "nobody, it is in the log only" : String.join(", ", told));
        escalations(rules, fault, out);
        out.flush();
    }

    private static void routes(Rules rules, Fault fault, PrintWriter out) {
        boolean found = false;
        for (int i = 0; i < rules.routes().size(); i++) {
            Route route = rules.routes().get(i);
            Optional<String> misfit = route.match().misfit(fault);
            String why =
                    found ? "not looked at" : misfit.map(what -> "no: " + what).orElse("yes, the first that matches");
            found = found || misfit.isEmpty();
            out.printf("route %d  %s -> %s%n         %s%n", i + 1, route.match(), String.join(", ", route.to()), why);
        }
        if (!found) {
            out.println(rules.routes().isEmpty() ? "no route is configured" : "no route matches");
        }
    }

    private static void escalations(Rules rules, Fault fault, PrintWriter out) {
        for (Escalation step : rules.escalations()) {
            boolean bad = fault.severity().compareTo(step.severity()) >= 0;
            String why = bad
                    ? step.match()
                            .misfit(fault)
                            .map(what -> "not this one: " + what)
                            .orElse("unless somebody acknowledges it")
                    : "not this one: it is only " + fault.severity().word();
            out.printf(
                    "after %s, from %s on, also: %s (%s)%n",
                    Times.text(step.unacknowledged()), step.severity().word(), String.join(", ", step.to()), why);
        }
    }

    private static Fault fault(Configuration configuration, Asked asked) {
        Optional<CheckInfo> check = asked.check();
        Layer layer = asked.layer(configuration);
        Optional<ChannelProfile> channel = asked.channel(configuration);
        List<Layer> chain = channel.map(ChannelProfile::layers).orElse(configuration.layers());
        Optional<OwnTrouble> own = asked.own();
        String team = own.map(trouble -> "probe")
                .or(() -> check.map(info -> Ownership.team(info, layer, chain)))
                .orElse(layer.team());
        return new Fault(
                "as asked",
                new Fault.What(
                        asked.said(Aspect.CHECK).orElse("any check"),
                        asked.severity()
                                .or(() -> own.map(OwnTrouble::severity))
                                .or(() -> check.map(CheckInfo::severity))
                                .orElse(Severity.MAJOR),
                        asked.said(Aspect.TEAM).orElse(team),
                        "",
                        ""),
                new Fault.Place(
                        channel.map(ChannelProfile::channel).stream().toList(),
                        "",
                        "",
                        asked.said(Aspect.TIER)
                                .orElseGet(() -> channel.map(
                                                profile -> profile.tier().word())
                                        .orElse("")),
                        own.isPresent() ? "probe" : layer.name(),
                        List.of(),
                        List.of()),
                new Fault.Words("", "", "", ""),
                Map.of(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** What was said of it; whatever nothing has that name is refused. */
    private record Asked(Map<Aspect, String> words, CommandLine command) {
        Optional<String> said(Aspect aspect) {
            return Optional.ofNullable(words.get(aspect));
        }

        Optional<OwnTrouble> own() {
            return said(Aspect.CHECK)
                    .flatMap(word -> Stream.of(OwnTrouble.values())
                            .filter(trouble -> trouble.id().equals(word))
                            .findFirst());
        }

        Optional<CheckInfo> check() {
            return own().isPresent()
                    ? Optional.empty()
                    : one(Aspect.CHECK, AllChecks.LIST.stream().map(Check::info).toList(), CheckInfo::id);
        }

        /** The first one where none is said: it names its team. */
        Layer layer(Configuration configuration) {
            return one(Aspect.LAYER, configuration.layers(), Layer::name)
                    .orElse(configuration.layers().getFirst());
        }

        Optional<ChannelProfile> channel(Configuration configuration) {
            return one(Aspect.CHANNEL, configuration.channels(), ChannelProfile::channel);
        }

        Optional<Severity> severity() {
            return one(Aspect.SEVERITY, List.of(Severity.values()), Severity::word);
        }

        private <T> Optional<T> one(Aspect aspect, List<T> known, Function<T, String> name) {
            return said(aspect)
                    .map(word -> known.stream()
                            .filter(each -> name.apply(each).equals(word))
                            .findFirst()
                            .orElseThrow(() -> new ParameterException(
                                    command,
                                    "unknown " + aspect.word() + " '" + word + "'; "
                                            + Nearest.hint(
                                                    word,
                                                    known.stream().map(name).toList()))));
        }
    }
}
