package io.rungwatch.simulator.server;

import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.fault.FaultPlan;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.simulator.server.Listener.Bound;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The simulator on loopback: a port for each layer and one to switch faults. */
public final class SimulatorServer {
    private final Vertx vertx;
    private final Switchboard switchboard;
    private final Map<String, URI> layers;
    private final URI admin;
    private final List<String> deployments;

    private SimulatorServer(Vertx vertx, Switchboard switchboard, List<String> names, List<Bound> bound) {
        this.vertx = vertx;
        this.switchboard = switchboard;
        Map<String, URI> bases = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            bases.put(names.get(i), base(bound.get(i)));
        }
        layers = Collections.unmodifiableMap(bases);
        admin = base(bound.getLast());
        deployments = bound.stream().map(Bound::deployment).toList();
    }

    /** On any free ports, each shared by one event loop per processor. */
    public static Future<SimulatorServer> start(Vertx vertx, Simulator simulator, InstantSource clock) {
        return start(vertx, simulator, clock, Ports.ANY);
    }

    public static Future<SimulatorServer> start(Vertx vertx, Simulator simulator, InstantSource clock, Ports ports) {
        return start(vertx, simulator, clock, ports, Witness.NONE);
    }

    public static Future<SimulatorServer> start(
            Vertx vertx, Simulator simulator, InstantSource clock, Ports ports, Witness witness) {
        Switchboard switchboard = new Switchboard(simulator, clock, witness);
        List<String> names =
                simulator.spec().layers().stream().map(LayerSpec::name).toList();
        List<Future<Bound>> listeners = new ArrayList<>();
        for (String name : names) {
            listeners.add(Listener.deploy(
                    vertx, ports.of(name), ports.eventLoops(), loop -> new LayerHandler(loop, name, switchboard)));
        }
        AtomicReference<String> help = new AtomicReference<>("");
        listeners.add(Listener.deploy(vertx, ports.admin(), 1, loop -> new AdminHandler(switchboard, help::get)));
        return Future.join(listeners)
                .map(all -> {
                    SimulatorServer server = new SimulatorServer(vertx, switchboard, names, all.list());
                    help.set(HelpPage.of(simulator.spec(), server.layers, server.admin));
                    return server;
                })
                .recover(failure -> undone(vertx, listeners).transform(done -> Future.failedFuture(failure)));
    }

    /** One port is taken: none is kept. */
    private static Future<?> undone(Vertx vertx, List<Future<Bound>> listeners) {
        return Future.join(listeners.stream()
                .filter(Future::succeeded)
                .map(listener -> vertx.undeploy(listener.result().deployment()))
                .toList());
    }

    public Future<Void> close() {
        return Future.all(deployments.stream().map(vertx::undeploy).toList()).mapEmpty();
    }

    /** Addresses by name, upstream first. */
    public Map<String, URI> layers() {
        return layers;
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

    private static URI base(Bound bound) {
        return URI.create("http://127.0.0.1:" + bound.port());
    }
}
