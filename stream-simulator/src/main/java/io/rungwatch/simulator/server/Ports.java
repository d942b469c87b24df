package io.rungwatch.simulator.server;

import java.util.Map;

/**
 * Where to listen; 0, or a layer that is not named, is any free port.
 *
 * @param eventLoops that share each layer's port
 */
public record Ports(Map<String, Integer> layers, int admin, int eventLoops) {
    public static final Ports ANY = new Ports(Map.of(), 0, Runtime.getRuntime().availableProcessors());

    int of(String layer) {
        return layers.getOrDefault(layer, 0);
    }
}
