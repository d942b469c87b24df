package io.rungwatch.cli;

import io.rungwatch.access.TokenHash;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes what somebody shows, and what the configuration says of it. */
@Command(
        name = "token",
        description = "Make a token for somebody, and the line of http.access that lets him in.",
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    @Parameters(paramLabel = "WHO", description = "as the log names him: prometheus, noc")
    private String who = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if (!NAME.matcher(who).matches()) {
            throw new ParameterException(
                    command.commandLine(),
                    "'" + who + "' is no name: write letters, digits, '_', '-' and '.', at most 64");
        }
        String token = TokenHash.fresh();
        PrintWriter out = command.commandLine().getOut();
        out.printf("token, for him alone, shown only now:%n  %s%n", token);
        out.printf(
                "for http.access of rungwatch.yaml:%n  - { who: %s, may: read, token: \"%s\" }%n",
                who, TokenHash.of(token).written());
        out.flush();
        return 0;
    }
}
