package io.rungwatch.grafana;

import io.rungwatch.grafana.Panel.Kind;

/** Whether what the other dashboards say can be believed, and whether anybody is told. */
final class ProbeDashboard {
    private ProbeDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                        "rungwatch-probe",
                        "The probe itself",
                        "Whether what the other dashboards say can be believed, and whether alerts reach anybody.")
                .annotated(".*")
                .add(new Panel(Kind.STAT, "Probes up", "That Prometheus can scrape.")
                        .steps(Steps.of("red", 1, "green"))
                        .runbook("prometheus-alerts.md#rungwatchprobedown")
                        .query("count(rungwatch_channels)", ""))
                .add(new Panel(
                                Kind.STAT,
                                "Configuration",
                                "1: what is on the disk is in force. 0: the last change was refused, the one before goes on.")
                        .steps(Steps.of("red", 1, "green"))
                        .runbook("prometheus-alerts.md#rungwatchconfigurationrefused")
                        .query("min(rungwatch_config_last_reload_successful)", ""))
                .add(new Panel(Kind.STAT, "Configuration read", "When the one in force was read.")
                        .unit("dateTimeFromNow")
                        .query("max(rungwatch_config_last_reload_timestamp_seconds) * 1000", ""))
                .add(new Panel(
                                Kind.STAT,
                                "History",
                                "1: its database takes rows. 0: rows wait, and are dropped when too many do.")
                        .steps(Steps.of("red", 1, "green"))
                        .runbook("prometheus-alerts.md#rungwatchstoredown")
                        .query("min(rungwatch_store_up)", ""))
                .add(new Panel(Kind.STAT, "Messages lost", "That no receiver ever got, in the time shown.")
                        .steps(Steps.ANY_IS_BAD)
                        .runbook("prometheus-alerts.md#rungwatchnotificationslost")
                        .query("sum(increase(rungwatch_notifications_lost_total[$__range]))", ""))
                .add(new Panel(
                                Kind.STAT,
                                "Checks that threw",
                                "Bugs of the probe, in the time shown. The log has the trace.")
                        .steps(Steps.ANY_IS_BAD)
                        .runbook("prometheus-alerts.md#rungwatchprobefaults")
                        .query("sum(increase(rungwatch_probe_faults_total[$__range]))", ""))
                .add(new Panel(
                                Kind.GRAPH,
                                "How late polls are",
                                "Above half a second, latencies and staleness are partly our own.")
                        .unit("s")
                        .steps(Steps.of("green", 0.5, "red"))
                        .runbook("prometheus-alerts.md#rungwatchprobelate")
                        .query(Queries.quantile(0.5, "", "rungwatch_poll_lateness_seconds_bucket"), "p50")
                        .query(Queries.quantile(0.99, "", "rungwatch_poll_lateness_seconds_bucket"), "p99"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Polls",
                                "A second, by what came of them. not_judged: the probe was late, or there was maintenance.")
                        .unit("reqps")
                        .query(Queries.rate("outcome", "rungwatch_polls_total"), "{{outcome}}"))
                .add(new Panel(Kind.GRAPH, "Processor", "Cores in use.")
                        .wide(8)
                        .query(
                                "sum by (instance) (rate(rungwatch_process_cpu_seconds_total[$__rate_interval]))",
                                "{{instance}}"))
                .add(new Panel(Kind.GRAPH, "Heap", "In use; falls when it is tidied up.")
                        .wide(8)
                        .unit("bytes")
                        .query("rungwatch_process_heap_bytes", "{{instance}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Samples that prove nothing",
                                "A second: void ones, because the probe was late or busy; turns that sampling.traffic put off.")
                        .wide(8)
                        .unit("reqps")
                        .runbook("prometheus-alerts.md#rungwatchsamplesvoid")
                        .query("sum(rate(rungwatch_samples_void_total[$__rate_interval]))", "void")
                        .query("sum(rate(rungwatch_sampling_deferred_total[$__rate_interval]))", "put off"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Messages to receivers",
                                "A minute: delivered, failed and to be repeated, refused and passed over.")
                        .runbook("prometheus-alerts.md#rungwatchnotificationsfailing")
                        .query(
                                "60 * " + Queries.rate("notifier, outcome", "rungwatch_notifications_total"),
                                "{{notifier}} {{outcome}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Messages that wait",
                                "Written down, not yet delivered. A line that only climbs is a dead receiver.")
                        .runbook("prometheus-alerts.md#rungwatchnotificationswaiting")
                        .query("max by (notifier) (rungwatch_notifications_waiting)", "{{notifier}}"))
                .add(new Panel(Kind.GRAPH, "Rows of history", "A second: written, and dropped for good.")
                        .unit("rowsps")
                        .query("sum(rate(rungwatch_store_rows_written_total[$__rate_interval]))", "written")
                        .query("sum(rate(rungwatch_store_rows_dropped_total[$__rate_interval]))", "dropped"))
                .add(new Panel(
                                Kind.GRAPH,
                                "The database of history",
                                "Rows that wait for it, batches that failed a minute, and how long ago it last did what it should.")
                        .query("max(rungwatch_store_queued_rows)", "rows waiting")
                        .query(
                                "60 * sum(rate(rungwatch_store_batches_failed_total[$__rate_interval]))",
                                "failed a minute")
                        .query(
                                "time() - min(rungwatch_store_last_success_timestamp_seconds)",
                                "seconds since success"));
    }
}
