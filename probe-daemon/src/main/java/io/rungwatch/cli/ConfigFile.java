package io.rungwatch.cli;

import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Configuration;
import java.nio.file.Path;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that commands share which read the configuration, and what becomes of a file that is refused. */
final class ConfigFile {
    interface Task {
        void with(Configuration configuration) throws Exception;
    }

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${sys:rungwatch.config:-config/rungwatch.yaml}",
            description =
                    "default: config/rungwatch.yaml beside the program; of a package, /etc/rungwatch/rungwatch.yaml")
    private Path file = Path.of("");

    /** For who only reads it: the secrets may be out of reach. */
    int look(CommandSpec spec, ToIntFunction<Configuration> look) {
        return switch (ConfigLoader.loadWithoutSecrets(file)) {
            case ConfigLoader.Refused refused -> refused(refused, spec);
            case ConfigLoader.Loaded loaded -> look.applyAsInt(loaded.configuration());
        };
    }

    private static int refused(ConfigLoader.Refused refused, CommandSpec spec) {
        refused.errors().forEach(spec.commandLine().getErr()::println);
        return ExitCode.COULD_NOT_JUDGE;
    }

    int run(CommandSpec spec, Task task) throws Exception {
        return switch (ConfigLoader.load(file)) {
            case ConfigLoader.Refused refused -> refused(refused, spec);
            case ConfigLoader.Loaded loaded -> {
                task.with(loaded.configuration());
                yield 0;
            }
        };
    }
}
