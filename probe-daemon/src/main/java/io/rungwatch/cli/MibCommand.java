package io.rungwatch.cli;

import io.rungwatch.snmp.Mib;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The MIB. */
@Command(
        name = "mib",
        description = "RUNGWATCH-MIB, for the network management system.",
        mixinStandardHelpOptions = true)
public final class MibCommand implements Callable<Integer> {
    @Option(
            names = "--enterprise",
            defaultValue = "32473",
            paramLabel = "N",
            description = "the enterprise number that rungwatch.yaml says (default: 32473, the one for documentation)")
    private int enterprise = Mib.DOCUMENTATION;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        if (enterprise < 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "--enterprise " + enterprise + " is no enterprise number; IANA's list says yours");
        }
        PrintWriter out = command.commandLine().getOut();
        out.print(new Mib(enterprise).text());
        out.flush();
        return 0;
    }
}
