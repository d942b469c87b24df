package io.rungwatch.cli;

import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Configuration;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that `run` and `demo` share, and what becomes of a file that is refused. */
final class ConfigFile {
    interface Task {
        void with(Configuration configuration) throws Exception;
    }

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${sys:rungwatch.home:-.}/config/rungwatch.yaml",
            description = "default: config/rungwatch.yaml beside the program")
    private Path file = Path.of("");

    int run(CommandSpec spec, Task task) throws Exception {
        return switch (ConfigLoader.load(file)) {
            case ConfigLoader.Refused refused -> {
                refused.errors().forEach(spec.commandLine().getErr()::println);
                yield ExitCode.COULD_NOT_JUDGE;
            }
            case ConfigLoader.Loaded loaded -> {
                task.with(loaded.configuration());
                yield 0;
            }
        };
    }
}
