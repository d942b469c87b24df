package io.rungwatch.simulator.server;

import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.fault.FaultPlan;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import java.time.Instant;
import java.time.InstantSource;

/** The one thing that changes: which faults are on. All listeners see a change with their next request. */
final class Switchboard {
    private volatile Simulator simulator;
    private final InstantSource clock;
    private final Witness witness;

    Switchboard(Simulator simulator, InstantSource clock, Witness witness) {
        this.simulator = simulator;
        this.clock = clock;
        this.witness = witness;
    }

    Answer answer(String layer, Request request) {
        Instant at = clock.instant();
        witness.asked(at, request.path());
        return simulator.answer(at, layer, request);
    }

    Simulator simulator() {
        return simulator;
    }

    synchronized void set(FaultPlan plan) {
        simulator = simulator.withFaults(plan);
    }

    synchronized Fault add(String line) {
        simulator = simulator.withFault(line, clock.instant());
        return simulator.faults().faults().getLast();
    }

    synchronized boolean remove(String id) {
        int before = simulator.faults().faults().size();
        simulator = simulator.withFaults(simulator.faults().without(id));
        return simulator.faults().faults().size() < before;
    }
}
