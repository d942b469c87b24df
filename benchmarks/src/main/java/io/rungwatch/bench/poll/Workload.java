package io.rungwatch.bench.poll;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Expectations;
import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.ExpectedTrack;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Layer.Kind;
import io.rungwatch.profile.Mode;
import io.rungwatch.profile.SegmentRule;
import io.rungwatch.profile.Tier;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Rung;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * So many channels on the operators' ladder below four layers; `tracks` adds one sound and one subtitle playlist to each, and with
 * `segments` the daemon samples segments too, whose bytes and time are in its figures.
 */
record Workload(int channels, Duration segment, boolean tracks, boolean segments) {

    /** Polls in a second that make a full load. */
    static final int FULL = 2_400;

    private static final int LAYERS = 4;

    String name() {
        return channels + " x " + playlists() + " x " + LAYERS + ", " + segment.toSeconds() + " s"
                + (segments ? ", segments" : "");
    }

    double pollsPerSecond() {
        return channels * playlists() * LAYERS / (double) segment.toSeconds();
    }

    private int playlists() {
        return Presets.LADDER.size() + (tracks ? 2 : 0);
    }

    /** As an argument of the processes that share it. */
    String argument() {
        return channels + ":" + segment + ":" + tracks + ":" + segments;
    }

    static Workload parse(String argument) {
        String[] parts = argument.split(":", -1);
        return new Workload(
                Integer.parseInt(parts[0]),
                Duration.parse(parts[1]),
                Boolean.parseBoolean(parts[2]),
                Boolean.parseBoolean(parts[3]));
    }

    SimulatorSpec simulated() {
        StreamSpec stream = tracks ? Presets.stream(segment) : StreamSpec.of(Presets.LADDER, Segmentation.of(segment));
        Freshness keeps = Freshness.forSegments(segment);
        return new SimulatorSpec(ChannelSpec.family(channels, stream), Presets.layers(keeps), keeps);
    }

    List<ChannelProfile> profiles(List<Layer> layers) {
        return simulated().channels().stream()
                .map(channel -> profile(channel.id(), layers))
                .toList();
    }

    static String manifest(String channel) {
        return "/live/" + channel + "/master.m3u8";
    }

    static Kind kind(String layer) {
        return layer.startsWith("packager")
                ? Kind.PACKAGER
                : layer.startsWith("origin") ? Kind.ORIGIN : layer.startsWith("midcache") ? Kind.MIDCACHE : Kind.EDGE;
    }

    private ChannelProfile profile(String channel, List<Layer> layers) {
        List<ExpectedTrack> track = tracks ? List.of(new ExpectedTrack("vie", "")) : List.of();
        return new ChannelProfile(
                channel,
                channel,
                Mode.LIVE,
                Tier.TOP,
                Optional.of(manifest(channel)),
                Optional.empty(),
                layers,
                new SegmentRule(Optional.of(segment), OptionalDouble.of(0.10), 3),
                Presets.LADDER.stream().map(Workload::expected).toList(),
                track,
                track,
                Expectations.NONE,
                Map.of(),
                List.of());
    }

    private static ExpectedRung expected(Rung rung) {
        return new ExpectedRung(
                rung.name(),
                rung.bitrate(),
                rung.width(),
                rung.height(),
                rung.codec().startsWith("hvc1") ? "hevc" : "avc");
    }
}
