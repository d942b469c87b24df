package io.rungwatch.cli;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.fault.BadFault;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.simulator.server.Ports;
import io.rungwatch.simulator.server.SimulatorServer;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Only the simulator. */
@Command(
        name = "simulate",
        description = "A live packager and its CDN on loopback, with faults to switch on.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    /** Four layers and the fault switch. */
    static final int PORTS = 5;

    private static final int LAST = 65535 - PORTS + 1;

    @Option(names = "--channels", defaultValue = "6", paramLabel = "N", description = "CH_001 to CH_00N (default: 6)")
    private int channels = 6;

    @Option(
            names = "--segment",
            defaultValue = "6s",
            converter = Durations.class,
            paramLabel = "TIME",
            description = "length of a segment (default: 6s)")
    private Duration segment = Duration.ofSeconds(6);

    @Option(names = "--real", description = "a small ladder, and sound that browsers play")
    private boolean real;

    @Option(
            names = "--port",
            defaultValue = "9471",
            paramLabel = "PORT",
            description =
                    "of the packager; the layers below follow, the fault switch is last; 0 takes free ones (default: 9471)")
    private int port = 9471;

    @Option(
            names = "--fault",
            paramLabel = "LINE",
            description = "e.g. \"frozen_rung channel=CH_001 rendition=HD from=+20s for=40s every=2m\"; the fault "
                    + "switch's page lists the kinds; may be given several times")
    private List<String> faults = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        mustBe(channels > 0, "--channels must be 1 or more, not " + channels);
        mustBe(segment.isPositive(), "--segment must be longer than 0 s");
        mustBe(
                port >= 0 && port <= LAST,
                "--port must be 0, or from 1 to " + LAST + " (the layers below follow), not " + port);
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        SimulatorServer server;
        try {
            server = InUse.told(
                    InUse.onLoopback(port, port == 0 ? 0 : PORTS),
                    ", or give another --port",
                    () -> start(vertx, Presets.world(channels, stream()), port, faults));
        } catch (BadFault | IllegalArgumentException e) {
            vertx.close();
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
        addresses(server).forEach(System.out::println);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
        stopped.await();
        return 0;
    }

    private void mustBe(boolean good, String otherwise) {
        if (!good) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), otherwise);
        }
    }

    private StreamSpec stream() {
        return real
                ? Presets.realMedia(Segmentation.of(segment)).withDash(Dash.by(Dash.Addressing.TIME))
                : Presets.dash(segment, Dash.Addressing.TIME);
    }

    /** Also what `demo` starts. */
    static SimulatorServer start(Vertx vertx, SimulatorSpec world, int port, List<String> faults) throws Exception {
        InstantSource clock = InstantSource.system();
        Simulator simulator = new Simulator(world);
        for (String line : faults) {
            simulator = simulator.withFault(line, clock.instant());
        }
        Map<String, Integer> ports = new LinkedHashMap<>();
        int next = port;
        for (LayerSpec layer : simulator.spec().layers()) {
            ports.put(layer.name(), next);
            next += port == 0 ? 0 : 1;
        }
        int loops = Runtime.getRuntime().availableProcessors();
        return SimulatorServer.start(vertx, simulator, clock, new Ports(ports, next, loops))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    static List<String> addresses(SimulatorServer server) {
        List<String> lines = new java.util.ArrayList<>();
        server.layers()
                .forEach((name, uri) ->
                        lines.add(String.format("%-12s %s/live/CH_001/master.m3u8", name, trimmed(uri.toString()))));
        lines.add(String.format(
                "%-12s %s/  (GET lists the kinds, POST /faults switches one on)",
                "faults", trimmed(server.admin().toString())));
        return lines;
    }

    private static String trimmed(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
