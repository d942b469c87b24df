package io.rungwatch.cause;

import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.profile.Layer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What silences what: a fault has consequences, and only the fault should wake somebody. A cause speaks for its consequences on the
 * same rendition (an entry manifest: on all of them), at its own layer and at those below, never wider.
 */
public final class RootCauses {
    private static final Set<String> EVERYTHING = Set.of();

    private static final String LATENCY = "live_latency_high";
    /** What minutes of watching show: all of it looks wrong for a while after anything else went wrong. */
    private static final Set<String> TRENDS = Set.of(
            "content_shortage",
            "publishing_irregular",
            "program_date_time_drift",
            "live_latency_high",
            "declared_bitrate_wrong");

    private static final Set<String> ACROSS = Set.of(
            "rendition_out_of_sync",
            "renditions_target_duration_differ",
            "renditions_discontinuity_differ",
            "renditions_type_differ",
            "renditions_program_date_time_differ",
            "renditions_boundaries_differ",
            "renditions_date_ranges_differ");
    /** What rewrites history: seen wherever a poll is compared with one of another past. */
    private static final Set<String> REWRITTEN = Set.of(
            "segment_identity_changed",
            "segment_metadata_changed",
            "discontinuity_sequence_wrong",
            "target_duration_changed",
            "publish_time_regressed",
            "timeline_history_rewritten");

    /** How a packager's restart shows. */
    private static final Set<String> RESTARTED = Set.of(
            "media_sequence_regressed", "media_sequence_gap", "availability_start_changed", "period_history_rewritten");

    private static final Set<String> RESTART = all(
            RESTARTED,
            REWRITTEN,
            ACROSS,
            TRENDS,
            Set.of(
                    "segment_missing",
                    "layer_behind",
                    "playlist_too_short",
                    "window_below_profile",
                    "program_date_time_jump",
                    "discontinuity_unexpected",
                    "segment_gap",
                    "key_rotation_late",
                    "ad_break_unbalanced"));

    /** What the consequences are of something that happened a while ago. */
    private static final Set<String> LASTING = all(TRENDS, RESTARTED, Set.of("renditions_target_duration_differ"));

    /** What many samples show of any fault that one of them tells. */
    private static final Set<String> MANY = Set.of(
            "http_error_rate",
            "availability_low",
            "download_slow",
            "first_byte_slow",
            "latency_high",
            "latency_outlier",
            "pop_divergence");

    /** Of these, what counts each failure alike. */
    private static final Set<String> ANY_ERROR = Set.of("http_error_rate", "availability_low");

    private static final Set<String> RATES = all(MANY, Set.of("http_server_errors"));

    /** What is odd about a body, or its headers, that is not the right one. */
    private static final Set<String> ODD = Set.of(
            "segment_too_small", "wrong_content_type", "cacheability_poor", "validator_inconsistent", "clock_skew");

    /** What timestamps are wrong beside. */
    private static final Set<String> TIMES = Set.of(
            "av_skew_large",
            "ebp_misplaced",
            "media_gap",
            "rungs_misaligned",
            "segment_duration_mismatch",
            "tfdt_vs_manifest",
            "timestamp_map_drift",
            "timestamp_reset_undeclared",
            "vtt_cue_outside");

    /** What lost or foreign bytes do to what a segment holds. */
    private static final Set<String> DAMAGE = all(
            TIMES,
            Set.of(
                    "audio_frame_broken",
                    "audio_missing",
                    "audio_pes_empty",
                    "dts_not_monotonic",
                    "ebp_missing",
                    "fps_mismatch",
                    "pcr_discontinuity",
                    "pcr_interval_large",
                    "pcr_missing",
                    "pts_missing",
                    "sample_count_low",
                    "segment_starts_without_keyframe",
                    "sidx_inconsistent",
                    "ts_crc_error",
                    "ts_program_changed",
                    "ts_scrambled",
                    "ts_transport_error",
                    "video_missing"));

    /** What they do to its packets and boxes. */
    private static final Set<String> BROKEN = all(
            DAMAGE,
            Set.of(
                    "mdat_size_mismatch",
                    "moof_missing",
                    "scte35_pid_missing",
                    "track_id_mismatch",
                    "ts_cc_error",
                    "ts_packet_size_bad",
                    "ts_pat_pmt_late",
                    "ts_pat_pmt_missing"));

    /** Whatever a body that is not the right one looks like. */
    private static final Set<String> MEDIA = all(
            BROKEN,
            Set.of(
                    "box_truncated",
                    "codec_mismatch",
                    "encrypted_length_bad",
                    "encryption_mismatch",
                    "id3_timestamp_missing",
                    "init_changed",
                    "resolution_mismatch",
                    "segment_not_media",
                    "subtitle_missing",
                    "timestamp_frozen",
                    "ts_sync_lost",
                    "vtt_invalid"));

    private static final Set<String> SAMPLES =
            all(RATES, ODD, MEDIA, Set.of("content_differs_between_layers", "segment_error", "segment_empty"));

    /** What is wrong with a server or the way to it, whatever it is asked for. */
    private static final Set<String> UNREACHED =
            Set.of("request_timeout", "connect_failed", "dns_failed", "edge_cannot_reach_origin", "origin_down");

    /** How those below such a server show it. */
    private static final Set<String> UNSERVED =
            all(RATES, Set.of("segment_error", "request_timeout", "edge_cannot_reach_origin"));

    /** An empty set silences everything else in scope. */
    private static final Map<String, Set<String>> CONSEQUENCES = Map.ofEntries(
            Map.entry("manifest_unavailable", EVERYTHING),
            Map.entry("manifest_wrong_content", EVERYTHING),
            Map.entry("manifest_truncated", EVERYTHING),
            Map.entry("manifest_empty", EVERYTHING),
            Map.entry("manifest_malformed", EVERYTHING),
            Map.entry("rendition_unavailable", all(TRENDS, ACROSS, Set.of("playlist_stale", "layer_behind"))),
            Map.entry(
                    "playlist_ended",
                    all(
                            TRENDS,
                            ACROSS,
                            Set.of(
                                    "segment_missing",
                                    "playlist_stale",
                                    "part_stale",
                                    "blocking_reload_broken",
                                    "layer_behind",
                                    "low_latency_lost",
                                    "ad_break_unbalanced",
                                    "protocols_disagree",
                                    "mpd_required_missing",
                                    "presentation_duration_wrong",
                                    "presentation_time_offset_wrong"))),
            Map.entry(
                    "mpd_required_missing",
                    Set.of("period_history_rewritten", "timeline_history_rewritten", "playlist_stale", "layer_behind")),
            Map.entry(
                    "backend_flip_flop",
                    all(
                            REWRITTEN,
                            TRENDS,
                            ACROSS,
                            Set.of(
                                    "media_sequence_regressed",
                                    "media_sequence_gap",
                                    "segment_missing",
                                    "playlist_shrank",
                                    "playlist_type_changed",
                                    "availability_start_changed",
                                    "period_history_rewritten",
                                    "layer_content_differs",
                                    "layer_behind",
                                    "discontinuity_unexpected",
                                    "ad_break_unbalanced"))),
            Map.entry("segment_missing", SAMPLES),
            Map.entry("segment_availability_wrong", SAMPLES),
            Map.entry("segment_empty", all(MANY, ODD, Set.of("content_differs_between_layers"))),
            Map.entry("content_length_mismatch", SAMPLES),
            Map.entry("content_differs_between_layers", all(ODD, MEDIA)),
            Map.entry("segment_not_media", all(ODD, MEDIA)),
            Map.entry("box_truncated", all(ODD, BROKEN)),
            Map.entry("mdat_size_mismatch", DAMAGE),
            Map.entry("moof_missing", DAMAGE),
            Map.entry("ts_sync_lost", all(ODD, BROKEN)),
            Map.entry("ts_packet_size_bad", all(ODD, DAMAGE)),
            Map.entry("ts_cc_error", DAMAGE),
            Map.entry("ts_pat_pmt_missing", DAMAGE),
            Map.entry("encryption_mismatch", all(ODD, MEDIA)),
            Map.entry("video_missing", all(TIMES, ODD, Set.of("audio_missing", "sample_count_low", "pcr_missing"))),
            Map.entry("audio_missing", all(TIMES, ODD, Set.of("sample_count_low", "pcr_missing"))),
            Map.entry(
                    "codec_mismatch",
                    Set.of("declared_bitrate_wrong", "fps_mismatch", "init_changed", "resolution_mismatch")),
            Map.entry(
                    "init_changed",
                    Set.of("codec_mismatch", "fps_mismatch", "resolution_mismatch", "track_id_mismatch")),
            Map.entry("sample_count_low", Set.of("fps_mismatch", "media_gap", "segment_duration_mismatch")),
            Map.entry("timestamp_frozen", all(TIMES, Set.of("dts_not_monotonic"))),
            Map.entry("timestamp_reset_undeclared", TIMES),
            Map.entry("rungs_misaligned", TIMES),
            Map.entry("timestamp_map_drift", TIMES),
            Map.entry("media_gap", TIMES),
            Map.entry("negative_caching", all(SAMPLES, Set.of("segment_missing"))),
            Map.entry("edge_cannot_reach_origin", SAMPLES),
            Map.entry("segment_error", all(MANY, ODD)),
            Map.entry("request_timeout", SAMPLES),
            Map.entry("connect_failed", SAMPLES),
            Map.entry("dns_failed", SAMPLES),
            Map.entry("redirect_loop", SAMPLES),
            Map.entry(
                    "origin_down",
                    all(
                            RATES,
                            Set.of("segment_error", "edge_cannot_reach_origin", "request_timeout", "connect_failed"))),
            // A third that fails comes and goes: what is proven is told then, and stays.
            Map.entry("http_server_errors", all(RATES, Set.of("segment_error", "edge_cannot_reach_origin"))),
            Map.entry("http_error_rate", Set.of("availability_low")),
            Map.entry("pop_divergence", Set.of("http_error_rate", "availability_low")),
            Map.entry("cache_bypassed", Set.of("cache_hit_ratio_low", "object_not_cached", "cacheability_poor")),
            Map.entry("object_not_cached", Set.of("cache_hit_ratio_low")),
            Map.entry("cacheability_poor", Set.of("cache_hit_ratio_low", "object_not_cached")),
            Map.entry("download_slow", Set.of("first_byte_slow", "latency_high", "latency_outlier")),
            Map.entry("latency_high", Set.of("first_byte_slow", "latency_outlier")),
            Map.entry("first_byte_slow", Set.of("latency_outlier")),
            Map.entry("error_cached", Set.of("rendition_unavailable", "manifest_unavailable", "segment_missing")),
            Map.entry("manifest_overcached", all(TRENDS, Set.of("layer_behind", "playlist_stale"))),
            Map.entry("media_sequence_regressed", restart("media_sequence_regressed")),
            Map.entry("media_sequence_gap", restart("media_sequence_gap")),
            Map.entry("availability_start_changed", restart("availability_start_changed")),
            Map.entry("period_history_rewritten", restart("period_history_rewritten")),
            Map.entry(
                    "playlist_stale",
                    all(
                            TRENDS,
                            ACROSS,
                            Set.of(
                                    "segment_missing",
                                    "part_stale",
                                    "blocking_reload_broken",
                                    "layer_behind",
                                    "playlist_too_short",
                                    "protocols_disagree",
                                    "publish_time_stale"))),
            Map.entry("part_stale", Set.of("blocking_reload_broken", "rendition_report_wrong")),
            Map.entry("blocking_reload_broken", Set.of("skip_delta_invalid", "rendition_report_wrong")),
            Map.entry("timeline_history_rewritten", Set.of("segment_missing")),
            Map.entry(
                    "segment_gap",
                    Set.of("segment_missing", "timeline_gap", "discontinuity_unexpected", "ladder_audio_missing")),
            Map.entry("layer_behind", all(TRENDS, Set.of("layer_content_differs"))),
            Map.entry(
                    "rendition_out_of_sync",
                    Set.of("renditions_discontinuity_differ", "renditions_date_ranges_differ", "live_latency_high")),
            Map.entry(
                    "content_shortage",
                    // Segments that come farther apart show at each poll on some renditions and some layers only.
                    Set.of(
                            "program_date_time_drift",
                            "live_latency_high",
                            "publishing_irregular",
                            "rendition_out_of_sync",
                            "layer_behind")),
            Map.entry("program_date_time_drift", Set.of("live_latency_high")),
            Map.entry("key_invalid", Set.of("key_rotation_late", "renditions_type_differ", "segment_metadata_changed")),
            Map.entry(
                    "encryption_lost",
                    Set.of("key_rotation_late", "renditions_type_differ", "segment_metadata_changed")),
            Map.entry("playlist_type_changed", Set.of("playlist_shrank", "endlist_missing")),
            Map.entry(
                    "discontinuity_sequence_wrong",
                    Set.of("segment_metadata_changed", "renditions_discontinuity_differ", "layer_content_differs")),
            Map.entry("init_section_invalid", Set.of("segment_metadata_changed")),
            Map.entry("endlist_missing", Set.of("renditions_type_differ")),
            Map.entry("discontinuity_unexpected", Set.of("renditions_discontinuity_differ")),
            Map.entry("program_date_time_jump", all(TRENDS, ACROSS, Set.of("segment_metadata_changed"))),
            Map.entry(
                    "ladder_rung_missing",
                    Set.of(
                            "ladder_rung_unexpected",
                            "ladder_bandwidth_mismatch",
                            "ladder_resolution_mismatch",
                            "ladder_codec_mismatch",
                            "ladder_spacing",
                            "ladder_changed",
                            "protocols_disagree")),
            Map.entry("ladder_rung_unexpected", Set.of("ladder_changed", "ladder_spacing")),
            Map.entry("ladder_bandwidth_mismatch", Set.of("ladder_changed", "ladder_spacing")),
            Map.entry("ladder_resolution_mismatch", Set.of("ladder_changed")),
            Map.entry("ladder_codec_mismatch", Set.of("ladder_changed")),
            Map.entry(
                    "ladder_audio_missing",
                    Set.of("ladder_changed", "rendition_group_invalid", "period_ladder_differs")),
            Map.entry("ladder_subtitles_missing", Set.of("ladder_changed", "rendition_group_invalid")),
            Map.entry("variable_undefined", Set.of("ladder_audio_missing", "ladder_subtitles_missing")),
            Map.entry("ladder_group_undefined", Set.of("ladder_audio_missing", "ladder_subtitles_missing")),
            Map.entry("segment_exceeds_target_duration", all(TRENDS, Set.of("segment_duration_out_of_tolerance"))),
            Map.entry("segment_duration_out_of_tolerance", all(TRENDS, Set.of("program_date_time_jump"))),
            Map.entry(
                    "target_duration_missing",
                    Set.of(
                            "segment_exceeds_target_duration",
                            "playlist_too_short",
                            "renditions_target_duration_differ")),
            Map.entry(
                    "target_duration_changed",
                    all(
                            TRENDS,
                            Set.of(
                                    "segment_exceeds_target_duration",
                                    "playlist_too_short",
                                    "playlist_stale",
                                    "rendition_out_of_sync",
                                    "renditions_target_duration_differ"))),
            Map.entry(
                    "tag_misplaced",
                    all(REWRITTEN, Set.of("media_sequence_gap", "media_sequence_regressed", "playlist_shrank"))),
            Map.entry(
                    "utc_timing_invalid",
                    Set.of("live_latency_high", "segment_availability_wrong", "program_date_time_drift")),
            Map.entry("presentation_time_offset_wrong", Set.of("rendition_out_of_sync", "timeline_history_rewritten")));

    private static final Comparator<Symptom> GRAVEST_FIRST = Comparator.comparing(
                    (Symptom symptom) -> symptom.finding().severity(), Comparator.reverseOrder())
            .thenComparing(Symptom::first)
            .thenComparing(symptom -> symptom.finding().check().id());

    private RootCauses() {}

    /** What channels may have in common: however it shows, a restart is a restart. */
    public static String fault(String check) {
        return RESTARTED.contains(check) ? "restart" : check;
    }

    /** Of two that could each be the cause of the other, the graver one is, or the one that was there first: one of them is told. */
    public static boolean explains(Symptom cause, Symptom other, List<Layer> chain, Collection<? extends Symptom> all) {
        return mayExplain(cause, other, chain, all)
                && !(mayExplain(other, cause, chain, all) && GRAVEST_FIRST.compare(other, cause) < 0);
    }

    /** Whether a fault of this kind can explain it, wherever it is. */
    public static boolean canExplain(String check, Symptom other) {
        Set<String> consequences = CONSEQUENCES.get(check);
        if (consequences == null) {
            return false;
        }
        return consequences.isEmpty()
                ? !(silencesEverything(other) && grave(other))
                : consequences.contains(other.finding().check().id());
    }

    /** Whether something at another rendition can explain it that is no entry manifest. */
    public static boolean isExplainedFromAfar(Symptom other) {
        String id = other.finding().check().id();
        return isOfBoth(other)
                || isAcross(other)
                || isOfLayer(other)
                || id.equals(LATENCY)
                || RESTARTED.contains(id)
                || UNSERVED.contains(id);
    }

    private static boolean mayExplain(
            Symptom cause, Symptom other, List<Layer> chain, Collection<? extends Symptom> all) {
        Set<String> consequences = CONSEQUENCES.get(cause.finding().check().id());
        if (consequences == null
                || isSame(cause, other)
                || other.finding().check().owner() == Owner.PROBE
                || !sameScope(cause, other, chain)) {
            return false;
        }
        if (cause.lingers() && !LASTING.contains(other.finding().check().id())) {
            return false;
        }
        return consequences.isEmpty()
                ? grave(cause) && !(silencesEverything(other) && grave(other)) && reaches(cause, other, all)
                : consequences.contains(other.finding().check().id());
    }

    /**
     * How far a manifest that nobody can use explains: all of its own document. A missing one whatever else is wrong at its layer, one
     * that is no manifest only what is no better; and below that layer what is not well there either.
     */
    private static boolean reaches(Symptom cause, Symptom other, Collection<? extends Symptom> all) {
        Rendition rendition = other.where().rendition();
        if (isOfBoth(other) || cause.where().rendition().equals(rendition)) {
            return true;
        }
        boolean missing = cause.finding().check().id().equals("manifest_unavailable");
        boolean noBetter =
                silencesEverything(other) || other.finding().check().id().equals("rendition_unavailable");
        if (!missing && !noBetter) {
            return false;
        }
        return cause.where().layer().equals(other.where().layer())
                || all.stream()
                        .anyMatch(symptom ->
                                symptom.where().layer().equals(cause.where().layer())
                                        && symptom.where().protocol()
                                                == other.where().protocol()
                                        && symptom.where().rendition().equals(rendition)
                                        && grave(symptom));
    }

    private static boolean isSame(Symptom a, Symptom b) {
        return a.where() == b.where()
                && a.finding().check().id().equals(b.finding().check().id());
    }

    private static boolean sameScope(Symptom cause, Symptom other, List<Layer> chain) {
        return (isOfBoth(other) || isOfTheSame(cause, other) || areOneRestart(cause, other))
                        && depth(cause, chain) <= depth(other, chain)
                || isUnserved(cause, other) && depth(cause, chain) < depth(other, chain);
    }

    /** Renditions take turns in being sampled: a server that does not answer for one of them is found out for the next one later. */
    private static boolean isUnserved(Symptom cause, Symptom other) {
        return UNREACHED.contains(cause.finding().check().id())
                && UNSERVED.contains(other.finding().check().id());
    }

    private static boolean isOfTheSame(Symptom cause, Symptom other) {
        return isOfEither(cause, other)
                || cause.where().protocol() == other.where().protocol()
                        && (cause.where().rendition().isEntry()
                                || isAcross(other)
                                || isOfLayer(other)
                                || isOneClock(cause, other)
                                || cause.where()
                                        .rendition()
                                        .equals(other.where().rendition()));
    }

    /** Rates are of both protocols together: what fails counts there, whichever it is; whether errors of servers do, too, hangs on the fault. */
    private static boolean isOfEither(Symptom cause, Symptom other) {
        return ANY_ERROR.contains(other.finding().check().id())
                || isOfLayer(other)
                        && UNREACHED.contains(cause.finding().check().id());
    }

    private static int depth(Symptom symptom, List<Layer> chain) {
        int depth = chain.indexOf(symptom.where().layer());
        return depth < 0 ? chain.size() : depth;
    }

    /** A packager that restarts does so for both protocols. */
    private static boolean areOneRestart(Symptom cause, Symptom other) {
        return cause.where().protocol() != other.where().protocol()
                && RESTARTED.contains(cause.finding().check().id())
                && RESTARTED.contains(other.finding().check().id());
    }

    /** Renditions have one clock: whichever shows first that it drifts, and whichever that the edge lies in the future. */
    private static boolean isOneClock(Symptom cause, Symptom other) {
        return cause.finding().check().id().equals("program_date_time_drift")
                && other.finding().check().id().equals(LATENCY);
    }

    /** Where renditions are compared, any of them may be the one that is named. */
    private static boolean isAcross(Symptom other) {
        return other.finding().check().id().startsWith("renditions_");
    }

    /** What many samples show is told of the whole layer: any rendition of either protocol may be the one that fails. */
    private static boolean isOfLayer(Symptom other) {
        return RATES.contains(other.finding().check().id());
    }

    /** Whatever is wrong with either protocol makes the two differ. */
    private static boolean isOfBoth(Symptom other) {
        return other.finding().check().id().equals("protocols_disagree");
    }

    /** A manifest with a blemish explains nothing; one that nobody can read explains everything. */
    private static boolean grave(Symptom symptom) {
        return symptom.finding().severity().compareTo(Severity.MAJOR) >= 0;
    }

    private static boolean silencesEverything(Symptom symptom) {
        return EVERYTHING.equals(CONSEQUENCES.get(symptom.finding().check().id()));
    }

    /** What a restart explains, and how else it shows. */
    private static Set<String> restart(String id) {
        Set<String> consequences = new HashSet<>(RESTART);
        consequences.remove(id);
        return Set.copyOf(consequences);
    }

    @SafeVarargs
    private static Set<String> all(Set<String>... sets) {
        Set<String> all = new HashSet<>();
        for (Set<String> set : sets) {
            all.addAll(set);
        }
        return Set.copyOf(all);
    }
}
