package io.rungwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MibCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theMibAsItIs() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .startsWith("RUNGWATCH-MIB DEFINITIONS ::= BEGIN")
                .contains("{ enterprises 32473 }")
                .endsWith("END\n");
    }

    @Test
    void theMibBelowAnotherNumber() {
        assertThat(run("--enterprise", "9999")).isZero();
        assertThat(out.toString()).contains("{ enterprises 9999 }").doesNotContain("{ enterprises 32473 }");
    }

    @Test
    void noSuchNumber() {
        assertThat(run("--enterprise", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--enterprise 0 is no enterprise number");
    }

    private int run(String... arguments) {
        return new CommandLine(new MibCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
