package io.rungwatch.simulator;

import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.RealMedia;
import io.rungwatch.simulator.stream.Rung;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.simulator.stream.Subtitles;
import java.time.Duration;
import java.util.List;

public final class Presets {
    /** The operators' four rungs. */
    public static final List<Rung> LADDER = List.of(
            new Rung("4K", 15_000_000, 3840, 2160, "hvc1.2.4.L153.90", 50),
            new Rung("HD", 5_000_000, 1920, 1080, "avc1.640028", 25),
            new Rung("SD", 2_000_000, 1280, 720, "avc1.64001f", 25),
            new Rung("LD", 500_000, 640, 360, "avc1.64001e", 25));

    private Presets() {}

    /** CH_001 … on the operators' ladder with Vietnamese sound and subtitles, below four layers. */
    public static SimulatorSpec standard(int channels, Duration segment) {
        return world(channels, stream(segment));
    }

    /** CH_001 … of any kind, below the same four layers. */
    public static SimulatorSpec world(int channels, StreamSpec stream) {
        Freshness freshness = Freshness.forSegments(stream.segmentation().duration());
        return new SimulatorSpec(ChannelSpec.family(channels, stream), layers(freshness), freshness);
    }

    /** The same with DASH beside HLS. */
    public static StreamSpec dash(Duration segment, Dash.Addressing addressing) {
        return stream(segment).withDash(Dash.by(addressing));
    }

    /** With a Period for each ad break, and patches. */
    public static StreamSpec dashWithAds(Duration segment) {
        return stream(segment)
                .withAds(new AdBreaks(segment.multipliedBy(50), segment.multipliedBy(5)))
                .withDash(Dash.by(Dash.Addressing.TIME).withPeriods().withPatches(segment.multipliedBy(10)));
    }

    /** Parts in HLS and chunks in DASH, with a window that is long enough for delta updates. */
    public static StreamSpec lowLatency(Duration segment, Duration part) {
        Segmentation cuts =
                Segmentation.of(segment).withContainer(Container.FMP4).withWindow(15);
        return stream(segment)
                .withSegmentation(cuts)
                .withPublication(new Publication(Duration.ofMillis(100), Duration.ZERO))
                .withLowLatency(LowLatency.of(part))
                .withDash(Dash.by(Dash.Addressing.DURATION));
    }

    public static StreamSpec stream(Duration segment) {
        return StreamSpec.of(LADDER, Segmentation.of(segment))
                .withAudio(RealMedia.SURROUND)
                .withSubtitles(new Subtitles("vie"));
    }

    /** Streams that browsers play, on a ladder of their own: {@link RealMedia} says why. */
    public static StreamSpec realMedia(Segmentation cuts) {
        return StreamSpec.of(RealMedia.LADDER, cuts).withAudio(RealMedia.SOUND).withSubtitles(new Subtitles("vie"));
    }

    public static List<LayerSpec> layers(Freshness keeps) {
        return List.of(
                LayerSpec.packager("packager"),
                LayerSpec.proxy("origin", "packager"),
                LayerSpec.cache("midcache-hn", "origin", keeps),
                LayerSpec.cache("edge-hn", "midcache-hn", keeps));
    }
}
