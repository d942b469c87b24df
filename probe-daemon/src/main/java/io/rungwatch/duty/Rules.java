package io.rungwatch.duty;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is told of what, and when: `alerts` in rungwatch.yaml.
 *
 * @param notifiers those that there are
 */
public record Rules(Set<String> notifiers, List<Route> routes, List<Escalation> escalations, Flapping flapping) {
    /** Everything is in the log in any case; whoever is sent there is told nothing besides. */
    public static final String LOG = "log";

    public static final Rules NONE = new Rules(Set.of(), List.of(), List.of(), Flapping.USUAL);

    /** First match wins; what matches none is in the log. */
    public List<String> targets(Fault fault) {
        for (Route route : routes) {
            if (route.match().fits(fault)) {
                return known(fault, route.to());
            }
        }
        return known(fault, List.of());
    }

    /**
     * Nobody is asked to tell of his own failure: where he is the only one who would be told, the others are.
     */
    List<String> known(Fault fault, List<String> names) {
        List<String> able = new ArrayList<>(notifiers);
        able.removeIf(name -> fault.key().equals(OwnTrouble.NOTIFIER_FAILING.key(name))
                || fault.key().equals(OwnTrouble.MESSAGES_LOST.key(name)));
        Set<String> told = new LinkedHashSet<>(names);
        told.retainAll(able);
        boolean nobodyLeft = told.isEmpty() && !names.isEmpty() && able.size() < notifiers.size();
        return nobodyLeft ? List.copyOf(able) : List.copyOf(told);
    }
}
