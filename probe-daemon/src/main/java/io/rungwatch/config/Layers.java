package io.rungwatch.config;

import io.rungwatch.profile.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold among the declared layers: the topmost bad one is blamed, so the order must be true. */
final class Layers {
    private Layers() {}

    static void judge(Got daemon, List<Found<Got>> rows, Errors errors) {
        daemon.found(DaemonShape.LAYERS)
                .filter(layers -> layers.value().isEmpty())
                .ifPresent(layers -> errors.add(layers.spot(), "declares no layer; write at least one"));
        Map<String, Spot> seen = new HashMap<>();
        Optional<Found<Layer.Kind>> above = Optional.empty();
        for (Found<Got> row : rows) {
            once(row.value(), seen, errors);
            Optional<Found<Layer.Kind>> kind = row.value().found(DaemonShape.KIND);
            if (above.isPresent() && kind.isPresent()) {
                ordered(above.get().value(), kind.get(), errors);
            }
            above = kind;
        }
    }

    private static void once(Got row, Map<String, Spot> seen, Errors errors) {
        row.found(DaemonShape.LAYER).ifPresent(name -> {
            Spot before = seen.putIfAbsent(name.value(), name.spot());
            if (before != null) {
                errors.add(
                        name.spot(),
                        "layer '" + name.value() + "' is already declared in line " + before.line() + "; rename one");
            }
        });
    }

    private static void ordered(Layer.Kind above, Found<Layer.Kind> kind, Errors errors) {
        if (kind.value().compareTo(above) < 0) {
            errors.add(
                    kind.spot(),
                    "'" + kind.value().word() + "' below '" + above.word()
                            + "'; list layers upstream first: packager, origin, midcache, edge");
        }
    }
}
