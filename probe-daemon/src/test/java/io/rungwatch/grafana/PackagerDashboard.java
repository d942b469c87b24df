package io.rungwatch.grafana;

import io.rungwatch.grafana.Panel.Kind;

/** What leaves the packagers: whether all of it, in time, and as it should be. */
final class PackagerDashboard {
    private static final String HERE = "layer=~'$packager'";
    private static final String ARRIVALS = "rungwatch_segments_listed_total{" + HERE + "}";

    /** Media seconds that a rendition gains in a second: 1 is as fast as time passes. */
    private static final String PACE = "avg by (channel) (rungwatch_segment_duration_seconds) * "
            + Queries.rate("channel", ARRIVALS)
            + " / count by (channel) (rungwatch_playlist_lag_seconds{" + HERE + "})";

    private PackagerDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                        "rungwatch-packager",
                        "Packager health",
                        "Whether all channels leave the packagers, in time, on every rung. Figures of HLS playlists.")
                .layers("packager")
                .annotated(".*")
                .add(new Panel(Kind.STAT, "Packagers online", "Packager layers that answered in the last minutes.")
                        .steps(Steps.of("red", 1, "green"))
                        .runbook("prometheus-alerts.md#rungwatchlayerunreachable")
                        .query(
                                "count("
                                        + Queries.rate(
                                                "layer", "rungwatch_polls_total{" + HERE + ", outcome='fetched'}")
                                        + " > 0) or vector(0)",
                                "online")
                        .query("count(rungwatch_layer_properties{kind='packager'})", "of"))
                .add(new Panel(
                                Kind.STAT,
                                "Channels active",
                                "Channels with new segments at the packager, of all that are watched.")
                        .query("count(" + Queries.rate("channel", ARRIVALS) + " > 0) or vector(0)", "active")
                        .query("sum(rungwatch_channels)", "watched"))
                .add(new Panel(
                                Kind.STAT,
                                "Manifests",
                                "Manifests and playlists that the packagers answered with, a second.")
                        .unit("reqps")
                        .query(
                                "sum(rate(rungwatch_polls_total{" + HERE + ", outcome='fetched'}[$__rate_interval]))",
                                ""))
                .add(new Panel(
                                Kind.STAT,
                                "Segment duration",
                                "Mean of the newest segments of all channels and renditions.")
                        .unit("s")
                        .query("avg(rungwatch_segment_duration_seconds)", ""))
                .add(new Panel(
                                Kind.STAT,
                                "Missing segments",
                                "How often a listed segment could not be had, at any layer, in the time shown.")
                        .steps(Steps.ANY_IS_BAD)
                        .runbook("runbooks/segment_missing.md")
                        .query("sum(increase(rungwatch_findings_total{check='segment_missing'}[$__range]))", ""))
                .add(new Panel(Kind.STAT, "Last updated", "When Prometheus last heard of the probe.")
                        .unit("dateTimeFromNow")
                        .query("max(timestamp(rungwatch_channels)) * 1000", ""))
                .add(new Panel(
                                Kind.GRAPH,
                                "Pace of the slowest channels",
                                "Seconds of media that a rendition gains in a second. 1 is as it should be; 0 stands still; between, rungs are frozen or segments are lost.")
                        .steps(Steps.of("red", 0.9, "green"))
                        .runbook("prometheus-alerts.md#rungwatchpublishingslow")
                        .query("bottomk(8, " + PACE + ")", "{{channel}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Processing latency",
                                "How far the newest segment's end lies behind the look that saw it, at the packager: half of all playlists, and the worst one.")
                        .unit("s")
                        .query("quantile(0.5, rungwatch_playlist_lag_seconds{" + HERE + "} >= 0)", "median")
                        .query("max(rungwatch_playlist_lag_seconds{" + HERE + "} >= 0)", "worst"))
                .add(new Panel(
                                Kind.BARS,
                                "Ladder distribution",
                                "On how many channels each rung and each sound is offered at the packager. A shorter bar than its neighbours is a rung that is missing somewhere.")
                        .wide(8)
                        .runbook("prometheus-alerts.md#rungwatchrungsmissing")
                        .query("count by (rendition) (rungwatch_segment_duration_seconds)", "{{rendition}}"))
                .add(new Panel(Kind.GRAPH, "Arrivals", "New segments a minute, all channels and renditions together.")
                        .wide(8)
                        .unit("short")
                        .query("60 * sum(rate(" + ARRIVALS + "[$__rate_interval]))", "segments a minute"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Segments that the packager did not give",
                                "Of those that were sampled there, a minute, by how they failed.")
                        .wide(8)
                        .unit("short")
                        .query(
                                "60 * "
                                        + Queries.rate(
                                                "outcome", "rungwatch_samples_total{" + HERE + ", outcome!='good'}"),
                                "{{outcome}}"))
                .add(channels())
                .add(NocDashboard.issues());
    }

    private static Panel channels() {
        return new Panel(Kind.TABLE, "Channels", "At the packager. A click on a channel shows it.")
                .wide(16)
                .label("channel", Links.CHANNEL)
                .column("arrivals a minute", "short", Steps.NONE, "60 * " + Queries.rate("channel", ARRIVALS))
                .column("pace", "percentunit", Steps.of("red", 0.7, "orange", 0.9, "green"), PACE)
                .column("segment duration", "s", Steps.NONE, "avg by (channel) (rungwatch_segment_duration_seconds)")
                .column("renditions", "short", Steps.NONE, "count by (channel) (rungwatch_segment_duration_seconds)")
                .column("worst lag", "s", Steps.NONE, "max by (channel) (rungwatch_playlist_lag_seconds{" + HERE + "})")
                .column(
                        "segments failed",
                        "percentunit",
                        Steps.of("green", 0.005, "orange", 0.01, "red"),
                        Queries.failed("channel", HERE))
                .column("alerts", "short", Steps.ANY_IS_A_WARNING, "sum by (channel) (rungwatch_channel_alerts)");
    }
}
