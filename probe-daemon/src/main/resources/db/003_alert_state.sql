ALTER TABLE alert_log ADD COLUMN state text;
ALTER TABLE alert_log ADD COLUMN alert text;
CREATE INDEX alert_log_ended ON alert_log (probe_id, resolved_at);
