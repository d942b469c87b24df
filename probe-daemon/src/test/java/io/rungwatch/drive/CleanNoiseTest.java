package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.Mode;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real chains do all day long without anything being wrong. Nobody may be woken by it. */
class CleanNoiseTest {
    private static final Duration SIX = Duration.ofSeconds(6);
    private static final AdBreaks ADS = new AdBreaks(Duration.ofMinutes(5), Duration.ofSeconds(30));
    private static final Instant START = World.START;

    private static final Promise NO_DATES = Promise.LIVE.without("program_date_time_missing");

    record Row(
            String noise, StreamSpec stream, Promise promise, Freshness cache, Optional<String> beside, Duration time) {
        static Row of(String noise, StreamSpec stream) {
            Freshness half = Freshness.forSegments(stream.segmentation().duration());
            return new Row(noise, stream, Promise.LIVE, half, Optional.empty(), Duration.ofHours(2));
        }

        Row mode(Mode other) {
            return promised(promise.mode(other));
        }

        Row promised(Promise other) {
            return new Row(noise, stream, other, cache, beside, time);
        }

        Row cachedFor(Duration life) {
            Freshness fresh = new Freshness(life, life, Duration.ofHours(1));
            return new Row(noise, stream, promise, fresh, beside, time);
        }

        /** Something that the simulator calls a fault, and operators do not. */
        Row beside(String line) {
            return new Row(noise, stream, promise, cache, Optional.of(line + " channel=CH_001"), time);
        }

        Row minutes(int minutes) {
            return new Row(noise, stream, promise, cache, beside, Duration.ofMinutes(minutes));
        }

        World world(Instant start) throws BadUrl {
            SimulatorSpec spec = new SimulatorSpec(ChannelSpec.family(1, stream), Presets.layers(cache), cache);
            World world = new World(spec, promise, start);
            beside.ifPresent(line -> world.fault(line + " from=+1m for=9000h"));
            return world;
        }

        @Override
        public String toString() {
            return noise;
        }
    }

    static Stream<Row> noises() {
        return Stream.concat(usual(), HlsNoise.rows());
    }

    private static Stream<Row> usual() {
        StreamSpec six = Presets.stream(SIX);
        Publication late = new Publication(Duration.ofMillis(400), Duration.ofSeconds(2));
        return Stream.of(
                Row.of("published up to 2 s late", six.withPublication(late)),
                Row.of(
                        "cuts that wander with key frames",
                        cut(six, Segmentation.of(SIX).withJitter(0.08))),
                Row.of("caches that keep for a target duration", six).cachedFor(SIX),
                Row.of("caches that keep for a second", six).cachedFor(Duration.ofSeconds(1)),
                Row.of("ad breaks", six.withAds(ADS)),
                Row.of("restarts with a discontinuity", six.withRestarts(Duration.ofMinutes(10))),
                Row.of(
                                "ad breaks and restarts, late, cached",
                                six.withAds(ADS)
                                        .withRestarts(Duration.ofMinutes(30))
                                        .withPublication(late))
                        .cachedFor(SIX),
                Row.of("a twin that is a segment behind", six).beside("twin layer=packager behind=1"),
                Row.of("a twin whose clock is not quite right", six).beside("twin layer=packager skew=400ms"),
                Row.of("a twin at the origin", six.withAds(ADS)).beside("twin layer=origin behind=1"),
                Row.of("older copies at the edge", six).beside("older_copy layer=edge-hn by=9s"),
                Row.of("older copies of one segment at every layer below", six).beside("older_copy layer=origin by=6s"),
                Row.of("one redirect at the edge", six).beside("redirect layer=edge-hn rendition=master"),
                Row.of("answers of a second", six).beside("slow layer=midcache-hn delay=1s"),
                Row.of("CRLF", six).beside("cosmetic layer=packager style=crlf"),
                Row.of("fMP4", cut(six.withAds(ADS), Segmentation.of(SIX).withContainer(Container.FMP4))),
                Row.of("byte ranges of TS", cut(six, Segmentation.of(SIX).withContainer(Container.TS_BYTE_RANGES))),
                Row.of("byte ranges of fMP4", cut(six, Segmentation.of(SIX).withContainer(Container.FMP4_BYTE_RANGES))),
                Row.of("no PROGRAM-DATE-TIME", six.withoutProgramDateTime()).promised(NO_DATES),
                Row.of(
                                "no PROGRAM-DATE-TIME, ads, late, cached",
                                six.withoutProgramDateTime().withAds(ADS).withPublication(late))
                        .promised(NO_DATES)
                        .cachedFor(SIX),
                Row.of("no PROGRAM-DATE-TIME, a twin", six.withoutProgramDateTime())
                        .promised(NO_DATES)
                        .beside("twin layer=packager behind=1"),
                Row.of("two seconds", Presets.stream(Duration.ofSeconds(2))).minutes(60),
                Row.of(
                                "two seconds, late, cached",
                                Presets.stream(Duration.ofSeconds(2))
                                        .withPublication(
                                                new Publication(Duration.ofMillis(200), Duration.ofMillis(800))))
                        .cachedFor(Duration.ofSeconds(2))
                        .minutes(60),
                Row.of("ten seconds", Presets.stream(Duration.ofSeconds(10)).withAds(ADS)),
                Row.of("6.006 seconds", Presets.stream(Duration.ofMillis(6006)).withAds(ADS)),
                Row.of("5.96 seconds", Presets.stream(Duration.ofMillis(5960))),
                Row.of(
                                "a window of 3,000 segments",
                                cut(lean(six), Segmentation.of(SIX).withWindow(3000)))
                        .minutes(10),
                Row.of(
                                "an event that ends",
                                lean(six)
                                        .withProgramme(
                                                Programme.event(START.minusSeconds(600), START.plusSeconds(3600))))
                        .mode(Mode.EVENT),
                Row.of(
                                "an event that begins",
                                lean(six)
                                        .withProgramme(Programme.event(START.minusSeconds(7), START.plusSeconds(3600))))
                        .mode(Mode.EVENT)
                        .minutes(30),
                Row.of("VOD", six.withProgramme(Programme.vod(START.minusSeconds(7200), START.minusSeconds(3600))))
                        .mode(Mode.VOD));
    }

    @ParameterizedTest
    @MethodSource("noises")
    void wakesNobody(Row row) throws BadUrl {
        World world = row.world(START).pass(row.time());

        assertThat(world.faults).isEmpty();
        assertThat(world.notifications)
                .as(() -> String.join("\n", world.seen.subList(0, Math.min(20, world.seen.size()))))
                .isEmpty();
    }

    private static StreamSpec cut(StreamSpec stream, Segmentation how) {
        return stream.withSegmentation(how);
    }

    /** Sound and subtitles add nothing to how long a playlist is. */
    private static StreamSpec lean(StreamSpec stream) {
        return stream.withAudio().withSubtitles();
    }
}
