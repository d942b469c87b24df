package io.rungwatch.cli;

import io.rungwatch.Daemon;
import io.rungwatch.config.Configuration;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.server.SimulatorServer;
import io.rungwatch.simulator.stream.Dash;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Everything at once on loopback, with faults that come and go. */
@Command(
        name = "demo",
        description = "The simulator, the daemon and its page on loopback, with faults that come and go.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    /** The example configuration says the same ports and the same segments. */
    private static final int PORT = 9471;

    private static final Duration SEGMENT = Duration.ofSeconds(2);

    private static final List<String> FAULTS = List.of(
            "frozen_rung channel=CH_001 rendition=HD layer=packager from=+15s for=25s every=90s",
            "status code=503 channel=CH_003 rendition=SD layer=edge-hn from=+40s for=20s every=2m",
            "missing_rung channel=CH_005 rendition=4K layer=packager from=+70s for=30s every=3m");

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return file.run(Objects.requireNonNull(spec), DemoCommand::run);
    }

    private static void run(Configuration configuration) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        SimulatorSpec world =
                Presets.world(configuration.channels().size(), Presets.dash(SEGMENT, Dash.Addressing.TIME));
        SimulatorServer simulator = InUse.told(
                InUse.onLoopback(PORT, SimulateCommand.PORTS),
                ": the demo needs " + PORT + " to " + (PORT + SimulateCommand.PORTS - 1),
                () -> SimulateCommand.start(vertx, world, PORT, FAULTS));
        Stop stop = new Stop();
        try (Daemon daemon = RunCommand.start(configuration, Optional.empty())) {
            String page = configuration.http().here().toString();
            System.out.println("""

                    Rungwatch demo: %d channels at %d layers, faults come and go.

                      page         %s/
                      alerts       curl -s '%s/api/v1/alerts?state=all'
                      metrics      curl -s %s/metrics""".formatted(
                    configuration.channels().size(), configuration.layers().size(), page, page, page));
            SimulateCommand.addresses(simulator).forEach(line -> System.out.println("  " + line));
            System.out.println(
                    "\n  In 15 s rung HD of CH_001 freezes at the packager for 25 s. Ctrl-C ends the demo.\n");
            stop.await();
        } finally {
            vertx.close();
            stop.done();
        }
    }
}
