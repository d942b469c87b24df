package io.rungwatch.metrics;

import java.util.Arrays;
import java.util.List;

/** Every series that the daemon shows: names and labels are closed, and docs/metrics.md is rendered from here. */
public enum Metric {
    POLLS(
            Type.COUNTER,
            "rungwatch_polls",
            "Polls by what came of them: fetched, unreachable (no usable answer), not_judged (the probe was late, or maintenance)",
            Label.CHANNEL,
            Label.PROTOCOL,
            Label.LAYER,
            Label.OUTCOME),
    LAG(
            Type.GAUGE,
            "rungwatch_playlist_lag_seconds",
            "How far the newest segment's end lies behind the request that saw it; without PROGRAM-DATE-TIME, how long it has stood still",
            Label.CHANNEL,
            Label.PROTOCOL,
            Label.LAYER,
            Label.RENDITION),
    ALERTS(
            Type.GAUGE,
            "rungwatch_channel_alerts",
            "Alerts of a channel that are firing",
            Label.CHANNEL,
            Label.SEVERITY),
    /* Not _info: the client of Prometheus takes that ending away. */
    LAYER_PROPERTIES(
            Type.GAUGE,
            "rungwatch_layer_properties",
            "Always 1: of which kind a layer is and who owns it, to join on",
            Label.LAYER,
            Label.KIND,
            Label.TEAM),
    CHANNEL_PROPERTIES(
            Type.GAUGE,
            "rungwatch_channel_properties",
            "Always 1: how much a channel is watched and whether it is live, to join on",
            Label.CHANNEL,
            Label.TIER,
            Label.MODE),
    SEGMENTS(
            Type.COUNTER,
            "rungwatch_segments_listed",
            "Segments that playlists listed for the first time, all renditions together",
            Label.CHANNEL,
            Label.LAYER),
    SEGMENT_DURATION(
            Type.GAUGE,
            "rungwatch_segment_duration_seconds",
            "Duration of the newest segment, as the playlist of the first layer says it",
            Label.CHANNEL,
            Label.RENDITION),
    RENDITION_BITRATE(
            Type.GAUGE,
            "rungwatch_rendition_bits_per_second",
            "Bytes of the last sampled segment over its duration, at the first layer",
            Label.CHANNEL,
            Label.RENDITION),
    FINDINGS(
            Type.COUNTER,
            "rungwatch_findings",
            "Findings by check, before confirmation; one per poll that sees it",
            Label.CHECK),
    PROBE_FAULTS(
            Type.COUNTER,
            "rungwatch_probe_faults",
            "Checks that threw: a bug of the probe, not of the stream",
            Label.CHECK),
    FETCH(
            Type.TIMER,
            "rungwatch_fetch_seconds",
            "Where the time of a fetch went; dns, connect and tls are counted on new connections only",
            Label.LAYER,
            Label.PHASE),
    SAMPLES(
            Type.COUNTER,
            "rungwatch_samples",
            "Segments that were asked for, by how that ended; what the probe itself spoiled is not among them",
            Label.CHANNEL,
            Label.LAYER,
            Label.OUTCOME),
    HIT_RATIO(
            Type.GAUGE,
            "rungwatch_hit_ratio",
            "Of segments that viewers had time to fetch, the share that came from the cache when we first asked; the last sixty samples of the channel",
            Label.CHANNEL,
            Label.LAYER),
    FIRST_BYTE(
            Type.GAUGE,
            "rungwatch_channel_first_byte_seconds",
            "How long the first byte of a segment took on a warm connection, of an edge its hits only; the last 32 of the channel",
            Label.CHANNEL,
            Label.LAYER,
            Label.QUANTILE),
    LAG_SEGMENTS(
            Type.GAUGE,
            "rungwatch_layer_lag_segments",
            "How many segments a layer's playlists are behind those of the first layer, the worst of the channel's renditions",
            Label.CHANNEL,
            Label.LAYER),
    VERDICTS(
            Type.COUNTER,
            "rungwatch_sample_verdicts",
            "What caches did with good answers: first touch says how warm viewers keep them, second touch whether they keep it at all, compare is our own echo, live_edge is too new to judge",
            Label.LAYER,
            Label.TOUCH,
            Label.VERDICT),
    SAMPLE_BYTES(
            Type.COUNTER,
            "rungwatch_sample_bytes",
            "Bytes of sampled segments, by where they came from: cache or upstream",
            Label.LAYER,
            Label.SOURCE),
    SAMPLES_VOID(
            Type.COUNTER,
            "rungwatch_samples_void",
            "Samples that prove nothing, because the probe itself was late or busy",
            Label.LAYER),
    SAMPLE_FIRST_BYTE(
            Type.TIMER,
            "rungwatch_sample_first_byte_seconds",
            "How long the first byte of a segment took on a warm connection, hits and misses apart",
            Label.LAYER,
            Label.VERDICT),
    SAMPLE_DOWNLOAD(Type.TIMER, "rungwatch_sample_download_seconds", "How long whole segments took", Label.LAYER),
    AVAILABILITY(
            Type.GAUGE,
            "rungwatch_availability_ratio",
            "Share of sampled segments that could be had, in the last 24 hours and 30 days",
            Label.LAYER,
            Label.WINDOW),
    DEFERRED(
            Type.FUNCTION_COUNTER,
            "rungwatch_sampling_deferred",
            "Turns of channels that were put off because all samples together would have loaded more than sampling.traffic allows"),
    OPEN_ALERTS(
            Type.GAUGE,
            "rungwatch_alerts",
            "Alerts as they are told, a group as one: firing, acknowledged by somebody, or silenced",
            Label.SEVERITY,
            Label.STATE),
    NOTIFICATIONS(
            Type.FUNCTION_COUNTER,
            "rungwatch_notifications",
            "Messages to a receiver of alerts: delivered, tries that failed and are repeated, refused by it and passed over",
            Label.NOTIFIER,
            Label.OUTCOME),
    NOTIFICATIONS_WAITING(
            Type.GAUGE,
            "rungwatch_notifications_waiting",
            "Messages that are written down and not yet delivered",
            Label.NOTIFIER),
    NOTIFICATIONS_LOST(
            Type.FUNCTION_COUNTER,
            "rungwatch_notifications_lost",
            "Messages that were never delivered, because their receiver was dead for too long"),
    STORE_UP(
            Type.GAUGE,
            "rungwatch_store_up",
            "1 when the history database did what it should the last time it was asked"),
    STORE_WRITTEN(Type.FUNCTION_COUNTER, "rungwatch_store_rows_written", "Rows of history that were written"),
    STORE_DROPPED(
            Type.FUNCTION_COUNTER,
            "rungwatch_store_rows_dropped",
            "Rows of history that were not: too many waited, or the database would never take them"),
    STORE_FAILED(
            Type.FUNCTION_COUNTER, "rungwatch_store_batches_failed", "Batches of rows that failed and were repeated"),
    STORE_QUEUED(Type.GAUGE, "rungwatch_store_queued_rows", "Rows of history that wait to be written"),
    STORE_SUCCESS(
            Type.GAUGE,
            "rungwatch_store_last_success_timestamp_seconds",
            "When the history database last did what it should"),
    LATENESS(Type.TIMER, "rungwatch_poll_lateness_seconds", "How much later than planned a poll was sent"),
    CHANNELS(Type.GAUGE, "rungwatch_channels", "Channels that are watched"),
    CONFIG_OK(
            Type.GAUGE,
            "rungwatch_config_last_reload_successful",
            "1 when the configuration on disk is the one in force, 0 when the last change was refused"),
    CONFIG_TIME(
            Type.GAUGE, "rungwatch_config_last_reload_timestamp_seconds", "When the configuration in force was read"),
    CPU(Type.FUNCTION_COUNTER, "rungwatch_process_cpu_seconds", "Processor time that the probe has used"),
    MEMORY(Type.GAUGE, "rungwatch_process_heap_bytes", "Heap in use");

    public enum Type {
        COUNTER,
        FUNCTION_COUNTER,
        GAUGE,
        TIMER
    }

    /** Never a URL, a message or the name of a segment. */
    public enum Label {
        CHANNEL,
        PROTOCOL,
        LAYER,
        RENDITION,
        OUTCOME,
        SEVERITY,
        CHECK,
        PHASE,
        QUANTILE,
        TOUCH,
        VERDICT,
        SOURCE,
        WINDOW,
        STATE,
        NOTIFIER,
        KIND,
        TEAM,
        TIER,
        MODE;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Type type;
    private final String id;
    private final String help;
    private final List<Label> labels;

    Metric(Type type, String id, String help, Label... labels) {
        this.type = type;
        this.id = id;
        this.help = help;
        this.labels = List.copyOf(Arrays.asList(labels));
    }

    public Type type() {
        return type;
    }

    public String id() {
        return id;
    }

    /** As Prometheus shows it. */
    public String exposed() {
        return type == Type.COUNTER || type == Type.FUNCTION_COUNTER ? id + "_total" : id;
    }

    public String help() {
        return help;
    }

    public List<Label> labels() {
        return labels;
    }
}
