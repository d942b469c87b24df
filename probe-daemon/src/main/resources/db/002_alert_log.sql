CREATE TABLE alert_log (
    alert_id text NOT NULL,
    time timestamptz NOT NULL,
    probe_id text NOT NULL,
    severity text NOT NULL,
    source text NOT NULL,
    channel_id text NOT NULL,
    check_id text NOT NULL,
    team text NOT NULL,
    message text NOT NULL,
    acknowledged_by text,
    acknowledged_at timestamptz,
    escalated_to text,
    resolved_at timestamptz,
    PRIMARY KEY (alert_id, probe_id)
);
CREATE INDEX alert_log_time ON alert_log (time);
