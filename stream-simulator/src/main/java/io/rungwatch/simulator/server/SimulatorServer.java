package io.rungwatch.simulator.server;

import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.fault.FaultPlan;
import io.rungwatch.simulator.layer.LayerSpec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The simulator on loopback: a port for each layer and one to switch faults. It lives as long as its Vertx. */
public final class SimulatorServer {
    private final Switchboard switchboard;
    private final Map<String, URI> layers;
    private final URI admin;

    private SimulatorServer(Switchboard switchboard, Map<String, URI> layers, URI admin) {
        this.switchboard = switchboard;
        this.layers = layers;
        this.admin = admin;
    }

    /** On any free ports, one event loop for each processor. */
    public static Future<SimulatorServer> start(Vertx vertx, Simulator simulator, InstantSource clock) {
        return start(vertx, simulator, clock, Ports.ANY);
    }

    public static Future<SimulatorServer> start(Vertx vertx, Simulator simulator, InstantSource clock, Ports ports) {
        Switchboard switchboard = new Switchboard(simulator, clock);
        Map<String, URI> layers = Collections.synchronizedMap(new LinkedHashMap<>());
        Future<?> all = Future.succeededFuture();
        for (LayerSpec layer : simulator.spec().layers()) {
            String name = layer.name();
            all = all.compose(done -> Listener.deploy(
                            vertx,
                            ports.of(name),
                            ports.eventLoops(),
                            loop -> new LayerHandler(loop, name, switchboard)))
                    .onSuccess(port -> layers.put(name, base(port)));
        }
        AtomicReference<String> help = new AtomicReference<>("");
        return all.compose(done ->
                        Listener.deploy(vertx, ports.admin(), 1, loop -> new AdminHandler(switchboard, help::get)))
                .map(port -> {
                    help.set(HelpPage.of(simulator.spec(), layers, base(port)));
                    return new SimulatorServer(switchboard, layers, base(port));
                });
    }

    /** Upstream first. */
    public Map<String, URI> layers() {
        return Collections.unmodifiableMap(layers);
    }

    public URI layer(String name) {
        URI base = layers.get(name);
        if (base == null) {
            throw new IllegalArgumentException("no layer is called " + name + ": " + layers.keySet());
        }
        return base;
    }

    public URI admin() {
        return admin;
    }

    public FaultPlan faults() {
        return switchboard.simulator().faults();
    }

    public void setFaults(FaultPlan plan) {
        switchboard.set(plan);
    }

    /** In the one-line form; relative times count from the server's clock. */
    public Fault addFault(String line) {
        return switchboard.add(line);
    }

    public boolean removeFault(String id) {
        return switchboard.remove(id);
    }

    private static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
