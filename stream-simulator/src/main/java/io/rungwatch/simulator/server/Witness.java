package io.rungwatch.simulator.server;

import java.time.Instant;

/** Is told of each request to a layer, on the layer's own threads. */
@FunctionalInterface
public interface Witness {
    Witness NONE = (at, path) -> {};

    void asked(Instant at, String path);
}
