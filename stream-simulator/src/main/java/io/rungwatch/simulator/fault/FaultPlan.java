package io.rungwatch.simulator.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All faults there are, in the order in which they take effect. Adding or removing one gives another plan. */
public final class FaultPlan {
    public static final FaultPlan NONE = new FaultPlan(List.of());

    private static final int MOST = 1000;

    private final List<Fault> faults;
    private final List<Fault> everywhere;
    private final Map<String, List<Fault>> byChannel = new HashMap<>();

    private FaultPlan(List<Fault> faults) {
        this.faults = List.copyOf(faults);
        everywhere = this.faults.stream()
                .filter(fault -> fault.channel().equals(Fault.ALL))
                .toList();
        for (Fault fault : this.faults) {
            if (!fault.channel().equals(Fault.ALL)) {
                byChannel.computeIfAbsent(fault.channel(), this::concerning);
            }
        }
    }

    public static FaultPlan of(Fault... faults) {
        FaultPlan plan = NONE;
        for (Fault fault : faults) {
            plan = plan.with(fault);
        }
        return plan;
    }

    public List<Fault> faults() {
        return faults;
    }

    public List<Fault> of(String channel) {
        return byChannel.getOrDefault(channel, everywhere);
    }

    /** The last fault of the new plan is this one, with an id if it had none. */
    public FaultPlan with(Fault fault) {
        if (faults.stream().anyMatch(other -> other.id().equals(fault.id()))) {
            throw new BadFault("there is a fault " + fault.id() + " already");
        }
        if (faults.size() == MOST) {
            throw new BadFault("there are " + MOST + " faults already");
        }
        List<Fault> all = new ArrayList<>(faults);
        all.add(fault.id().isEmpty() ? fault.withId(freeId()) : fault);
        return new FaultPlan(all);
    }

    public FaultPlan without(String id) {
        return new FaultPlan(
                faults.stream().filter(fault -> !fault.id().equals(id)).toList());
    }

    private String freeId() {
        int next = 1;
        for (Fault fault : faults) {
            if (fault.id().matches("f\\d{1,8}")) {
                next = Math.max(next, Integer.parseInt(fault.id().substring(1)) + 1);
            }
        }
        return "f" + next;
    }

    private List<Fault> concerning(String channel) {
        return faults.stream()
                .filter(fault ->
                        fault.channel().equals(Fault.ALL) || fault.channel().equals(channel))
                .toList();
    }
}
