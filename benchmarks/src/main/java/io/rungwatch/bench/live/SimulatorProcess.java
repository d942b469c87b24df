package io.rungwatch.bench.live;

import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.server.Ports;
import io.rungwatch.simulator.server.SimulatorServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.stream.Collectors;

/**
 * The simulator by itself, so that what it takes is not counted. Says `name=address …` and where faults are switched, then for each line
 * that it is sent who has asked since.
 */
final class SimulatorProcess {
    private SimulatorProcess() {}

    public static void main(String[] args) throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        Workload workload = Workload.parse(args[0]);
        Arrivals arrivals = new Arrivals(workload.segment());
        SimulatorServer server = SimulatorServer.start(
                        vertx, new Simulator(workload.simulated()), InstantSource.system(), Ports.ANY, arrivals)
                .await();
        System.out.println(server.layers().entrySet().stream()
                .map(layer -> layer.getKey() + "=" + layer.getValue())
                .collect(Collectors.joining(" ")));
        System.out.println(server.admin());
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (asked.readLine() != null) {
            System.out.println(arrivals.again());
        }
        System.exit(0);
    }
}
