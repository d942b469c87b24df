package io.rungwatch.config;

import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What profiles may refer to and inherit.
 *
 * @param names of the layers in order, those too that could not be read, or nobody would find the one bad line among the names it makes unknown
 */
record Declared(List<String> names, Map<String, Layer> layers, Map<String, List<ExpectedRung>> ladders, Got defaults) {

    static Declared of(Got daemon, Errors errors) {
        List<Found<Got>> rows = daemon.find(DaemonShape.LAYERS).orElse(List.of());
        Layers.judge(daemon, rows, errors);
        Map<String, Layer> layers = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Found<Got> row : rows) {
            row.value().find(DaemonShape.LAYER).ifPresent(names::add);
            layer(row.value()).ifPresent(layer -> layers.put(layer.name(), layer));
        }
        Map<String, List<ExpectedRung>> ladders = new LinkedHashMap<>();
        daemon.find(DaemonShape.LADDERS)
                .orElse(Map.of())
                .forEach((name, rungs) -> ladders.put(name, Rungs.of(rungs, errors)));
        Got defaults = daemon.find(DaemonShape.DEFAULTS).orElseGet(() -> new Got(daemon.spot()));
        return new Declared(names, layers, ladders, defaults);
    }

    private static Optional<Layer> layer(Got got) {
        return got.find(DaemonShape.LAYER)
                .flatMap(name -> got.find(DaemonShape.KIND)
                        .flatMap(kind -> got.find(DaemonShape.TEAM)
                                .flatMap(team -> got.find(DaemonShape.BASE)
                                        .map(base ->
                                                new Layer(name, kind, team, base, got.find(DaemonShape.BACKUP))))));
    }
}
