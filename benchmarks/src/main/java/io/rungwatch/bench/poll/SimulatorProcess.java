package io.rungwatch.bench.poll;

import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.server.SimulatorServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.InstantSource;

/** The simulator by itself, so that what it takes is not counted. Says `name=address …` and runs until its input ends. */
final class SimulatorProcess {
    private SimulatorProcess() {}

    public static void main(String[] args) throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        Simulator simulator = new Simulator(Workload.parse(args[0]).simulated());
        SimulatorServer server =
                SimulatorServer.start(vertx, simulator, InstantSource.system()).await();
        StringBuilder layers = new StringBuilder();
        server.layers()
                .forEach((name, base) ->
                        layers.append(name).append('=').append(base).append(' '));
        System.out.println(layers.toString().strip());
        System.in.transferTo(System.err);
        System.exit(0);
    }
}
