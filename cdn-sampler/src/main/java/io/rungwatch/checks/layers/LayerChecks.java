package io.rungwatch.checks.layers;

import io.rungwatch.check.Check;
import java.util.List;

/** All checks that compare layers, sorted by id. */
public final class LayerChecks {
    public static final List<Check> ALL = List.of(new LayerBehind());

    private LayerChecks() {}
}
