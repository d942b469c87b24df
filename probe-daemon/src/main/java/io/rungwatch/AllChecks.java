package io.rungwatch;

import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.checks.ManifestChecks;
import io.rungwatch.checks.layers.LayerChecks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every check there is, sorted by id. */
public final class AllChecks {
    public static final List<Check> LIST = Stream.of(ManifestChecks.ALL, LayerChecks.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(check -> check.info().id()))
            .toList();

    private AllChecks() {}

    public static Optional<CheckInfo> byId(String id) {
        return LIST.stream()
                .map(Check::info)
                .filter(info -> info.id().equals(id))
                .findFirst();
    }
}
