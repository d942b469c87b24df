package io.rungwatch.cli;

import io.rungwatch.Version;
import io.rungwatch.check.Severity;
import io.rungwatch.report.Format;
import io.rungwatch.report.JsonFormat;
import io.rungwatch.report.JunitFormat;
import io.rungwatch.report.SarifFormat;
import io.rungwatch.report.Seen;
import io.rungwatch.report.TextFormat;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that `check` and `replay` share. */
final class Output {
    enum Kind {
        TEXT,
        JSON,
        JUNIT,
        SARIF
    }

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "text, json, junit or sarif (default: text)")
    Kind kind = Kind.TEXT;

    @Option(
            names = "--fail-on",
            defaultValue = "minor",
            paramLabel = "SEVERITY",
            description = "lowest severity that makes the exit code 1: info, minor, major, critical (default: minor)")
    Severity failOn = Severity.MINOR;

    Format format(Function<Seen, String> address) {
        return switch (kind) {
            case TEXT -> new TextFormat(Terminal.output());
            case JSON -> new JsonFormat();
            case JUNIT -> new JunitFormat(failOn);
            case SARIF -> new SarifFormat(Version.text(), address);
        };
    }
}
