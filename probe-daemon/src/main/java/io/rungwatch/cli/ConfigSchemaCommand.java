package io.rungwatch.cli;

import io.rungwatch.config.ConfigSchema;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For the editor that completes keys and underlines mistakes. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of channel profiles, or of rungwatch.yaml.",
        mixinStandardHelpOptions = true)
public final class ConfigSchemaCommand implements Callable<Integer> {
    enum Kind {
        PROFILE,
        DAEMON
    }

    @Option(
            names = "--for",
            paramLabel = "KIND",
            defaultValue = "profile",
            description = "profile or daemon (default: profile)")
    private Kind kind = Kind.PROFILE;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(kind == Kind.PROFILE ? ConfigSchema.profile() : ConfigSchema.daemon());
        out.flush();
        return 0;
    }
}
