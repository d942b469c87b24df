package io.rungwatch.cli;

import io.rungwatch.config.ConfigError;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Nearest;
import io.rungwatch.config.ProfileText;
import io.rungwatch.profile.ChannelProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a profile means after defaults and ladders. */
@Command(
        name = "show",
        description = "Print the effective profile of a channel: defaults and ladders filled in.",
        mixinStandardHelpOptions = true)
public final class ConfigShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CHANNEL", description = "a channel's id")
    private String channel = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${sys:rungwatch.home:-.}/config/rungwatch.yaml",
            description = "default: config/rungwatch.yaml")
    private Path file = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        return switch (ConfigLoader.loadWithoutSecrets(file)) {
            case ConfigLoader.Refused refused -> refused(refused.errors(), command);
            case ConfigLoader.Loaded loaded -> show(loaded.configuration().channels(), command);
        };
    }

    private int show(List<ChannelProfile> profiles, CommandLine command) {
        for (ChannelProfile profile : profiles) {
            if (profile.channel().equals(channel)) {
                command.getOut().print(ProfileText.of(profile));
                command.getOut().flush();
                return 0;
            }
        }
        List<String> known = profiles.stream().map(ChannelProfile::channel).toList();
        command.getErr().println("unknown channel '" + channel + "'; " + Nearest.hint(channel, known));
        return ExitCode.COULD_NOT_JUDGE;
    }

    private static int refused(List<ConfigError> errors, CommandLine command) {
        errors.forEach(command.getErr()::println);
        return ExitCode.COULD_NOT_JUDGE;
    }
}
