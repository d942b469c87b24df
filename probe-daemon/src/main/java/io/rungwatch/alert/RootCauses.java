package io.rungwatch.alert;

import io.rungwatch.check.Severity;
import java.util.Map;
import java.util.Set;

/**
 * What silences what: a fault has consequences, and only the fault should wake somebody. A cause speaks for its consequences on the
 * same rendition (an entry manifest: on all of them), at its own layer and at those below, never wider.
 */
final class RootCauses {
    private static final Set<String> EVERYTHING = Set.of();

    /** An empty set silences everything else in scope. */
    private static final Map<String, Set<String>> CONSEQUENCES = Map.ofEntries(
            Map.entry("manifest_unavailable", EVERYTHING),
            Map.entry("manifest_wrong_content", EVERYTHING),
            Map.entry("manifest_empty", EVERYTHING),
            Map.entry("manifest_malformed", EVERYTHING),
            Map.entry("rendition_unavailable", Set.of("playlist_stale", "rendition_out_of_sync", "layer_behind")),
            Map.entry("playlist_ended", Set.of("playlist_stale", "rendition_out_of_sync", "layer_behind")),
            Map.entry(
                    "backend_flip_flop",
                    Set.of(
                            "media_sequence_regressed",
                            "media_sequence_gap",
                            "segment_identity_changed",
                            "target_duration_changed",
                            "discontinuity_sequence_wrong",
                            "rendition_out_of_sync",
                            "layer_behind")),
            Map.entry("media_sequence_regressed", restart()),
            Map.entry("media_sequence_gap", restart()),
            Map.entry("playlist_stale", Set.of("rendition_out_of_sync", "layer_behind", "playlist_too_short")),
            Map.entry(
                    "ladder_rung_missing",
                    Set.of(
                            "ladder_rung_unexpected",
                            "ladder_bandwidth_mismatch",
                            "ladder_resolution_mismatch",
                            "ladder_codec_mismatch")),
            Map.entry("segment_exceeds_target_duration", Set.of("segment_duration_out_of_tolerance")),
            Map.entry("target_duration_missing", Set.of("segment_exceeds_target_duration", "playlist_too_short")),
            Map.entry(
                    "target_duration_changed",
                    Set.of(
                            "segment_exceeds_target_duration",
                            "playlist_too_short",
                            "playlist_stale",
                            "rendition_out_of_sync")));

    private RootCauses() {}

    static boolean explains(Sighting cause, Sighting other, ChannelMemory memory) {
        Set<String> consequences = CONSEQUENCES.get(cause.finding().check().id());
        if (consequences == null || isSame(cause, other) || !sameScope(cause, other, memory)) {
            return false;
        }
        return consequences.isEmpty()
                ? grave(cause) && !(silencesEverything(other) && grave(other))
                : consequences.contains(other.finding().check().id());
    }

    private static boolean isSame(Sighting a, Sighting b) {
        return a.where() == b.where()
                && a.finding().check().id().equals(b.finding().check().id());
    }

    private static boolean sameScope(Sighting cause, Sighting other, ChannelMemory memory) {
        return cause.where().protocol() == other.where().protocol()
                && (cause.where().rendition().isEntry()
                        || cause.where().rendition().equals(other.where().rendition()))
                && memory.depth(cause.where().layer())
                        <= memory.depth(other.where().layer());
    }

    /** A manifest with a blemish explains nothing; one that nobody can read explains everything. */
    private static boolean grave(Sighting sighting) {
        return sighting.finding().severity().compareTo(Severity.MAJOR) >= 0;
    }

    private static boolean silencesEverything(Sighting sighting) {
        return EVERYTHING.equals(CONSEQUENCES.get(sighting.finding().check().id()));
    }

    private static Set<String> restart() {
        return Set.of(
                "segment_identity_changed",
                "discontinuity_sequence_wrong",
                "target_duration_changed",
                "playlist_too_short",
                "rendition_out_of_sync",
                "layer_behind");
    }
}
