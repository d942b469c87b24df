package io.rungwatch.simulator.layer;

import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.fault.Occasion;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Noise;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked for, whichever layer is asked.
 *
 * @param born since when the object exists, if it never changes and that is known
 * @param phase of its lifetimes in caches
 * @param keepable false asks the packager itself: caches have it no more, or not yet
 */
public record Target(Address address, String path, int hop, long born, long phase, boolean keepable) {
    /** Caches know it by its key: the path, and of the query what makes another answer. */
    public static Target of(Address address, String path, String key, int hop, long born) {
        return new Target(address, path, hop, born, Noise.seed(key) >>> 1, true);
    }

    public Target notKept() {
        return new Target(address, path, hop, born, phase, false);
    }

    List<Occasion> occasions(List<Fault> faults, Layer layer, long at, boolean asked) {
        if (faults.isEmpty()) {
            return List.of();
        }
        List<Occasion> occasions = new ArrayList<>(2);
        for (Fault fault : faults) {
            if (isAt(fault, layer, asked) && fault.isAbout(address, at)) {
                occasions.add(
                        new Occasion(fault, at, fault.since(at), address.channel(), address.rendition(), path, hop));
            }
        }
        return occasions;
    }

    private static boolean isAt(Fault fault, Layer layer, boolean asked) {
        return switch (fault.layer()) {
            case Fault.TOP -> layer.upstream() == null;
            case Fault.ALL -> asked;
            default -> fault.layer().equals(layer.spec().name());
        };
    }
}
