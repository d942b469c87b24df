-- One row sums up a channel at the first layer over span_sec seconds from time on; an hourly row sums up those of its hour.
CREATE TABLE packager_metrics (
    time timestamptz NOT NULL,
    span_sec integer NOT NULL,
    probe_id text NOT NULL,
    channel_id text NOT NULL,
    ts_bitrate_kbps double precision,
    ts_cc_errors bigint,
    ts_packets_lost bigint,
    polls bigint NOT NULL,
    polls_failed bigint NOT NULL,
    manifest_fetch_time_ms double precision,
    manifest_fetch_max_ms double precision,
    segment_duration_sec double precision,
    segment_count integer,
    segment_missing bigint NOT NULL,
    rung_count integer,
    rung_bitrates text,
    PRIMARY KEY (channel_id, time, span_sec, probe_id)
);
CREATE INDEX packager_metrics_time ON packager_metrics (time);
CREATE INDEX packager_metrics_fine ON packager_metrics (time, channel_id) WHERE span_sec < 3600;

-- The same of what one layer gives to a channel.
CREATE TABLE cdn_metrics (
    time timestamptz NOT NULL,
    span_sec integer NOT NULL,
    probe_id text NOT NULL,
    cdn_layer text NOT NULL,
    channel_id text NOT NULL,
    requests bigint NOT NULL,
    answers bigint NOT NULL,
    http_latency_ms double precision,
    http_latency_max_ms double precision,
    http_first_byte_ms double precision,
    http_first_byte_max_ms double precision,
    http_status_code integer,
    cache_hit bigint NOT NULL,
    cache_lookups bigint NOT NULL,
    bytes_served bigint NOT NULL,
    error_count bigint NOT NULL,
    timeout_count bigint NOT NULL,
    PRIMARY KEY (channel_id, time, cdn_layer, span_sec, probe_id)
);
CREATE INDEX cdn_metrics_time ON cdn_metrics (time);
CREATE INDEX cdn_metrics_fine ON cdn_metrics (time, channel_id) WHERE span_sec < 3600;
