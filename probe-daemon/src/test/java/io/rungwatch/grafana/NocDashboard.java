package io.rungwatch.grafana;

import io.rungwatch.grafana.Panel.Kind;

/** Which channels hurt, where in the chain, and whether this picture can be trusted. */
final class NocDashboard {
    private static final String CHANNELS = "rungwatch_channel_alerts{severity='%s'} and on (channel) "
            + "(sum by (channel) (rungwatch_channel_alerts) > 0)";

    private NocDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                        "rungwatch-noc",
                        "NOC overview",
                        "Which channels hurt, where in the chain it is, and whether the probe itself is well.")
                .annotated(".*")
                .add(alerts("Critical", "critical", Steps.ANY_IS_BAD))
                .add(alerts("Major", "major", Steps.ANY_IS_A_WARNING))
                .add(alerts("Minor", "minor", Steps.NONE))
                .add(new Panel(Kind.STAT, "In hand", "Open alerts that somebody has acknowledged.")
                        .query("sum(rungwatch_alerts{state='acknowledged'})", ""))
                .add(new Panel(
                                Kind.STAT,
                                "Channels that hurt",
                                "Channels with a critical or major alert, of all that are watched.")
                        .query(
                                "count(sum by (channel) (rungwatch_channel_alerts{severity=~'critical|major'}) > 0) or vector(0)",
                                "hurt")
                        .query("sum(rungwatch_channels)", "watched")
                        .steps(Steps.NONE))
                .add(new Panel(
                                Kind.STAT,
                                "Probe late, p99",
                                "How late polls are sent. Above half a second, what this page shows of latency is our own.")
                        .unit("s")
                        .steps(Steps.of("green", 0.3, "orange", 0.5, "red"))
                        .runbook("prometheus-alerts.md#rungwatchprobelate")
                        .query(Queries.quantile(0.99, "", "rungwatch_poll_lateness_seconds_bucket"), ""))
                .add(channels())
                .add(new Panel(Kind.GRAPH, "Open alerts", "As they are told: what many channels have in common is one.")
                        .query("sum by (severity) (rungwatch_alerts)", "{{severity}}"))
                .add(layers())
                .add(issues());
    }

    private static Panel alerts(String title, String severity, Steps steps) {
        return new Panel(
                        Kind.STAT,
                        title,
                        "Open " + severity + " alerts that nobody has acknowledged. A group counts as one.")
                .steps(steps)
                .query("sum(rungwatch_alerts{severity='" + severity + "', state='firing'})", "");
    }

    private static Panel channels() {
        return new Panel(
                        Kind.TABLE,
                        "Channels in trouble",
                        "Alerts of each channel that has any. A click on it shows the channel.")
                .wide(12)
                .label("channel", Links.CHANNEL)
                .column(
                        "critical",
                        "short",
                        Steps.ANY_IS_BAD,
                        "max by (channel) (" + CHANNELS.formatted("critical") + ")")
                .column(
                        "major",
                        "short",
                        Steps.ANY_IS_A_WARNING,
                        "max by (channel) (" + CHANNELS.formatted("major") + ")")
                .column("minor", "short", Steps.NONE, "max by (channel) (" + CHANNELS.formatted("minor") + ")");
    }

    private static Panel layers() {
        return new Panel(
                        Kind.TABLE,
                        "Layers",
                        "Upstream explains downstream: the topmost layer with a colour is where to look first. A click on it shows the layer.")
                .wide(16)
                .label("layer", Links.LAYER)
                .label("kind", "")
                .label("team", "")
                .column(
                        "unreachable",
                        "percentunit",
                        Steps.of("green", 0.005, "orange", 0.01, "red"),
                        joined(Queries.unreachable("layer", "layer!=''")))
                .column(
                        "segments failed",
                        "percentunit",
                        Steps.of("green", 0.005, "orange", 0.01, "red"),
                        joined(Queries.failed("layer", "layer!=''")))
                .column(
                        "first byte p95",
                        "s",
                        Steps.of("green", 0.5, "orange", 1, "red"),
                        joined(Queries.quantile(0.95, "layer", "rungwatch_sample_first_byte_seconds_bucket")))
                .column(
                        "segments behind",
                        "short",
                        Steps.of("green", 2, "orange", 4, "red"),
                        joined("max by (layer) (rungwatch_layer_lag_segments)"));
    }

    private static String joined(String expression) {
        return "(" + expression
                + ") * on (layer) group_left (kind, team) group by (layer, kind, team) (rungwatch_layer_properties)";
    }

    static Panel issues() {
        return new Panel(
                        Kind.TABLE,
                        "Top issues",
                        "What was found most often in the time shown, before confirmation: one for each poll that sees it. A click explains the check.")
                .wide(8)
                .label("check", Links.CHECK)
                .column(
                        "found",
                        "short",
                        Steps.NONE,
                        "topk(10, sum by (check) (increase(rungwatch_findings_total[$__range])) > 0)");
    }
}
