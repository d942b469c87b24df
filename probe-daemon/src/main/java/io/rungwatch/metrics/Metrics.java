package io.rungwatch.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rungwatch.AllChecks;
import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Change;
import io.rungwatch.check.Check;
import io.rungwatch.check.Finding;
import io.rungwatch.check.ProbeFault;
import io.rungwatch.check.Severity;
import io.rungwatch.drive.Sink;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Taken;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what the polls found and counts it. The only class that knows Micrometer. Meters are looked up once per watched place and
 * then kept, for a poll must not build strings.
 */
public final class Metrics implements Sink {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    /** What a poll of one place moves, found by one look. `lag` is null for what lists no segments. */
    private record Place(
            ChannelMeters channel,
            ChannelMeters.Polls polls,
            FetchMeters fetch,
            @Nullable PlaceMeters lag) {
        void accept(PollReport report) {
            polls.count(report.outcome());
            if (!(report.outcome() instanceof Outcome.Aside)) {
                fetch.accept(report.outcome().exchange().timing());
                if (lag != null) {
                    lag.accept(report);
                    channel.listed(report);
                }
            }
        }
    }

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Where, Place> places = new ConcurrentHashMap<>();
    private final Map<String, FetchMeters> fetches = new ConcurrentHashMap<>();
    private final Map<String, SampleMeters> samples = new ConcurrentHashMap<>();
    private final Map<String, ChannelMeters> channels = new ConcurrentHashMap<>();
    private final Properties properties = new Properties(this, registry);
    private final Map<String, Counter> findings = new HashMap<>();
    private final Map<String, Counter> faults = new HashMap<>();
    private final Timer lateness;

    public Metrics() {
        for (Check check : AllChecks.LIST) {
            String id = check.info().id();
            findings.put(id, counter(Metric.FINDINGS, id));
            faults.put(id, counter(Metric.PROBE_FAULTS, id));
        }
        lateness = timer(Metric.LATENESS);
        com.sun.management.OperatingSystemMXBean process =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        counting(Metric.CPU, process, p -> p.getProcessCpuTime() / 1e9);
        Runtime runtime = Runtime.getRuntime();
        gauge(Metric.MEMORY, () -> runtime.totalMemory() - runtime.freeMemory());
    }

    /** A channel comes: everything that counts its failures is there at 0 before the first one. */
    public void watch(ChannelProfile profile) {
        channels.computeIfAbsent(profile.channel(), missing -> new ChannelMeters(this, profile));
        properties.tell(profile);
    }

    /** A channel goes on, and something else is expected of it. */
    public void adopt(ChannelProfile profile) {
        properties.tell(profile);
    }

    public void forgetChannel(String channel) {
        properties.forget(channel);
        ChannelMeters gone = channels.remove(channel);
        if (gone != null) {
            gone.remove(registry);
        }
        places.keySet().stream()
                .filter(where -> where.channel().equals(channel))
                .toList()
                .forEach(this::forget);
    }

    @Override
    public void accept(PollReport report) {
        if (report.outcome() instanceof Outcome.Sampled) {
            sampled(report);
        } else {
            Place place = place(report.where());
            if (place == null) {
                return;
            }
            place.accept(report);
        }
        for (Finding finding : report.findings()) {
            count(findings, finding.check().id());
        }
        for (ProbeFault fault : report.faults()) {
            count(faults, fault.check());
        }
    }

    /** Nearly always there, so asked for first: computeIfAbsent may lock, and makes its lambda each time. Null when its channel has left. */
    private @Nullable Place place(Where where) {
        Place known = places.get(where);
        return known != null ? known : places.computeIfAbsent(where, this::newPlace);
    }

    private @Nullable Place newPlace(Where where) {
        ChannelMeters channel = channels.get(where.channel());
        ChannelMeters.Polls polls = channel == null ? null : channel.polls(where);
        if (channel == null || polls == null) {
            return null;
        }
        FetchMeters fetch = fetches.computeIfAbsent(where.layer().name(), layer -> new FetchMeters(this, layer));
        return new Place(
                channel, polls, fetch, channel.isListing(where) ? new PlaceMeters(this, where, channel) : null);
    }

    private void sampled(PollReport report) {
        ChannelMeters channel = channels.get(report.where().channel());
        if (channel != null) {
            channel.sampled(report);
        }
        if (channel != null && report.outcome() instanceof Taken taken) {
            samples.computeIfAbsent(report.where().layer().name(), layer -> new SampleMeters(this, layer))
                    .accept(taken);
        }
    }

    @Override
    public void forget(Where where) {
        Place gone = places.remove(where);
        if (gone != null) {
            gone.channel().forget(where, registry);
        }
        if (gone != null && gone.lag() != null) {
            gone.lag().remove(registry);
        }
    }

    public void accept(Change change) {
        Alert alert = change.alert();
        ChannelMeters channel = channels.get(alert.channel());
        if (channel != null) {
            channel.alert(change);
        }
    }

    public void late(long nanos) {
        lateness.record(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    /** Takes a while with many channels: not on an event loop. */
    public String scrape() {
        return registry.scrape();
    }

    public void gauge(Metric metric, Supplier<Number> value, String... labels) {
        register(metric, value, labels);
    }

    /** Of a number that somebody else counts. */
    public <T> void counting(Metric metric, T counted, ToDoubleFunction<T> count) {
        Meter unused = counted(metric, counted, count);
    }

    <T> Meter counted(Metric metric, T counted, ToDoubleFunction<T> count, String... labels) {
        return FunctionCounter.builder(metric.id(), counted, count)
                .description(metric.help())
                .tags(tags(metric, labels))
                .register(registry);
    }

    void remove(List<Meter> meters) {
        meters.forEach(registry::remove);
    }

    Meter register(Metric metric, Supplier<Number> value, String... labels) {
        return Gauge.builder(metric.id(), value)
                .description(metric.help())
                .tags(tags(metric, labels))
                .strongReference(true)
                .register(registry);
    }

    Counter counter(Metric metric, String... labels) {
        return Counter.builder(metric.id())
                .description(metric.help())
                .tags(tags(metric, labels))
                .register(registry);
    }

    Timer timer(Metric metric, String... labels) {
        return Timer.builder(metric.id())
                .description(metric.help())
                .tags(tags(metric, labels))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** Severities that alerts have: info never alerts. */
    static final List<Severity> ALERTING = List.of(Severity.MINOR, Severity.MAJOR, Severity.CRITICAL);

    Map<Severity, AtomicInteger> alertGauges(String channel, List<Meter> made) {
        Map<Severity, AtomicInteger> gauges = new HashMap<>();
        for (Severity severity : ALERTING) {
            AtomicInteger value = new AtomicInteger();
            made.add(register(Metric.ALERTS, value::get, channel, severity.word()));
            gauges.put(severity, value);
        }
        return gauges;
    }

    private static List<Tag> tags(Metric metric, String... values) {
        List<Tag> tags = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(metric.labels().get(i).word(), values[i]));
        }
        return tags;
    }

    private static void count(Map<String, Counter> counters, String id) {
        Counter counter = counters.get(id);
        if (counter != null) {
            counter.increment();
        }
    }
}
