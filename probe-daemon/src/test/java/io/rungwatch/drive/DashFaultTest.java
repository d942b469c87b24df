package io.rungwatch.drive;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of an MPD for five minutes: the alert that it must give, at the layer that is guilty, and nothing else. */
class DashFaultTest {
    private static final Duration SEGMENT = Duration.ofSeconds(6);
    private static final StreamSpec TIME = Presets.dash(SEGMENT, Addressing.TIME);
    private static final StreamSpec NUMBER = Presets.dash(SEGMENT, Addressing.NUMBER);
    private static final StreamSpec DURATION = Presets.dash(SEGMENT, Addressing.DURATION);
    private static final StreamSpec PERIODS = Presets.dashWithAds(SEGMENT);
    private static final StreamSpec CLOCK =
            Presets.stream(SEGMENT).withDash(Dash.by(Addressing.TIME).withDirectClock());
    private static final StreamSpec STEERED =
            Presets.stream(SEGMENT).withDash(Dash.by(Addressing.TIME).withSteering());
    private static final StreamSpec LOCKED = TIME.withProtection(Protection.of(Protection.Method.SAMPLE_AES));

    static Stream<FaultRow> faults() {
        return Stream.of(
                new FaultRow("frozen_mpd layer=packager", "playlist_stale@packager/manifest").of(TIME),
                new FaultRow("frozen_mpd layer=packager", "playlist_stale@packager/manifest").of(NUMBER),
                new FaultRow("no_availability_start layer=packager", "mpd_required_missing@packager/manifest").of(TIME),
                new FaultRow(
                                "availability_start_changed layer=packager",
                                "availability_start_changed@packager/manifest")
                        .of(TIME),
                new FaultRow("publish_time_frozen layer=packager", "publish_time_stale@packager/manifest")
                        .within(Duration.ofSeconds(36))
                        .of(TIME),
                new FaultRow("publish_time_regressed layer=packager", "publish_time_regressed@packager/manifest")
                        .of(TIME),
                new FaultRow("wrong_clock layer=packager", "utc_timing_invalid@packager/manifest").of(CLOCK),
                new FaultRow("wrong_steering layer=packager", "content_steering_invalid@edge-hn/manifest")
                        .within(Duration.ofSeconds(90))
                        .of(STEERED),
                new FaultRow("long_update_period layer=packager", "update_period_invalid@packager/manifest").of(TIME),
                new FaultRow("truncated_mpd layer=packager", "manifest_truncated@packager/manifest").of(TIME),
                new FaultRow("static_mpd layer=packager", "playlist_ended@packager/manifest").of(TIME),
                new FaultRow("period_inserted layer=packager", "period_history_rewritten@packager/manifest")
                        .within(Duration.ofSeconds(72))
                        .of(TIME),
                new FaultRow("foreign_patch layer=packager", "patch_invalid@packager/manifest")
                        .within(Duration.ofSeconds(72))
                        .of(PERIODS),
                new FaultRow("period_gap layer=packager", "period_gap@packager/manifest")
                        .within(Duration.ofMinutes(5))
                        .of(PERIODS),
                new FaultRow("period_overlap layer=packager", "period_overlap@packager/manifest")
                        .within(Duration.ofMinutes(5))
                        .of(PERIODS),
                new FaultRow("duplicate_representation layer=packager", "mpd_required_missing@packager/manifest")
                        .of(TIME),
                new FaultRow("timeline_gap layer=packager", "timeline_gap@packager/manifest")
                        .within(Duration.ofSeconds(60))
                        .of(TIME),
                new FaultRow("timeline_overlap layer=packager", "timeline_overlap@packager/manifest")
                        .within(Duration.ofSeconds(60))
                        .of(TIME),
                new FaultRow("zero_segment layer=packager", "timeline_invalid@packager/manifest")
                        .within(Duration.ofSeconds(60))
                        .of(TIME),
                new FaultRow("wrong_start_number layer=packager", "timeline_history_rewritten@packager/manifest")
                        .of(NUMBER),
                new FaultRow("wrong_offset layer=packager", "presentation_time_offset_wrong@packager/manifest")
                        .of(TIME),
                // One of four Representations: told once for as long as it lasts, whichever has its turn.
                new FaultRow(
                                "status layer=packager object=segment rendition=SD code=404",
                                "segment_missing@packager/SD",
                                "segment_missing@packager/manifest")
                        .within(Duration.ofMinutes(15))
                        .lasts(Duration.ofHours(1), Duration.ofMinutes(20))
                        .of(TIME),
                new FaultRow(
                                "content_shortage layer=packager",
                                "content_shortage@packager/*",
                                "content_shortage@packager/manifest")
                        .within(Duration.ofSeconds(130))
                        .of(TIME),
                new FaultRow("late_segments layer=packager", "segment_availability_wrong@packager/manifest")
                        .within(Duration.ofSeconds(60))
                        .of(DURATION),
                new FaultRow("early_segments layer=packager", "segment_availability_wrong@packager/manifest")
                        .within(Duration.ofSeconds(72))
                        .of(DURATION),
                new FaultRow("zero_kid layer=packager", "content_protection_invalid@packager/manifest").of(LOCKED),
                new FaultRow(
                                "encryption_lost layer=packager",
                                "encryption_lost@packager/*",
                                "encryption_lost@packager/manifest")
                        .of(LOCKED, Promise.LIVE.locked(Duration.ofDays(1))),
                new FaultRow(
                                "overcached layer=edge-hn",
                                "manifest_overcached@edge-hn/*",
                                "manifest_overcached@edge-hn/manifest")
                        .of(TIME),
                new FaultRow(
                                "splice_crc layer=packager",
                                "scte35_payload_invalid@packager/*",
                                "scte35_payload_invalid@packager/manifest")
                        .within(Duration.ofSeconds(210))
                        .of(PERIODS));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSeenAndNothingElse(FaultRow row) throws BadUrl {
        row.isSeenAndNothingElse();
    }
}
