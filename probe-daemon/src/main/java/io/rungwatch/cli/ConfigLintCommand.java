package io.rungwatch.cli;

import io.rungwatch.config.ConfigError;
import io.rungwatch.config.ConfigLint;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Everything that is wrong, for people, editors and pipelines. */
@Command(
        name = "lint",
        description = "Say what is wrong with the configuration, each as file:line:column: what was found; what to do.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the configuration is good, if with warnings", "2:it is not"})
public final class ConfigLintCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            defaultValue = "${sys:rungwatch.config:-config/rungwatch.yaml}",
            description = "rungwatch.yaml, a folder, or a file of profiles (default: config/rungwatch.yaml)")
    private Path path = Path.of("");

    @Option(
            names = "--without-secrets",
            description = "where the environment and files of $${…} are not at hand, as in a pipeline")
    private boolean withoutSecrets;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ConfigLint lint = ConfigLint.of(path, !withoutSecrets);
        for (ConfigError error : lint.errors()) {
            out.println(error);
        }
        for (ConfigError warning : lint.warnings()) {
            out.println(
                    new ConfigError(warning.file(), warning.line(), warning.column(), "warning: " + warning.message()));
        }
        if (lint.errors().isEmpty()) {
            out.println(lint.summary());
        }
        out.flush();
        return lint.errors().isEmpty() ? 0 : ExitCode.COULD_NOT_JUDGE;
    }
}
