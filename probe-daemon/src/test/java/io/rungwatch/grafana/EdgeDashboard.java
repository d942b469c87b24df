package io.rungwatch.grafana;

import io.rungwatch.grafana.Panel.Kind;

/** What viewers are served by: the POPs beside each other. Any layer may be chosen. */
final class EdgeDashboard {
    private static final String HERE = "layer=~'$layer'";
    private static final Steps ERRORS = Steps.of("green", 0.005, "orange", 0.01, "red");
    private static final Steps HITS = Steps.of("red", 0.7, "orange", 0.85, "green");

    private EdgeDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                        "rungwatch-edge",
                        "Edge and POPs",
                        "What viewers are served by, POP by POP: one that differs from the others is where to look.")
                .choice("layer", "rungwatch_layer_properties{kind='edge'}, layer")
                .annotated(".*")
                .add(pops())
                .add(new Panel(
                                Kind.GRAPH,
                                "Hit ratio",
                                "Of segments that viewers had time to fetch, the share that came from the cache when we first asked.")
                        .unit("percentunit")
                        .upTo(1)
                        .steps(Steps.of("red", 0.85, "orange", 0.9, "green"))
                        .runbook("prometheus-alerts.md#rungwatchhitratiolow")
                        .query(Queries.hits("layer", HERE), "{{layer}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Hit ratio by tier",
                                "Mean of the channels of a tier: 95 % are expected of top, 85 % of mid, 70 % of tail.")
                        .unit("percentunit")
                        .upTo(1)
                        .runbook("prometheus-alerts.md#rungwatchhitratiobelowtier")
                        .query(
                                "avg by (layer, tier) ((rungwatch_hit_ratio{" + HERE
                                        + "} >= 0) * on (channel) group_left (tier) "
                                        + "group by (channel, tier) (rungwatch_channel_properties))",
                                "{{layer}} {{tier}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "First byte of hits, p95",
                                "On warm connections. An edge should take under 50 ms, 100 ms at most.")
                        .unit("s")
                        .steps(Steps.of("green", 0.1, "red"))
                        .runbook("prometheus-alerts.md#rungwatchedgeslow")
                        .query(
                                Queries.quantile(
                                        0.95,
                                        "layer",
                                        "rungwatch_sample_first_byte_seconds_bucket{" + HERE + ", verdict='hit'}"),
                                "{{layer}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Where the time of manifests goes, p95",
                                "dns, connect and tls are of new connections only. What is slow in connect is far or overloaded; in first_byte, it waits for those above.")
                        .unit("s")
                        .query(
                                Queries.quantile(0.95, "layer, phase", "rungwatch_fetch_seconds_bucket{" + HERE + "}"),
                                "{{layer}} {{phase}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "What the caches did",
                                "Answers a second by verdict. pass: the cache was not used at all; stale_hit: a copy past its life, as when the origin is down.")
                        .unit("reqps")
                        .query(
                                Queries.rate("verdict", "rungwatch_sample_verdicts_total{" + HERE + "}") + " > 0",
                                "{{verdict}}"))
                .add(new Panel(Kind.GRAPH, "Segments that failed", "A minute, by how.")
                        .query(
                                "60 * "
                                        + Queries.rate(
                                                "layer, outcome",
                                                "rungwatch_samples_total{" + HERE + ", outcome!='good'}")
                                        + " > 0",
                                "{{layer}} {{outcome}}"))
                .add(worst());
    }

    private static Panel pops() {
        return new Panel(Kind.TABLE, "POPs", "Beside each other.")
                .label("layer", Links.LAYER)
                .column(
                        "availability 24 h",
                        "percentunit",
                        Steps.of("red", 0.999, "green"),
                        "min by (layer) (rungwatch_availability_ratio{" + HERE + ", window='24h'})")
                .column("segments failed", "percentunit", ERRORS, Queries.failed("layer", HERE))
                .column("manifests unreachable", "percentunit", ERRORS, Queries.unreachable("layer", HERE))
                .column("hit ratio", "percentunit", HITS, Queries.hits("layer", HERE))
                .column(
                        "whole segment p95",
                        "s",
                        Steps.of("green", 2, "red"),
                        Queries.quantile(0.95, "layer", "rungwatch_sample_download_seconds_bucket{" + HERE + "}"))
                .column(
                        "segments behind",
                        "short",
                        Steps.of("green", 3, "orange", 5, "red"),
                        "max by (layer) (rungwatch_layer_lag_segments{" + HERE + "})");
    }

    private static Panel worst() {
        String worst = "rungwatch_hit_ratio{" + HERE + "} and on (channel, layer) bottomk(15, rungwatch_hit_ratio{"
                + HERE + "} >= 0)";
        return new Panel(
                        Kind.TABLE,
                        "Channels that the caches hold worst",
                        "The fifteen lowest hit ratios, with how fast and how sound they are there.")
                .label("channel", Links.CHANNEL)
                .label("layer", "")
                .column("hit ratio", "percentunit", HITS, "max by (channel, layer) (" + worst + ")")
                .column(
                        "first byte p95",
                        "s",
                        Steps.of("green", 0.1, "red"),
                        beside("rungwatch_channel_first_byte_seconds{" + HERE + ", quantile='0.95'}"))
                .column(
                        "segments behind",
                        "short",
                        Steps.of("green", 3, "orange", 5, "red"),
                        beside("rungwatch_layer_lag_segments{" + HERE + "}"));
    }

    private static String beside(String series) {
        return "max by (channel, layer) (" + series + " and on (channel, layer) bottomk(15, rungwatch_hit_ratio{" + HERE
                + "} >= 0))";
    }
}
