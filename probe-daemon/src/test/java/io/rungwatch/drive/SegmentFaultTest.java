package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.round.Allowance;
import io.rungwatch.round.Books;
import io.rungwatch.round.ChannelSampling;
import io.rungwatch.round.SamplingPlan;
import io.rungwatch.round.SpotCheck;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What only those see who fetch the segments: each fault for some minutes, with the alerts that it must give, and nothing else. */
class SegmentFaultTest {
    private static final Segmentation CUTS = Segmentation.of(Duration.ofSeconds(6));
    private static final StreamSpec TS = Presets.realMedia(CUTS.withContainer(Container.TS));
    private static final StreamSpec FMP4 = Presets.realMedia(CUTS.withContainer(Container.FMP4));

    private record Row(String fault, StreamSpec stream, List<String> alerts) {
        Row(String fault, String... alerts) {
            this(fault, TS, List.of(alerts));
        }

        Row in(StreamSpec other) {
            return new Row(fault, other, alerts);
        }

        @Override
        public String toString() {
            return fault + (stream.equals(FMP4) ? " in fMP4" : "");
        }
    }

    static Stream<Row> faults() {
        return Stream.of(
                new Row("corrupted_segment layer=edge-hn rendition=HD", "content_differs_between_layers@edge-hn/HD"),
                new Row("truncated_segment layer=edge-hn rendition=HD", "content_differs_between_layers@edge-hn/HD")
                        .in(FMP4),
                new Row(
                        "truncated_body layer=edge-hn object=segment rendition=HD",
                        "content_length_mismatch@edge-hn/HD"),
                new Row("trickle layer=edge-hn object=segment rendition=HD", "request_timeout@edge-hn/HD"),
                new Row("hang layer=edge-hn object=segment rendition=HD", "request_timeout@edge-hn/HD"),
                new Row("reset layer=edge-hn object=segment rendition=HD", "connect_failed@edge-hn/HD"),
                new Row(
                        "status layer=edge-hn object=segment code=503 rendition=HD",
                        "edge_cannot_reach_origin@edge-hn/HD"),
                new Row("status layer=edge-hn object=segment code=403 rendition=HD", "auth_rejected@edge-hn/HD"),
                new Row("status layer=edge-hn object=segment code=429 rendition=HD", "rate_limited@edge-hn/HD"),
                new Row("status layer=packager object=segment code=404 rendition=HD", "segment_missing@packager/HD"),
                new Row(
                        "error_cached layer=midcache-hn object=segment code=404 rendition=HD",
                        "negative_caching@midcache-hn/HD"),
                new Row(
                        "html_200 layer=edge-hn object=segment rendition=HD",
                        "content_differs_between_layers@edge-hn/HD"),
                new Row("empty_body layer=packager object=segment rendition=HD", "segment_empty@packager/HD"),
                new Row("redirect_loop layer=edge-hn object=segment rendition=HD", "redirect_loop@edge-hn/HD"),
                new Row("status layer=origin object=segment code=503 rendition=HD", "segment_error@origin/HD"),
                new Row(
                        "status layer=origin object=segment code=503",
                        "segment_error@origin/*",
                        "origin_down@origin/manifest"),
                new Row("slow layer=edge-hn object=segment delay=1s", "latency_high@edge-hn/manifest"));
    }

    /** What is wrong within segments, from the packager on: one alert there, for all layers have the same bytes. */
    static Stream<Row> mediaFaults() {
        return Stream.of(
                        new Row("pts_jump layer=packager rendition=HD", "rungs_misaligned@packager/HD"),
                        new Row("pts_jump layer=packager rendition=HD by=30s", "rungs_misaligned@packager/HD"),
                        new Row("frozen_timestamps layer=packager rendition=HD", "timestamp_frozen@packager/HD"),
                        new Row("missing_audio layer=packager", "audio_missing@packager/audio_vie"),
                        new Row("missing_audio layer=packager rendition=HD", "video_missing@packager/HD"),
                        new Row(
                                "no_keyframe layer=packager rendition=HD",
                                "segment_starts_without_keyframe@packager/HD"),
                        new Row("wrong_codec layer=packager rendition=4K", "codec_mismatch@packager/4K"))
                .flatMap(row -> Stream.of(row, row.in(FMP4)));
    }

    static Stream<Row> brokenMedia() {
        return Stream.of(
                new Row("continuity_errors layer=packager rendition=HD", "ts_cc_error@packager/HD"),
                new Row("truncated_segment layer=packager rendition=HD", "ts_packet_size_bad@packager/HD"),
                new Row("truncated_segment layer=packager rendition=HD", "box_truncated@packager/HD").in(FMP4),
                new Row("corrupted_segment layer=packager rendition=HD", "ts_sync_lost@packager/HD"),
                new Row("corrupted_segment layer=packager rendition=HD places=100", "box_truncated@packager/HD")
                        .in(FMP4),
                new Row("html_200 layer=packager object=segment rendition=HD", "segment_not_media@packager/HD"));
    }

    @ParameterizedTest
    @MethodSource({"faults", "mediaFaults", "brokenMedia"})
    void isSeenAndNothingElse(Row row) throws BadUrl {
        World world = world(row.stream()).pass(Duration.ofMinutes(10));
        assertThat(world.seen).as("before the fault").isEmpty();

        world.fault(row.fault() + " channel=CH_001 for=360s").pass(Duration.ofMinutes(45));

        assertThat(world.faults).isEmpty();
        assertThat(world.told())
                .as(() ->
                        "first findings: " + String.join("\n", world.seen.subList(0, Math.min(30, world.seen.size()))))
                .containsExactlyInAnyOrderElementsOf(row.alerts());
        assertThat(world.alerts.firing()).as("all clear afterwards").isEmpty();
    }

    /** What players ask for in other ways is looked at once an hour, and then closely. */
    @ParameterizedTest
    @CsvSource({
        "no_range layer=edge-hn, range_broken@edge-hn/manifest",
        "no_cors layer=midcache-hn object=segment, cors_missing@midcache-hn/manifest"
    })
    void isSeenByThoseWhoAskInOtherWays(String fault, String alert) throws BadUrl {
        World world = world(TS).pass(Duration.ofMinutes(10));

        world.fault(fault + " channel=CH_001 for=130m").pass(Duration.ofHours(4));

        assertThat(world.faults).isEmpty();
        assertThat(world.told()).containsExactly(alert);
        assertThat(world.alerts.firing()).as("all clear afterwards").isEmpty();
    }

    static Stream<StreamSpec> clean() {
        Duration six = Duration.ofSeconds(6);
        AdBreaks ads = new AdBreaks(six.multipliedBy(20), six.multipliedBy(5));
        return Stream.of(
                TS,
                FMP4,
                TS.withAds(ads),
                FMP4.withAds(ads),
                Presets.dash(six, Dash.Addressing.TIME),
                Presets.dash(six, Dash.Addressing.NUMBER),
                Presets.dash(six, Dash.Addressing.DURATION),
                Presets.dashWithAds(six));
    }

    @ParameterizedTest
    @MethodSource("clean")
    void cleanStreamsAreSilent(StreamSpec stream) throws BadUrl {
        World world = world(stream).pass(Duration.ofMinutes(40));

        assertThat(world.seen).isEmpty();
        assertThat(world.faults).isEmpty();
    }

    private static World world(StreamSpec stream) throws BadUrl {
        return new World(
                Presets.world(2, stream),
                Promise.LIVE.playedAt("https://play.example.com"),
                World.START,
                ChannelSampling.all(
                        AllChecks.LIST, SamplingPlan.DEFAULT, new Books(), new Allowance(0), SpotCheck.none()));
    }
}
