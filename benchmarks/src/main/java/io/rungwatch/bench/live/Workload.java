package io.rungwatch.bench.live;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.util.List;

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

    List<String> channelIds() {
        return simulated().channels().stream().map(ChannelSpec::id).toList();
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

    static String manifest(String channel) {
        return "/live/" + channel + "/master.m3u8";
    }
}
