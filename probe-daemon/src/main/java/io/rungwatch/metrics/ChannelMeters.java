package io.rungwatch.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Change;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Measured;
import io.rungwatch.round.Taken;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The series of one channel. */
final class ChannelMeters {
    /** By what came of them. */
    record Polls(Counter fetched, Counter unreachable, Counter notJudged, Counter aside) {
        void count(Outcome outcome) {
            switch (outcome) {
                case Outcome.Fetched f -> fetched.increment();
                case Outcome.Unreachable u -> unreachable.increment();
                case Outcome.NotJudged n -> notJudged.increment();
                case Outcome.Aside a -> aside.increment();
                case Outcome.Sampled s -> {} // its requests were counted as they were answered
            }
        }
    }

    private record Key(Protocol protocol, String layer) {}

    private final List<Meter> made = new ArrayList<>();
    private final Map<Key, Polls> polls = new HashMap<>();
    private final Map<String, LayerMeters> layers = new HashMap<>();
    private final Map<String, RenditionMeters> renditions = new HashMap<>();
    private final Metrics metrics;
    private final String channel;
    private final String first;
    /** Its playlists tell more, where it has them. */
    private final boolean onlyDash;

    private final Lags lags;
    private final Map<Severity, AtomicInteger> alerts;
    private final Map<String, Severity> firing = new ConcurrentHashMap<>();

    ChannelMeters(Metrics metrics, ChannelProfile profile) {
        this.metrics = metrics;
        channel = profile.channel();
        onlyDash = profile.hls().isEmpty();
        first = profile.layers().isEmpty() ? "" : profile.layers().getFirst().name();
        profile.hls().ifPresent(path -> polls(metrics, profile, Protocol.HLS));
        profile.dash().ifPresent(path -> polls(metrics, profile, Protocol.DASH));
        for (Layer layer : profile.layers()) {
            boolean cache = layer.kind().isCache();
            layers.put(layer.name(), new LayerMeters(metrics, profile.channel(), layer.name(), cache, made));
        }
        lags = new Lags(profile.layers().stream().map(Layer::name).toList(), layers);
        alerts = metrics.alertGauges(profile.channel(), made);
    }

    void sampled(PollReport report) {
        LayerMeters layer = layers.get(report.where().layer().name());
        if (layer != null && report.outcome() instanceof Taken taken) {
            layer.accept(taken);
            RenditionMeters rendition = rendition(taken.where());
            if (rendition != null) {
                rendition.accept(taken);
            }
        } else if (layer != null && report.outcome() instanceof Measured measured) {
            layer.accept(measured.rates());
        }
    }

    /** Whether what it lists says how far the stream is. */
    boolean isListing(Where where) {
        return where.rendition().isEntry()
                ? onlyDash && where.protocol() == Protocol.DASH
                : where.protocol() == Protocol.HLS;
    }

    @Nullable
    LayerMeters layer(Where where) {
        return layers.get(where.layer().name());
    }

    /** Null below the first layer, where the numbers would be the same, and of subtitles. */
    synchronized @Nullable RenditionMeters rendition(Where where) {
        Rendition.Kind kind = where.rendition().kind();
        boolean told =
                where.layer().name().equals(first) && (kind == Rendition.Kind.VIDEO || kind == Rendition.Kind.AUDIO);
        return told
                ? renditions.computeIfAbsent(
                        where.rendition().name(), name -> new RenditionMeters(metrics, channel, name))
                : null;
    }

    void listed(PollReport report) {
        lags.accept(report);
    }

    synchronized void forget(Where where, MeterRegistry registry) {
        lags.forget(where);
        boolean told = where.layer().name().equals(first);
        RenditionMeters gone = told ? renditions.remove(where.rendition().name()) : null;
        if (gone != null) {
            gone.remove(registry);
        }
    }

    private void polls(Metrics metrics, ChannelProfile profile, Protocol protocol) {
        for (Layer layer : profile.layers()) {
            Key key = new Key(protocol, layer.name());
            polls.put(
                    key,
                    new Polls(
                            polls(metrics, profile.channel(), key, "fetched"),
                            polls(metrics, profile.channel(), key, "unreachable"),
                            polls(metrics, profile.channel(), key, "not_judged"),
                            polls(metrics, profile.channel(), key, "aside")));
        }
    }

    /** Null where the profile no longer has that layer. */
    @Nullable
    Polls polls(Where where) {
        return polls.get(new Key(where.protocol(), where.layer().name()));
    }

    void alert(Change change) {
        Alert alert = change.alert();
        Severity before = firing.remove(alert.id());
        if (before != null) {
            gauge(before).decrementAndGet();
        }
        if (change.kind() != Change.Kind.CLEARED) {
            firing.put(alert.id(), alert.severity());
            gauge(alert.severity()).incrementAndGet();
        }
    }

    synchronized void remove(MeterRegistry registry) {
        made.forEach(registry::remove);
        renditions.values().forEach(rendition -> rendition.remove(registry));
    }

    private AtomicInteger gauge(Severity severity) {
        return alerts.getOrDefault(severity, new AtomicInteger());
    }

    private Counter polls(Metrics metrics, String channel, Key key, String outcome) {
        Counter counter = metrics.counter(Metric.POLLS, channel, key.protocol().word(), key.layer(), outcome);
        made.add(counter);
        return counter;
    }
}
