package io.rungwatch.cli;

import picocli.CommandLine.Command;

/** The configuration, looked at before it is run. */
@Command(
        name = "config",
        description = "Check the configuration, show it, describe it to an editor.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ConfigLintCommand.class,
            ConfigSchemaCommand.class,
            ConfigShowCommand.class,
            ConfigRoutesCommand.class
        })
public final class ConfigCommand {}
