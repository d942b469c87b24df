package io.rungwatch.cli;

import io.rungwatch.config.Nearest;
import io.rungwatch.config.ProfileText;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        return file.look(command, configuration -> show(configuration.channels(), command.commandLine()));
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
}
