package io.rungwatch.api;

import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.store.CdnRow;
import io.rungwatch.store.MetricHistory;
import io.rungwatch.store.Unusable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The last hour of a channel at each of its layers. What the probe forgot when it was restarted, the history may still know. */
final class HistoryView {
    private static final Duration SPAN = Duration.ofHours(1);

    private final Hour hour;
    private final Optional<MetricHistory> history;
    private final InstantSource clock;

    HistoryView(Hour hour, Optional<MetricHistory> history, InstantSource clock) {
        this.hour = hour;
        this.history = history;
        this.clock = clock;
    }

    /** Asks the database: not on an event loop. */
    Map<String, @Nullable Object> of(ChannelProfile profile) {
        Instant now = clock.instant();
        List<Object> layers = new ArrayList<>();
        for (Layer layer : profile.layers()) {
            String channel = profile.channel();
            Hour.Points lag = hour.points(channel, layer.name(), Hour.Line.LAG);
            long begins = lag.seconds().length == 0 ? now.getEpochSecond() : lag.seconds()[0];
            List<CdnRow> before = before(channel, layer.name(), now.minus(SPAN), Instant.ofEpochSecond(begins));
            layers.add(Json.object(
                    "layer", layer.name(),
                    "lag", line(lag, List.of(), row -> Double.NaN),
                    "firstByte",
                            line(
                                    hour.points(channel, layer.name(), Hour.Line.FIRST_BYTE),
                                    before,
                                    CdnRow::firstByteMean),
                    "hitRatio",
                            line(
                                    hour.points(channel, layer.name(), Hour.Line.HIT_RATIO),
                                    before,
                                    HistoryView::hitRatio)));
        }
        return Json.object("from", now.minus(SPAN), "to", now, "layers", layers);
    }

    /** A history that cannot be read leaves a gap; its trouble is told elsewhere. */
    private List<CdnRow> before(String channel, String layer, Instant since, Instant until) {
        if (history.isEmpty() || !since.isBefore(until)) {
            return List.of();
        }
        try {
            return history.get().cdn(channel, layer, since, until);
        } catch (Unusable e) {
            return List.of();
        }
    }

    private static double hitRatio(CdnRow row) {
        return row.lookups() <= 0 ? Double.NaN : (double) row.hits() / row.lookups();
    }

    /** `[seconds since 1970, value]`; null where nobody knows. */
    private static List<Object> line(Hour.Points points, List<CdnRow> before, ToDoubleFunction<CdnRow> figure) {
        List<Object> line = new ArrayList<>();
        for (CdnRow row : before) {
            line.add(point(row.time().getEpochSecond(), figure.applyAsDouble(row)));
        }
        for (int i = 0; i < points.seconds().length; i++) {
            line.add(point(points.seconds()[i], points.values()[i]));
        }
        return line;
    }

    private static List<@Nullable Object> point(long seconds, double value) {
        List<@Nullable Object> point = new ArrayList<>(2);
        point.add(seconds);
        point.add(Double.isFinite(value) ? Math.round(value * 1000) / 1e3 : null);
        return point;
    }
}
