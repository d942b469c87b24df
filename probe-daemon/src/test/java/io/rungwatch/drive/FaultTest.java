package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.alert.Notification;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of the simulator for five minutes: the alerts that it must give, at the layer that is guilty, and nothing else. */
class FaultTest {
    private static final Duration SEGMENT = Duration.ofSeconds(6);

    /** `also` may be told beside the alert: what the same fault does on its way in or out. */
    private record Row(String fault, List<String> alerts, List<String> also) {
        Row(String fault, String... alerts) {
            this(fault, List.of(alerts), List.of());
        }

        Row also(String... others) {
            return new Row(fault, alerts, List.of(others));
        }

        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Row> faults() {
        return Stream.of(
                new Row("frozen_rung layer=packager rendition=HD", "playlist_stale@packager/HD"),
                new Row("frozen_rung layer=edge-hn rendition=SD", "playlist_stale@edge-hn/SD"),
                new Row("frozen_playlist layer=packager", "playlist_stale@packager/*"),
                new Row("frozen_playlist layer=midcache-hn", "playlist_stale@midcache-hn/*"),
                new Row(
                        "out_of_sync_rung layer=packager rendition=LD segments=4",
                        "playlist_stale@packager/LD",
                        "rendition_out_of_sync@packager/LD"),
                new Row("ended layer=packager", "playlist_ended@packager/*"),
                new Row("lagging_layer layer=edge-hn by=13s", "layer_behind@edge-hn/*").also("playlist_stale@edge-hn"),
                new Row(
                        "lagging_layer layer=edge-hn by=40s age=hidden",
                        "playlist_stale@edge-hn/*",
                        "layer_behind@edge-hn/*"),
                new Row("frozen_layer layer=edge-hn", "playlist_stale@edge-hn/*"),
                new Row("older_copy layer=edge-hn"),
                new Row("twin layer=packager behind=1"),
                new Row("twin layer=packager offset=1000", "backend_flip_flop@packager/*")
                        .also("media_sequence_gap@", "media_sequence_regressed@"),
                new Row("missing_rung layer=packager rendition=HD", "ladder_rung_missing@packager/manifest"),
                new Row("missing_rung layer=edge-hn rendition=HD", "ladder_rung_missing@edge-hn/manifest"),
                new Row("unexpected_rung layer=packager", "ladder_rung_unexpected@packager/manifest"),
                new Row("wrong_bandwidth layer=packager rendition=SD", "ladder_bandwidth_mismatch@packager/manifest"),
                new Row("wrong_resolution layer=packager rendition=SD", "ladder_resolution_mismatch@packager/manifest"),
                new Row("wrong_codecs layer=packager rendition=SD", "ladder_codec_mismatch@packager/manifest"),
                new Row("empty_playlist layer=packager rendition=SD", "manifest_empty@packager/SD"),
                new Row("short_playlist layer=packager rendition=SD", "playlist_too_short@packager/SD"),
                new Row("no_target_duration layer=packager rendition=SD", "target_duration_missing@packager/SD"),
                new Row("wrong_target_duration layer=packager rendition=SD", "target_duration_changed@packager/SD"),
                new Row("sequence_gap layer=packager", "media_sequence_gap@packager/*")
                        .also("media_sequence_regressed@packager", "live_latency_high@packager"),
                new Row("sequence_gap layer=packager time=media", "media_sequence_gap@packager/*")
                        .also("media_sequence_regressed@packager", "live_latency_high@packager"),
                new Row("sequence_regression layer=packager", "media_sequence_regressed@packager/*")
                        .also("media_sequence_gap@packager"),
                new Row("swapped_segment layer=packager rendition=HD", "segment_identity_changed@packager/HD"),
                new Row(
                        "overlong_segment layer=packager rendition=HD nth=2",
                        "segment_exceeds_target_duration@packager/HD"),
                new Row(
                        "short_segments layer=packager rendition=HD by=2s",
                        "segment_duration_out_of_tolerance@packager/HD"),
                new Row(
                        "wrong_discontinuity_sequence layer=packager rendition=HD mode=wavering",
                        "discontinuity_sequence_wrong@packager/HD"),
                new Row("malformed layer=packager rendition=HD what=extinf", "manifest_malformed@packager/HD"),
                new Row("malformed layer=packager rendition=HD what=header", "manifest_malformed@packager/HD"),
                new Row("cosmetic layer=packager rendition=HD style=bom", "manifest_malformed@packager/HD"),
                new Row("status layer=packager code=404", "manifest_unavailable@packager/manifest"),
                new Row("status layer=edge-hn rendition=HD code=404", "rendition_unavailable@edge-hn/HD"),
                new Row("status layer=origin rendition=HD code=503", "rendition_unavailable@origin/HD"),
                new Row("html_200 layer=edge-hn", "manifest_wrong_content@edge-hn/*"),
                new Row("html_200 layer=packager rendition=HD", "manifest_wrong_content@packager/HD"),
                new Row("empty_body layer=packager rendition=HD", "manifest_empty@packager/HD"),
                new Row("hang layer=midcache-hn rendition=HD", "rendition_unavailable@midcache-hn/HD"),
                new Row("reset layer=edge-hn rendition=HD", "rendition_unavailable@edge-hn/HD"),
                new Row("trickle layer=edge-hn rendition=HD", "rendition_unavailable@edge-hn/HD"),
                new Row("truncated_body layer=edge-hn rendition=HD", "rendition_unavailable@edge-hn/HD"),
                new Row("redirect layer=edge-hn"),
                new Row("redirect_loop layer=edge-hn rendition=HD", "rendition_unavailable@edge-hn/HD"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSeenAndNothingElse(Row row) throws BadUrl {
        World world = new World(spec(row.fault())).pass(Duration.ofMinutes(10));
        assertThat(world.seen).as("before the fault").isEmpty();

        world.fault(row.fault() + " channel=CH_001 from=+1m for=5m").pass(Duration.ofMinutes(30));
        List<String> raised = new ArrayList<>(new LinkedHashSet<>(world.told()));

        assertThat(world.faults).isEmpty();
        List<String> extra = raised.stream()
                .filter(told -> row.also().stream().anyMatch(told::startsWith))
                .toList();
        raised.removeAll(extra);
        assertThat(raised)
                .as(() -> "first findings: " + String.join("\n", world.seen.subList(0, Math.min(30, world.seen.size())))
                        + "\n" + String.join("\n", raised))
                .containsExactlyInAnyOrderElementsOf(row.alerts());
        assertThat(world.alerts.firing()).as("all clear afterwards").isEmpty();
        assertThat(world.notifications.stream()
                        .filter(n -> n.kind() == Notification.Kind.CLEARED)
                        .count())
                .as("each raise has its clear")
                .isEqualTo(world.notifications.stream()
                        .filter(n -> n.kind() == Notification.Kind.RAISED)
                        .count());
        assertThat(world.notifications).allMatch(n -> n.alert().channel().equals("CH_001"));
    }

    private static SimulatorSpec spec(String fault) {
        StreamSpec stream = Presets.stream(SEGMENT);
        SimulatorSpec usual = Presets.standard(2, SEGMENT);
        boolean needsBreaks = fault.startsWith("wrong_discontinuity");
        return needsBreaks
                ? new SimulatorSpec(
                        ChannelSpec.family(
                                2, stream.withAds(new AdBreaks(Duration.ofMinutes(3), Duration.ofSeconds(30)))),
                        usual.layers(),
                        usual.freshness())
                : usual;
    }
}
