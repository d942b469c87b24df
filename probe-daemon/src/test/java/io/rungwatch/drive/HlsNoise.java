package io.rungwatch.drive;

import io.rungwatch.drive.CleanNoiseTest.Row;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Protection.Method;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.util.stream.Stream;

/** What HLS can have beside segments, with all that authoring checks would say of it. */
final class HlsNoise {
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final Duration KEY = Duration.ofMinutes(2);
    private static final AdBreaks ADS = new AdBreaks(Duration.ofMinutes(5), Duration.ofSeconds(30));
    private static final Promise AUTHORED = Promise.LIVE.authoring();

    private HlsNoise() {}

    static Stream<Row> rows() {
        StreamSpec six = Presets.stream(SIX);
        StreamSpec low = HlsFaultTest.lowLatency();
        Promise locked = AUTHORED.locked(KEY);
        return Stream.of(
                        Row.of("well made", six),
                        Row.of("well made, ad breaks with SCTE-35", six.withAds(ADS)),
                        Row.of("I-frame playlists", six.with(HlsFeature.I_FRAMES)),
                        Row.of("variables by name", six.with(HlsFeature.VARIABLES)),
                        Row.of("variables by query", six.with(HlsFeature.QUERY_VARIABLES)),
                        Row.of("two pathways", six.with(HlsFeature.PATHWAYS)),
                        Row.of("steering", six.with(HlsFeature.PATHWAYS, HlsFeature.STEERING)),
                        Row.of("interstitials", six.withAds(ADS).with(HlsFeature.INTERSTITIALS)),
                        Row.of("AES-128", locked(six, Method.AES_128)).promised(locked),
                        Row.of("AES-128, ad breaks", locked(six.withAds(ADS), Method.AES_128))
                                .promised(locked),
                        Row.of("SAMPLE-AES", locked(fmp4(six), Method.SAMPLE_AES))
                                .promised(locked),
                        Row.of("all at once", locked(six.withAds(ADS).with(HlsFeature.values()), Method.AES_128))
                                .promised(locked),
                        Row.of("low latency", low).promised(AUTHORED.lowLatency()),
                        Row.of("low latency, ad breaks", low.withAds(ADS)).promised(AUTHORED.lowLatency()),
                        Row.of("low latency, keys", locked(low, Method.SAMPLE_AES))
                                .promised(locked))
                .map(row -> row.minutes(60))
                .map(row -> row.promise().checks().isEmpty() ? row.promised(AUTHORED) : row);
    }

    private static StreamSpec locked(StreamSpec stream, Method method) {
        return stream.withProtection(Protection.of(method).withRotation(KEY));
    }

    private static StreamSpec fmp4(StreamSpec stream) {
        return stream.withSegmentation(Segmentation.of(SIX).withContainer(Container.FMP4));
    }
}
