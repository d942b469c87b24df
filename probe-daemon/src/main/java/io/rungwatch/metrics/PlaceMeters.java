package io.rungwatch.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rungwatch.check.Times;
import io.rungwatch.exchange.Document;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The series of one rendition at one layer, or of an MPD where there is nothing else. */
final class PlaceMeters {
    private final Arrivals arrivals = new Arrivals();
    private final Meter lagMeter;
    private final @Nullable LayerMeters layer;
    private final @Nullable RenditionMeters rendition;
    private volatile double lag = Double.NaN;
    private Instant movedAt = Instant.EPOCH;
    private long end;

    PlaceMeters(Metrics metrics, Where where, ChannelMeters channel) {
        layer = channel.layer(where);
        rendition = channel.rendition(where);
        lagMeter = metrics.register(
                Metric.LAG,
                () -> lag,
                where.channel(),
                where.protocol().word(),
                where.layer().name(),
                where.rendition().name());
    }

    void accept(PollReport report) {
        if (report.outcome() instanceof Outcome.Fetched fetched) {
            Edge.of(fetched.document(), report.at()).ifPresent(edge -> {
                if (edge.end() != end || movedAt.equals(Instant.EPOCH)) {
                    end = edge.end();
                    movedAt = report.at();
                    moved(fetched.document());
                }
                Instant since = edge.at() == null ? movedAt : edge.at();
                lag = Times.seconds(Duration.between(since, report.at()));
            });
        } else if (report.outcome() instanceof Outcome.Unreachable) {
            lag = Double.NaN;
        }
    }

    private void moved(Document document) {
        long added = arrivals.upTo(end);
        if (added > 0 && layer != null) {
            layer.listed(added);
        }
        Segment newest = document instanceof MediaPlaylist playlist ? playlist.lastSegment() : null;
        if (newest != null && rendition != null) {
            rendition.lasts(newest.duration());
        }
    }

    void remove(MeterRegistry registry) {
        registry.remove(lagMeter);
    }
}
