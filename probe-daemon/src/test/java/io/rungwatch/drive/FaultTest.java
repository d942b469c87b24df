package io.rungwatch.drive;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of the simulator for five minutes: the alerts that it must give, at the layer that is guilty, and nothing else. */
class FaultTest {
    static Stream<FaultRow> faults() {
        return Stream.of(
                new FaultRow("frozen_rung layer=packager rendition=HD", "playlist_stale@packager/HD"),
                new FaultRow("frozen_rung layer=edge-hn rendition=SD", "manifest_overcached@edge-hn/SD"),
                new FaultRow("frozen_playlist layer=packager", "playlist_stale@packager/*"),
                new FaultRow("frozen_playlist layer=midcache-hn", "manifest_overcached@midcache-hn/*"),
                new FaultRow(
                                "out_of_sync_rung layer=packager rendition=LD segments=4",
                                "playlist_stale@packager/LD",
                                "rendition_out_of_sync@packager/LD")
                        .within(Duration.ofSeconds(72)),
                new FaultRow("ended layer=packager", "playlist_ended@packager/*"),
                new FaultRow("lagging_layer layer=edge-hn by=13s", "manifest_overcached@edge-hn/*"),
                // Two faults, one after the other: it stands still until it is late, then goes on that late for ever.
                new FaultRow("lagging_layer layer=edge-hn by=13s age=hidden", "layer_behind@edge-hn/*")
                        .also("playlist_stale@edge-hn"),
                new FaultRow(
                                "lagging_layer layer=edge-hn by=40s age=hidden",
                                "playlist_stale@edge-hn/*",
                                "layer_behind@edge-hn/*")
                        .within(Duration.ofSeconds(90)),
                new FaultRow("frozen_layer layer=edge-hn", "manifest_overcached@edge-hn/*"),
                new FaultRow("frozen_layer layer=edge-hn age=hidden", "playlist_stale@edge-hn/*"),
                new FaultRow("older_copy layer=edge-hn"),
                new FaultRow("twin layer=packager behind=1"),
                // Told before its cause: until the first server is back for the third time, it looks like a restart,
                // and may be one.
                new FaultRow("twin layer=packager offset=1000", "backend_flip_flop@packager/*")
                        .within(Duration.ofMinutes(2))
                        .also("media_sequence_gap@"),
                new FaultRow("status layer=packager object=segment code=404", "segment_missing@packager/*")
                        .within(Duration.ofSeconds(72)),
                new FaultRow("missing_rung layer=packager rendition=HD", "ladder_rung_missing@packager/manifest")
                        .within(FaultRow.MANIFEST),
                new FaultRow("missing_rung layer=edge-hn rendition=HD", "ladder_rung_missing@edge-hn/manifest")
                        .within(FaultRow.MANIFEST),
                new FaultRow("unexpected_rung layer=packager", "ladder_rung_unexpected@packager/manifest")
                        .within(FaultRow.MANIFEST),
                new FaultRow(
                                "wrong_bandwidth layer=packager rendition=SD",
                                "ladder_bandwidth_mismatch@packager/manifest")
                        .within(FaultRow.MANIFEST),
                new FaultRow(
                                "wrong_resolution layer=packager rendition=SD",
                                "ladder_resolution_mismatch@packager/manifest")
                        .within(FaultRow.MANIFEST),
                new FaultRow("wrong_codecs layer=packager rendition=SD", "ladder_codec_mismatch@packager/manifest")
                        .within(FaultRow.MANIFEST),
                new FaultRow("empty_playlist layer=packager rendition=SD", "manifest_empty@packager/SD"),
                new FaultRow("short_playlist layer=packager rendition=SD", "playlist_too_short@packager/SD"),
                new FaultRow("no_target_duration layer=packager rendition=SD", "target_duration_missing@packager/SD"),
                new FaultRow(
                        "wrong_target_duration layer=packager rendition=SD", "target_duration_changed@packager/SD"),
                new FaultRow("sequence_gap layer=packager", "media_sequence_gap@packager/*"),
                new FaultRow("sequence_gap layer=packager time=media", "media_sequence_gap@packager/*"),
                new FaultRow("sequence_regression layer=packager", "media_sequence_regressed@packager/*"),
                new FaultRow("swapped_segment layer=packager rendition=HD", "segment_identity_changed@packager/HD"),
                new FaultRow(
                                "overlong_segment layer=packager rendition=HD nth=2",
                                "segment_exceeds_target_duration@packager/HD")
                        .within(Duration.ofSeconds(36)),
                new FaultRow(
                                "short_segments layer=packager rendition=HD by=2s",
                                "segment_duration_out_of_tolerance@packager/HD")
                        .within(Duration.ofSeconds(36)),
                new FaultRow(
                                "wrong_discontinuity_sequence layer=packager rendition=HD mode=wavering",
                                "discontinuity_sequence_wrong@packager/HD")
                        .within(Duration.ofSeconds(210))
                        .of(Presets.stream(FaultRow.SEGMENT)
                                .withAds(new AdBreaks(Duration.ofMinutes(3), Duration.ofSeconds(30)))),
                new FaultRow("malformed layer=packager rendition=HD what=extinf", "manifest_malformed@packager/HD"),
                new FaultRow("malformed layer=packager rendition=HD what=header", "manifest_malformed@packager/HD"),
                new FaultRow("cosmetic layer=packager rendition=HD style=bom", "manifest_malformed@packager/HD"),
                new FaultRow("status layer=packager code=404", "manifest_unavailable@packager/manifest"),
                // Nobody lets the probe in, and so it cannot tell what viewers see.
                new FaultRow("status layer=* code=403", "probe_cannot_judge@packager/manifest")
                        .within(Duration.ofSeconds(70)),
                // It is let in to all the rest.
                new FaultRow("status layer=* rendition=HD code=403", "rendition_unavailable@packager/HD"),
                new FaultRow("status layer=edge-hn code=403", "manifest_unavailable@edge-hn/manifest"),
                // Two polls and a second: what explains the outage is told as soon as the outage would be.
                new FaultRow("status layer=edge-hn rendition=HD code=404", "error_cached@edge-hn/HD")
                        .within(Duration.ofMillis(14_200)),
                new FaultRow("status layer=origin rendition=HD code=503", "rendition_unavailable@origin/HD"),
                new FaultRow("html_200 layer=edge-hn", "manifest_wrong_content@edge-hn/*"),
                new FaultRow("html_200 layer=packager rendition=HD", "manifest_wrong_content@packager/HD"),
                new FaultRow("empty_body layer=packager rendition=HD", "manifest_empty@packager/HD"),
                new FaultRow("hang layer=midcache-hn rendition=HD", "rendition_unavailable@midcache-hn/HD"),
                new FaultRow("reset layer=edge-hn rendition=HD", "rendition_unavailable@edge-hn/HD"),
                new FaultRow("trickle layer=edge-hn rendition=HD", "rendition_unavailable@edge-hn/HD"),
                new FaultRow("truncated_body layer=edge-hn rendition=HD", "manifest_truncated@edge-hn/HD"),
                new FaultRow("redirect layer=edge-hn", "redirect_unexpected@edge-hn/*"),
                new FaultRow("redirect layer=edge-hn rendition=master"),
                new FaultRow("slow layer=edge-hn delay=2s"),
                new FaultRow("slow layer=edge-hn delay=4s", "manifest_unavailable@edge-hn/manifest"),
                new FaultRow("redirect_loop layer=edge-hn rendition=HD", "rendition_unavailable@edge-hn/HD"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSeenAndNothingElse(FaultRow row) throws BadUrl {
        row.isSeenAndNothingElse();
    }
}
