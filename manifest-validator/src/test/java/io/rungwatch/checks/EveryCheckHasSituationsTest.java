package io.rungwatch.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.across.LayerContentDiffersTest;
import io.rungwatch.checks.across.PlaylistEndedTest;
import io.rungwatch.checks.across.PlaylistStaleTest;
import io.rungwatch.checks.across.ProtocolsDisagreeTest;
import io.rungwatch.checks.across.RenditionOutOfSyncTest;
import io.rungwatch.checks.across.RenditionsBoundariesDifferTest;
import io.rungwatch.checks.across.RenditionsDateRangesDifferTest;
import io.rungwatch.checks.across.RenditionsDiscontinuityDifferTest;
import io.rungwatch.checks.across.RenditionsProgramDateTimeDifferTest;
import io.rungwatch.checks.across.RenditionsTargetDurationDifferTest;
import io.rungwatch.checks.across.RenditionsTypeDifferTest;
import io.rungwatch.checks.delivery.DeclaredBitrateWrongTest;
import io.rungwatch.checks.delivery.SegmentMissingTest;
import io.rungwatch.checks.fetch.ErrorCachedTest;
import io.rungwatch.checks.fetch.ManifestOversizedTest;
import io.rungwatch.checks.fetch.ManifestTruncatedTest;
import io.rungwatch.checks.fetch.ManifestUnavailableTest;
import io.rungwatch.checks.fetch.ProbeBlindTest;
import io.rungwatch.checks.fetch.ProbeCannotJudgeTest;
import io.rungwatch.checks.fetch.RedirectUnexpectedTest;
import io.rungwatch.checks.fetch.RenditionUnavailableTest;
import io.rungwatch.checks.history.BackendFlipFlopTest;
import io.rungwatch.checks.mpdhistory.PatchInvalidTest;
import io.rungwatch.checks.past.PastChecksTest;
import io.rungwatch.checks.playlist.SegmentGapTest;
import io.rungwatch.checks.reload.ReloadChecksTest;
import io.rungwatch.stage.Situation;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryCheckHasSituationsTest {
    /** What a manifest alone cannot show: who answered, when, and how the others stand. */
    private static final Map<String, Supplier<Stream<Situation>>> IN_CODE = Map.ofEntries(
            Map.entry("backend_flip_flop", BackendFlipFlopTest::situations),
            Map.entry("blocking_reload_broken", ReloadChecksTest::blocking),
            Map.entry("patch_invalid", PatchInvalidTest::situations),
            Map.entry("part_stale", ReloadChecksTest::stale),
            Map.entry("skip_delta_invalid", ReloadChecksTest::deltas),
            Map.entry("rendition_report_wrong", ReloadChecksTest::reports),
            Map.entry("declared_bitrate_wrong", DeclaredBitrateWrongTest::situations),
            Map.entry("segment_missing", SegmentMissingTest::situations),
            Map.entry("error_cached", ErrorCachedTest::situations),
            Map.entry("layer_content_differs", LayerContentDiffersTest::situations),
            Map.entry("manifest_oversized", ManifestOversizedTest::situations),
            Map.entry("manifest_truncated", ManifestTruncatedTest::situations),
            Map.entry("manifest_unavailable", ManifestUnavailableTest::situations),
            Map.entry("playlist_ended", PlaylistEndedTest::situations),
            Map.entry("playlist_stale", PlaylistStaleTest::situations),
            Map.entry("probe_blind", ProbeBlindTest::situations),
            Map.entry("probe_cannot_judge", ProbeCannotJudgeTest::situations),
            Map.entry("protocols_disagree", ProtocolsDisagreeTest::situations),
            Map.entry("redirect_unexpected", RedirectUnexpectedTest::situations),
            Map.entry("rendition_out_of_sync", RenditionOutOfSyncTest::situations),
            Map.entry("rendition_unavailable", RenditionUnavailableTest::situations),
            Map.entry("renditions_target_duration_differ", RenditionsTargetDurationDifferTest::situations),
            Map.entry("renditions_type_differ", RenditionsTypeDifferTest::situations),
            Map.entry("renditions_discontinuity_differ", RenditionsDiscontinuityDifferTest::situations),
            Map.entry("renditions_program_date_time_differ", RenditionsProgramDateTimeDifferTest::situations),
            Map.entry("renditions_boundaries_differ", RenditionsBoundariesDifferTest::situations),
            Map.entry("renditions_date_ranges_differ", RenditionsDateRangesDifferTest::situations),
            Map.entry("segment_gap", SegmentGapTest::situations));

    static Stream<CheckInfo> infos() {
        return ManifestChecks.ALL.stream().map(Check::info);
    }

    @ParameterizedTest
    @MethodSource("infos")
    void aGoodAndABadOne(CheckInfo info) {
        String id = info.id();
        boolean onlyTells = info.severity() == Severity.INFO;
        String folder = "src/test/resources/cases/" + id + "/<situation>/";
        List<Situation> situations = situations(id);

        assertThat(situations)
                .as("no good situation: put one into " + folder + "0.m3u8 (or 0.mpd), with `none` in its expect.txt")
                .anyMatch(Situation::good);
        assertThat(situations)
                .as("no bad situation: put one into " + folder
                        + "0.m3u8 (or 0.mpd), with `severity: message` in its expect.txt")
                .anyMatch(situation -> onlyTells ? !situation.expected().equals(Situation.NONE) : !situation.good());
    }

    private static List<Situation> situations(String id) {
        Supplier<Stream<Situation>> inCode = PastChecksTest.all().getOrDefault(id, IN_CODE.get(id));
        return inCode != null
                ? inCode.get().toList()
                : CaseFolder.of(id).stream().map(CaseFolder::situation).toList();
    }
}
