package io.rungwatch;

import io.rungwatch.cli.AckCommand;
import io.rungwatch.cli.AlertsCommand;
import io.rungwatch.cli.CheckCommand;
import io.rungwatch.cli.ChecksCommand;
import io.rungwatch.cli.ConfigCommand;
import io.rungwatch.cli.DemoCommand;
import io.rungwatch.cli.ExitCode;
import io.rungwatch.cli.ExplainHeadersCommand;
import io.rungwatch.cli.MibCommand;
import io.rungwatch.cli.ReplayCommand;
import io.rungwatch.cli.RunCommand;
import io.rungwatch.cli.SilenceCommand;
import io.rungwatch.cli.SimulateCommand;
import io.rungwatch.cli.TokenCommand;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The table of contents of the program. */
@Command(
        name = "rungwatch",
        description = "Watches every rung of every ABR ladder at every layer of the delivery chain.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ReplayCommand.class,
            ExplainHeadersCommand.class,
            SimulateCommand.class,
            ConfigCommand.class,
            ChecksCommand.class,
            MibCommand.class,
            AlertsCommand.class,
            AckCommand.class,
            SilenceCommand.class,
            TokenCommand.class
        })
public final class Main {
    private static final Pattern ENUM = Pattern.compile("expected one of \\[([A-Z0-9_, ]+)] \\(case-insensitive\\)");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** A word of the enums may be written as in YAML; a failure is one line, not a stack trace. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println(command.getColorScheme().errorText("rungwatch: " + quiet(wrong)));
                    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
                    command.getErr().println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    return ExitCode.COULD_NOT_JUDGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr()
                            .println(command.getColorScheme().errorText("rungwatch: " + ExitCode.told(failure)));
                    return ExitCode.COULD_NOT_JUDGE;
                });
    }

    /** The words of an enum as one writes them, where picocli shouts them. */
    private static String quiet(Exception wrong) {
        return ENUM.matcher(String.valueOf(wrong.getMessage()))
                .replaceAll(words -> "expected one of " + words.group(1).toLowerCase(Locale.ROOT));
    }

    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"rungwatch " + Version.text()};
        }
    }
}
