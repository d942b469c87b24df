package io.rungwatch.drive;

import io.rungwatch.drive.CleanNoiseTest.Row;
import io.rungwatch.profile.Mode;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Protection.Method;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.RealMedia;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What goes on for months at real channels without being a fault, each on a channel of its own and some together. Two rungs and a sound
 * are enough to be compared, and half the work of a whole ladder.
 */
final class SoakNoise {
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final Duration FOUR = Duration.ofSeconds(4);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final AdBreaks ADS = new AdBreaks(Duration.ofMinutes(12), Duration.ofSeconds(90));
    private static final Publication LATE = new Publication(Duration.ofMillis(400), Duration.ofSeconds(2));
    /** The encoder's clock is 400 ms ahead: what it dates is listed before its time. */
    private static final Publication AHEAD = new Publication(Duration.ofMillis(-400), Duration.ZERO);

    private static final Publication BEHIND = new Publication(Duration.ofMillis(800), Duration.ofSeconds(1));
    private static final Promise NO_DATES = Promise.LIVE.without("program_date_time_missing");
    private static final String TWIN = "twin layer=packager behind=1";
    private static final String OLDER = "older_copy layer=edge-hn by=9s";

    private SoakNoise() {}

    static Stream<Row> rows(Instant start) {
        return Stream.of(delivery(), content(start), dash(), together()).flatMap(rows -> rows);
    }

    /** How it comes to us. */
    private static Stream<Row> delivery() {
        return Stream.of(
                Row.of("late, cached for a target duration", lean(SIX).withPublication(LATE))
                        .cachedFor(SIX),
                Row.of("twins", lean(SIX)).cachedFor(SIX).beside(TWIN),
                Row.of("twins, no dates", lean(SIX).withoutProgramDateTime())
                        .promised(NO_DATES)
                        .beside(TWIN),
                Row.of("older copies at the edge", lean(SIX)).cachedFor(SIX).beside(OLDER),
                Row.of("older copies at the origin", lean(SIX)).beside("older_copy layer=origin by=6s"),
                Row.of("a clock 400 ms ahead", lean(SIX).withPublication(AHEAD)),
                Row.of("a clock 400 ms behind", lean(SIX).withPublication(BEHIND)),
                Row.of("tokens", lean(SIX).with(HlsFeature.TOKENS)).cachedFor(SIX),
                Row.of("now this CDN, now that", lean(SIX).with(HlsFeature.CDN_SWITCH)));
    }

    /** What the encoder and the packager do. */
    private static Stream<Row> content(Instant start) {
        Programme evening =
                Programme.event(start.minusSeconds(60), start.plus(HOUR)).back(start.plus(HOUR.multipliedBy(2)));
        return Stream.of(
                Row.of("cuts that wander", cut(lean(SIX), Container.FMP4, 0.08))
                        .beside("slow layer=midcache-hn delay=1s"),
                Row.of("ad breaks", lean(SIX).withAds(ADS).with(HlsFeature.INTERSTITIALS)),
                Row.of("restarts", lean(SIX).withRestarts(HOUR)),
                Row.of("dates of Paris", lean(SIX).withAds(ADS).with(HlsFeature.LOCAL_DATES)),
                Row.of("keys", locked(lean(SIX), Method.AES_128)).promised(Promise.LIVE.locked(HOUR)),
                Row.of("an event, its recording, live again", lean(SIX).withProgramme(evening))
                        .mode(Mode.EVENT),
                Row.of("low latency", lowLatency()).promised(Promise.LIVE.lowLatency()));
    }

    private static Stream<Row> dash() {
        return Stream.of(
                Row.of("DASH $Time$", lean(SIX).withPublication(LATE).withDash(Dash.by(Addressing.TIME)))
                        .cachedFor(SIX),
                Row.of("DASH $Number$, twins", lean(SIX).withDash(Dash.by(Addressing.NUMBER)))
                        .beside(TWIN),
                Row.of(
                        "DASH by duration, a clock ahead",
                        lean(SIX).withPublication(AHEAD).withDash(Dash.by(Addressing.DURATION))),
                Row.of(
                                "DASH Periods, older copies",
                                lean(SIX)
                                        .withAds(ADS)
                                        .withDash(Dash.by(Addressing.TIME)
                                                .withPeriods()
                                                .withPatches(Duration.ofMinutes(1))))
                        .beside(OLDER),
                Row.of("DASH of low latency", lowLatency().withDash(Dash.by(Addressing.DURATION)))
                        .promised(Promise.LIVE.lowLatency()));
    }

    private static Stream<Row> together() {
        StreamSpec late = lean(SIX).withPublication(LATE).withAds(ADS);
        return Stream.of(
                Row.of(
                                "all of an encoder at once",
                                cut(locked(late, Method.SAMPLE_AES), Container.FMP4, 0.08)
                                        .withRestarts(HOUR.multipliedBy(5))
                                        .with(HlsFeature.LOCAL_DATES, HlsFeature.TOKENS, HlsFeature.CDN_SWITCH))
                        .promised(Promise.LIVE.locked(HOUR))
                        .cachedFor(SIX),
                Row.of(
                                "twins, ads, tokens, dates of Paris",
                                lean(SIX).withAds(ADS).with(HlsFeature.TOKENS, HlsFeature.LOCAL_DATES))
                        .beside(TWIN),
                Row.of(
                                "ten seconds, late",
                                lean(Duration.ofSeconds(10))
                                        .withPublication(LATE)
                                        .withAds(ADS))
                        .cachedFor(Duration.ofSeconds(10)));
    }

    private static StreamSpec lean(Duration segment) {
        return StreamSpec.of(Presets.LADDER.subList(1, 3), Segmentation.of(segment))
                .withAudio(RealMedia.SURROUND);
    }

    private static StreamSpec cut(StreamSpec stream, Container container, double jitter) {
        return stream.withSegmentation(
                stream.segmentation().withContainer(container).withJitter(jitter));
    }

    private static StreamSpec locked(StreamSpec stream, Method method) {
        return stream.withProtection(Protection.of(method).withRotation(HOUR));
    }

    private static StreamSpec lowLatency() {
        return lean(FOUR)
                .withSegmentation(
                        Segmentation.of(FOUR).withContainer(Container.FMP4).withWindow(15))
                .withPublication(new Publication(Duration.ofMillis(100), Duration.ZERO))
                .withLowLatency(LowLatency.of(Duration.ofSeconds(1)))
                .withAds(ADS);
    }
}
