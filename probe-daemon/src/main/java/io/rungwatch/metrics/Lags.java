package io.rungwatch.metrics;

import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far each layer's playlists of a channel are behind those of the first layer, in segments. Numbers that are of another history are no lag. */
final class Lags {
    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final long MOST = 1000;

    private final List<String> names;
    private final Map<String, LayerMeters> layers;
    private final Map<String, long[]> ends = new HashMap<>();

    Lags(List<String> names, Map<String, LayerMeters> layers) {
        this.names = names;
        this.layers = layers;
    }

    void accept(PollReport report) {
        if (report.outcome() instanceof Outcome.Fetched fetched) {
            Edge.of(fetched.document(), report.at()).ifPresent(edge -> accept(report.where(), edge));
        }
    }

    private void accept(Where where, Edge edge) {
        long[] known = ends.computeIfAbsent(where.rendition().name(), missing -> unknown());
        int place = names.indexOf(where.layer().name());
        if (place >= 0 && known[place] != edge.end()) {
            known[place] = edge.end();
            tell(place);
        }
    }

    private long[] unknown() {
        long[] ends = new long[names.size()];
        Arrays.fill(ends, UNKNOWN);
        return ends;
    }

    private void tell(int changed) {
        int from = changed == 0 ? 1 : changed;
        int to = changed == 0 ? names.size() - 1 : changed;
        for (int place = from; place <= to; place++) {
            long worst = UNKNOWN;
            for (long[] rendition : ends.values()) {
                long behind = rendition[0] - rendition[place];
                boolean known = rendition[0] != UNKNOWN && rendition[place] != UNKNOWN && Math.abs(behind) < MOST;
                worst = known ? Math.max(worst, behind) : worst;
            }
            LayerMeters layer = layers.get(names.get(place));
            if (layer != null && worst != UNKNOWN) {
                layer.behind(worst);
            }
        }
    }

    void forget(Where where) {
        long[] rendition = ends.get(where.rendition().name());
        int place = names.indexOf(where.layer().name());
        if (rendition != null && place >= 0) {
            rendition[place] = UNKNOWN;
        }
    }
}
