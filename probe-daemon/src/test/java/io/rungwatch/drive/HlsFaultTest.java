package io.rungwatch.drive;

import io.rungwatch.profile.Mode;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.HlsFeature;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.Publication;
import io.rungwatch.simulator.stream.RealMedia;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of what HLS has besides numbers and names: keys, markers, dates, groups, parts, and of what minutes of watching show. */
class HlsFaultTest {
    private static final Duration SIX = FaultRow.SEGMENT;
    private static final Duration KEY = Duration.ofSeconds(60);
    /** One rendition is asked once a minute as low-latency players ask, which may be held for three target durations; and then again. */
    private static final Duration CANARY = Duration.ofSeconds(95);

    private static final StreamSpec PLAIN = Presets.stream(SIX);
    private static final StreamSpec ADS = PLAIN.withAds(new AdBreaks(Duration.ofMinutes(3), Duration.ofSeconds(30)));
    private static final StreamSpec LOCKED =
            PLAIN.withProtection(Protection.of(Protection.Method.AES_128).withRotation(KEY));
    private static final StreamSpec TWO =
            PLAIN.withAudio(RealMedia.SURROUND, new Audio("eng", "mp4a.40.2", 2, 128_000));
    private static final Promise LOCK = Promise.LIVE.locked(KEY);

    static Stream<FaultRow> faults() {
        return Stream.of(keys(), markers(), lines(), parts(), ladder(), linked(), time(), twins())
                .flatMap(rows -> rows);
    }

    private static Stream<FaultRow> keys() {
        return Stream.of(
                new FaultRow("key_without_uri layer=packager", "key_invalid@packager/*").of(LOCKED, LOCK),
                new FaultRow("encryption_lost layer=packager", "encryption_lost@packager/*").of(LOCKED, LOCK),
                new FaultRow("encryption_lost layer=packager rendition=HD", "encryption_lost@packager/HD")
                        .of(LOCKED, LOCK),
                new FaultRow("stuck_key layer=packager", "key_rotation_late@packager/*")
                        .within(Duration.ofMinutes(2))
                        .of(LOCKED, LOCK));
    }

    private static Stream<FaultRow> markers() {
        return Stream.of(
                new FaultRow("range_backwards layer=packager", "daterange_invalid@packager/*")
                        .within(Duration.ofSeconds(210))
                        .of(ADS),
                new FaultRow("splice_crc layer=packager", "scte35_payload_invalid@packager/*")
                        .within(Duration.ofSeconds(210))
                        .of(ADS),
                new FaultRow("no_cue_in layer=packager", "ad_break_unbalanced@packager/*")
                        .within(Duration.ofMinutes(5))
                        .of(ADS),
                new FaultRow("unclosed_break layer=packager", "ad_break_unbalanced@packager/*")
                        .within(Duration.ofSeconds(210))
                        .of(ADS),
                new FaultRow("pdt_missing layer=packager rendition=HD", "program_date_time_missing@packager/HD"));
    }

    private static Stream<FaultRow> lines() {
        StreamSpec whole =
                PLAIN.withProgramme(Programme.vod(World.START.minusSeconds(7200), World.START.minusSeconds(3600)));
        return Stream.of(
                // Two faults: numbers that stood still leap to where they belong when somebody repairs it.
                new FaultRow("repeated_sequence layer=packager how=stuck", "segment_identity_changed@packager/*")
                        .also("media_sequence_gap@packager"),
                new FaultRow("repeated_sequence layer=packager how=twice", "tag_misplaced@packager/*"),
                new FaultRow("low_version layer=packager rendition=HD", "version_incompatible@packager/HD")
                        .of(cut(Container.FMP4), Promise.LIVE.authoring()),
                new FaultRow("no_endlist layer=packager rendition=HD", "endlist_missing@packager/HD")
                        .within(Duration.ofMinutes(21))
                        .of(whole, Promise.LIVE.mode(Mode.VOD))
                        .lasts(Duration.ofMinutes(30), Duration.ofHours(1)),
                new FaultRow("gap_segments layer=packager nth=5"),
                new FaultRow("gap_segments layer=packager nth=1", "segment_gap@packager/*"),
                new FaultRow("gap_segments layer=packager rendition=HD nth=1", "segment_gap@packager/HD"),
                new FaultRow("init_changed layer=packager", "init_section_invalid@packager/*").of(cut(Container.FMP4)),
                new FaultRow("overlapping_range layer=packager", "byte_range_invalid@packager/*")
                        .of(cut(Container.TS_BYTE_RANGES)),
                new FaultRow("short_playlist layer=packager segments=3", "window_below_profile@packager/*")
                        .promised(Promise.LIVE.window(Duration.ofSeconds(36))),
                new FaultRow("foreign_content layer=packager rendition=HD", "manifest_wrong_content@packager/HD")
                        .promised(Promise.LIVE.withOwnPaths()));
    }

    private static Stream<FaultRow> parts() {
        StreamSpec low = lowLatency();
        return Stream.of(
                new FaultRow("wrong_part layer=packager what=long", "low_latency_part_invalid@packager/*").of(low),
                new FaultRow("wrong_part layer=packager what=short", "low_latency_part_invalid@packager/*").of(low),
                new FaultRow("small_hold_back layer=packager", "low_latency_control_invalid@packager/*").of(low),
                new FaultRow("blocking_ignored layer=packager", "blocking_reload_broken@packager/4K")
                        .within(CANARY)
                        .of(low),
                new FaultRow("query_ignored layer=edge-hn", "blocking_reload_broken@edge-hn/4K")
                        .within(CANARY)
                        .of(low),
                new FaultRow("lossy_delta layer=packager", "skip_delta_invalid@packager/4K")
                        .within(CANARY)
                        .of(low),
                new FaultRow("old_rendition_report layer=packager", "rendition_report_wrong@packager/4K")
                        .within(CANARY)
                        .of(low),
                new FaultRow("parts_stop layer=packager", "part_stale@packager/4K")
                        .within(CANARY)
                        .of(low),
                new FaultRow("no_parts layer=packager", "low_latency_lost@packager/*")
                        .of(low, Promise.LIVE.lowLatency()));
    }

    private static Stream<FaultRow> ladder() {
        return Stream.of(
                new FaultRow("undefined_group layer=packager", "ladder_group_undefined@packager/manifest")
                        .within(FaultRow.MANIFEST),
                new FaultRow("audio_lost layer=packager language=eng", "ladder_audio_missing@packager/manifest")
                        .within(FaultRow.MANIFEST)
                        .of(TWO),
                new FaultRow("audio_lost layer=packager", "ladder_audio_missing@packager/manifest")
                        .within(FaultRow.MANIFEST)
                        .of(TWO),
                new FaultRow("audio_lost layer=edge-hn", "ladder_audio_missing@edge-hn/manifest")
                        .within(FaultRow.MANIFEST)
                        .of(TWO),
                // One sound may as well be in the rungs themselves now: all that is certain is the change.
                new FaultRow("audio_lost layer=packager", "ladder_changed@packager/manifest").within(FaultRow.MANIFEST),
                new FaultRow("subtitles_lost layer=packager", "ladder_subtitles_missing@packager/manifest")
                        .within(FaultRow.MANIFEST));
    }

    /** What the manifests lead their players to is asked for once a minute; by a relative address where viewers ask. */
    private static Stream<FaultRow> linked() {
        StreamSpec steered = PLAIN.with(HlsFeature.PATHWAYS, HlsFeature.STEERING);
        StreamSpec decided = ADS.with(HlsFeature.INTERSTITIALS);
        Duration minutes = Duration.ofSeconds(150);
        return Stream.of(
                        new FaultRow("wrong_steering layer=packager", "content_steering_invalid@edge-hn/manifest")
                                .of(steered),
                        new FaultRow(
                                        "wrong_steering layer=edge-hn what=version",
                                        "content_steering_invalid@edge-hn/manifest")
                                .of(steered),
                        new FaultRow(
                                        "status layer=packager object=steering code=404",
                                        "content_steering_invalid@edge-hn/manifest")
                                .of(steered),
                        new FaultRow("wrong_assets layer=packager", "interstitial_invalid@edge-hn/*").of(decided),
                        new FaultRow("status layer=packager object=assets code=404", "interstitial_invalid@edge-hn/*")
                                .of(decided))
                .map(row -> row.within(row.fault().contains("assets") ? minutes.plusMinutes(2) : minutes));
    }

    private static Stream<FaultRow> time() {
        Duration hour = Duration.ofHours(1);
        Promise promptly = Promise.LIVE.latency(SIX);
        return Stream.of(
                // A minute of it is needed to see it, and half a minute to be late.
                new FaultRow("content_shortage layer=packager", "content_shortage@packager/*")
                        .within(Duration.ofSeconds(100)),
                new FaultRow("overcached layer=edge-hn", "manifest_overcached@edge-hn/*"),
                new FaultRow(
                                "lagging_layer layer=packager by=25s",
                                "playlist_stale@packager/*",
                                "live_latency_high@packager/*")
                        .within(Duration.ofSeconds(72))
                        .promised(promptly),
                new FaultRow("pdt_jump layer=packager", "program_date_time_jump@packager/*")
                        .within(Duration.ofSeconds(90)),
                new FaultRow("pdt_jump layer=packager direction=back", "program_date_time_jump@packager/*")
                        .within(Duration.ofSeconds(90)),
                new FaultRow("pdt_jump layer=packager direction=back by=40s", "program_date_time_jump@packager/*")
                        .within(Duration.ofSeconds(90))
                        .promised(promptly),
                // Two faults: dates that are right again have leapt back by six seconds, which players see as well.
                new FaultRow("pdt_drift layer=packager", "program_date_time_drift@packager/*")
                        .within(Duration.ofMinutes(45))
                        .also("program_date_time_jump@packager/*")
                        .lasts(hour.multipliedBy(2), hour.multipliedBy(3)));
    }

    /** Two packagers that give the same names to segments that begin at other instants. */
    private static Stream<FaultRow> twins() {
        Duration minutes = Duration.ofMinutes(2);
        String disagree = "backend_flip_flop@packager/*";
        return Stream.of(
                new FaultRow("twin layer=packager skew=400ms"),
                new FaultRow("twin layer=packager skew=1s", disagree).within(minutes),
                new FaultRow("twin layer=packager skew=3s", disagree).within(minutes),
                new FaultRow("twin layer=packager skew=10s", disagree).within(minutes),
                new FaultRow("twin layer=packager skew=3s", disagree)
                        .within(minutes)
                        .of(ADS),
                new FaultRow("twin layer=edge-hn skew=3s", "backend_flip_flop@edge-hn/*").within(minutes));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSeenAndNothingElse(FaultRow row) throws BadUrl {
        row.isSeenAndNothingElse();
    }

    private static StreamSpec cut(Container container) {
        return PLAIN.withSegmentation(Segmentation.of(SIX).withContainer(container));
    }

    /** Without DASH beside it. */
    static StreamSpec lowLatency() {
        Duration four = Duration.ofSeconds(4);
        return Presets.stream(four)
                .withSegmentation(
                        Segmentation.of(four).withContainer(Container.FMP4).withWindow(15))
                .withPublication(new Publication(Duration.ofMillis(100), Duration.ZERO))
                .withLowLatency(LowLatency.of(Duration.ofSeconds(1)));
    }
}
