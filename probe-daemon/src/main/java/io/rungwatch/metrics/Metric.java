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
        PHASE;

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
