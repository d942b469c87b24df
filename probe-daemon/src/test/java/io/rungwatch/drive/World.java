package io.rungwatch.drive;

import io.rungwatch.AllChecks;
import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Alerts;
import io.rungwatch.alert.Group;
import io.rungwatch.alert.Incident;
import io.rungwatch.alert.Notification;
import io.rungwatch.check.Finding;
import io.rungwatch.check.ProbeFault;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.ExpectedTrack;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Layer.Kind;
import io.rungwatch.profile.SegmentRule;
import io.rungwatch.profile.Tier;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Subtitles;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Sampling;
import io.rungwatch.watch.Sight;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulator, the engine and the alerts under a clock that the test turns. */
final class World implements Sink {
    /** A layer of the simulator whose name ends so is the backup of that layer. */
    private static final String STANDBY = "-standby";

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    final List<Notification> notifications = new ArrayList<>();
    final List<String> seen = new ArrayList<>();
    final List<ProbeFault> faults = new ArrayList<>();
    final Alerts alerts;
    final SimulatedRun run;
    final Sight sight = new Sight();
    long polls;
    private Simulator simulator;

    World(SimulatorSpec spec) throws BadUrl {
        this(spec, Promise.LIVE);
    }

    World(SimulatorSpec spec, Promise promise) throws BadUrl {
        this(spec, promise, START);
    }

    World(SimulatorSpec spec, Promise promise, Instant start) throws BadUrl {
        this(spec, promise, start, Sampling.Factory.NONE);
    }

    World(SimulatorSpec spec, Promise promise, Instant start, Sampling.Factory samplings) throws BadUrl {
        simulator = new Simulator(spec);
        run = new SimulatedRun(simulator, start, this);
        alerts = new Alerts(run::now, change -> {}, List.of(notifications::add));
        for (ChannelSpec channel : spec.channels()) {
            ChannelProfile profile = profile(channel, promise, layers(spec));
            alerts.watch(List.of(profile));
            run.add(new ChannelWatch(profile, AllChecks.LIST, start, samplings, sight));
        }
    }

    World fault(String line) {
        simulator = simulator.withFault(line, run.now());
        run.simulator(simulator);
        return this;
    }

    World pass(Duration time) {
        run.runUntil(run.now().plus(time));
        return this;
    }

    /** The alerts so far, each as it stood when it was widest: `check@layer/rendition`, `*` for several renditions or channels. */
    List<String> told() {
        Map<String, Incident> widest = new LinkedHashMap<>();
        for (Notification notification : notifications) {
            Incident incident = notification.incident();
            widest.merge(incident.id(), incident, (a, b) -> width(b) > width(a) ? b : a);
        }
        return widest.values().stream().map(World::told).toList();
    }

    private static int width(Incident incident) {
        return switch (incident) {
            case Alert alert -> alert.renditions().size();
            case Group group -> group.channels().size();
        };
    }

    private static String told(Incident incident) {
        String place = incident.check().id() + "@" + incident.layer() + "/";
        return switch (incident) {
            case Alert alert -> place + (alert.renditions().size() > 1 ? "*" : alert.rendition());
            case Group group -> place + "*";
        };
    }

    @Override
    public void accept(PollReport report) {
        polls++;
        faults.addAll(report.faults());
        for (Finding finding : report.findings()) {
            if (finding.severity() != Severity.INFO && seen.size() < 20000) {
                seen.add(report.at() + " " + report.where() + " "
                        + finding.check().id() + " " + finding.severity() + ": " + finding.message());
            }
        }
        alerts.accept(report);
    }

    @Override
    public void forget(Where where) {
        alerts.forget(where);
    }

    private static ChannelProfile profile(ChannelSpec channel, Promise promise, List<Layer> layers) {
        return new ChannelProfile(
                channel.id(),
                channel.id(),
                promise.mode(),
                Tier.TOP,
                Optional.of("/live/" + channel.id() + "/master.m3u8" + query(channel)),
                Optional.ofNullable(channel.stream().extras().dash())
                        .map(dash -> "/live/" + channel.id() + "/manifest.mpd"),
                layers,
                new SegmentRule(Optional.of(channel.stream().segmentation().duration()), OptionalDouble.of(0.10), 3),
                ladder(channel),
                tracks(channel.stream().audio().stream().map(Audio::language)),
                tracks(channel.stream().subtitles().stream().map(Subtitles::language)),
                promise.expect(channel.id()),
                promise.checks(),
                List.of());
    }

    private static List<ExpectedRung> ladder(ChannelSpec channel) {
        return channel.stream().ladder().stream()
                .map(rung -> new ExpectedRung(
                        rung.name(),
                        rung.bitrate(),
                        rung.width(),
                        rung.height(),
                        rung.codec().startsWith("hvc1") ? "hevc" : "avc"))
                .toList();
    }

    private static List<ExpectedTrack> tracks(Stream<String> languages) {
        return languages.map(language -> new ExpectedTrack(language, "")).toList();
    }

    private static String query(ChannelSpec channel) {
        return channel.stream().extras().has(HlsFeature.QUERY_VARIABLES) ? "?session=s1" : "";
    }

    private static List<Layer> layers(SimulatorSpec spec) throws BadUrl {
        List<Layer> layers = new ArrayList<>();
        Set<String> names = spec.layers().stream().map(LayerSpec::name).collect(Collectors.toSet());
        for (var layer : spec.layers()) {
            if (layer.name().endsWith(STANDBY)) {
                continue;
            }
            Kind kind = layer.name().startsWith("packager")
                    ? Kind.PACKAGER
                    : layer.name().startsWith("origin")
                            ? Kind.ORIGIN
                            : layer.name().startsWith("midcache") ? Kind.MIDCACHE : Kind.EDGE;
            String team = kind == Kind.PACKAGER ? "packager" : "cdn";
            Url base = Url.parse("http://" + layer.name() + "/");
            Url backup = Url.parse("http://" + layer.name() + STANDBY + "/");
            boolean hasOne = names.contains(layer.name() + STANDBY);
            layers.add(new Layer(layer.name(), kind, team, base, hasOne ? Optional.of(backup) : Optional.empty()));
        }
        return layers;
    }
}
