package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.Protection;
import io.rungwatch.simulator.stream.StreamSpec;
import io.rungwatch.url.BadUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of an MPD for five minutes: the alert that it must give, at the layer that is guilty, and nothing else. */
class DashFaultTest {
    private static final Duration SEGMENT = Duration.ofSeconds(6);
    private static final StreamSpec TIME = Presets.dash(SEGMENT, Addressing.TIME);
    private static final StreamSpec NUMBER = Presets.dash(SEGMENT, Addressing.NUMBER);
    private static final StreamSpec PERIODS = Presets.dashWithAds(SEGMENT);
    private static final StreamSpec CLOCK =
            Presets.stream(SEGMENT).withDash(Dash.by(Addressing.TIME).withDirectClock());
    private static final StreamSpec LOCKED = TIME.withProtection(Protection.of(Protection.Method.SAMPLE_AES));

    /** `also` may be told beside the alert: what the same fault does on its way in or out. */
    private record Row(String fault, StreamSpec stream, List<String> alerts, List<String> also) {
        Row(String fault, StreamSpec stream, String... alerts) {
            this(fault, stream, List.of(alerts), List.of());
        }

        Row also(String... others) {
            return new Row(fault, stream, alerts, List.of(others));
        }

        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Row> faults() {
        return Stream.of(
                new Row("frozen_mpd layer=packager", TIME, "playlist_stale@packager/manifest"),
                new Row("frozen_mpd layer=packager", NUMBER, "playlist_stale@packager/manifest"),
                new Row("no_availability_start layer=packager", TIME, "mpd_required_missing@packager/manifest"),
                new Row(
                        "availability_start_changed layer=packager",
                        TIME,
                        "availability_start_changed@packager/manifest"),
                new Row("publish_time_frozen layer=packager", TIME, "publish_time_stale@packager/manifest"),
                new Row("publish_time_regressed layer=packager", TIME, "publish_time_regressed@packager/manifest"),
                new Row("wrong_clock layer=packager", CLOCK, "utc_timing_invalid@packager/manifest"),
                new Row("long_update_period layer=packager", TIME, "update_period_invalid@packager/manifest"),
                new Row("truncated_mpd layer=packager", TIME, "manifest_truncated@packager/manifest"),
                new Row("static_mpd layer=packager", TIME, "playlist_ended@packager/manifest"),
                new Row("period_inserted layer=packager", TIME, "period_history_rewritten@packager/manifest")
                        .also("timeline_history_rewritten@"),
                new Row("foreign_patch layer=packager", PERIODS, "patch_invalid@packager/manifest"),
                new Row("period_gap layer=packager", PERIODS, "period_gap@packager/manifest"),
                new Row("period_overlap layer=packager", PERIODS, "period_overlap@packager/manifest"),
                new Row("duplicate_representation layer=packager", TIME, "mpd_required_missing@packager/manifest"),
                new Row("timeline_gap layer=packager", TIME, "timeline_gap@packager/manifest"),
                new Row("timeline_overlap layer=packager", TIME, "timeline_overlap@packager/manifest"),
                new Row("zero_segment layer=packager", TIME, "timeline_invalid@packager/manifest"),
                new Row("wrong_start_number layer=packager", NUMBER, "timeline_history_rewritten@packager/manifest"),
                new Row("wrong_offset layer=packager", TIME, "presentation_time_offset_wrong@packager/manifest"),
                new Row("zero_kid layer=packager", LOCKED, "content_protection_invalid@packager/manifest"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSeenAndNothingElse(Row row) throws BadUrl {
        World world = new World(Presets.world(1, row.stream())).pass(Duration.ofMinutes(12));
        assertThat(world.seen).as("before the fault").isEmpty();

        world.fault(row.fault() + " channel=CH_001 from=+1m for=5m").pass(Duration.ofMinutes(30));
        List<String> raised = new ArrayList<>(new LinkedHashSet<>(world.told()));

        assertThat(world.faults).isEmpty();
        raised.removeIf(told -> row.also().stream().anyMatch(told::startsWith));
        assertThat(raised)
                .as(() ->
                        "first findings: " + String.join("\n", world.seen.subList(0, Math.min(12, world.seen.size()))))
                .containsExactlyInAnyOrderElementsOf(row.alerts());
        assertThat(world.alerts.firing()).as("all clear afterwards").isEmpty();
    }
}
