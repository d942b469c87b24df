package io.rungwatch.grafana;

import io.rungwatch.grafana.Panel.Kind;

/** All of one channel: rung by rung and layer by layer. */
final class ChannelDashboard {
    private static final String CHANNEL = "channel='$channel'";
    private static final String AT = CHANNEL + ", layer=~'$layer'";
    private static final String RUNGS = CHANNEL + ", rendition=~'$rendition'";

    private ChannelDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                        "rungwatch-channel",
                        "Channel deep dive",
                        "One channel, rung by rung and layer by layer. What is wrong at all layers is the packager's; what begins at one layer is that layer's.")
                .one("channel", "rungwatch_channel_properties, channel")
                .choice("layer", "rungwatch_segments_listed_total{channel='$channel'}, layer")
                .choice("rendition", "rungwatch_playlist_lag_seconds{channel='$channel'}, rendition")
                .annotated("$channel")
                .add(new Panel(Kind.STAT, "Alerts", "Of this channel, by severity.")
                        .wide(6)
                        .steps(Steps.ANY_IS_A_WARNING)
                        .query("sum by (severity) (rungwatch_channel_alerts{" + CHANNEL + "})", "{{severity}}"))
                .add(new Panel(Kind.STAT, "Tier", "How much it is watched, and whether it is live.")
                        .wide(6)
                        .query(
                                "group by (tier, mode) (rungwatch_channel_properties{" + CHANNEL + "})",
                                "{{tier}} {{mode}}"))
                .add(new Panel(Kind.STAT, "Renditions", "Rungs and sounds that the first layer offers.")
                        .query("count(rungwatch_segment_duration_seconds{" + CHANNEL + "})", ""))
                .add(new Panel(
                                Kind.STAT,
                                "Arrivals a minute",
                                "New segments at the first layers, all renditions together.")
                        .query(
                                "60 * max(" + Queries.rate("layer", "rungwatch_segments_listed_total{" + CHANNEL + "}")
                                        + ")",
                                ""))
                .add(new Panel(Kind.STAT, "Worst lag", "Of the chosen layers and renditions.")
                        .unit("s")
                        .query("max(rungwatch_playlist_lag_seconds{" + AT + ", rendition=~'$rendition'} >= 0)", ""))
                .add(new Panel(
                                Kind.GRAPH,
                                "Lag, rung by rung",
                                "A line that climbs by a second each second is a frozen rung. Where all layers climb, the first one froze.")
                        .unit("s")
                        .runbook("runbooks/playlist_stale.md")
                        .query(
                                "max by (layer, rendition) (rungwatch_playlist_lag_seconds{" + AT
                                        + ", rendition=~'$rendition'} >= 0)",
                                "{{layer}} {{rendition}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Arrivals",
                                "New segments a minute, all renditions together, layer by layer. They should lie on each other.")
                        .query(
                                "60 * " + Queries.rate("layer", "rungwatch_segments_listed_total{" + AT + "}"),
                                "{{layer}}"))
                .add(new Panel(Kind.GRAPH, "Segments behind the first layer", "The worst rendition of each layer.")
                        .runbook("prometheus-alerts.md#rungwatchlayerbehind")
                        .query("rungwatch_layer_lag_segments{" + AT + "}", "{{layer}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Segments that failed",
                                "Of those that were sampled, a minute, by layer and by how.")
                        .query(
                                "60 * "
                                        + Queries.rate(
                                                "layer, outcome",
                                                "rungwatch_samples_total{" + AT + ", outcome!='good'}"),
                                "{{layer}} {{outcome}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Manifests without a usable answer",
                                "Share of polls, by layer and protocol.")
                        .unit("percentunit")
                        .runbook("runbooks/manifest_unavailable.md")
                        .query(Queries.unreachable("layer, protocol", AT), "{{layer}} {{protocol}}"))
                .add(new Panel(Kind.GRAPH, "Hit ratio", "Of the last sixty samples, at each cache.")
                        .unit("percentunit")
                        .upTo(1)
                        .query("rungwatch_hit_ratio{" + AT + "} >= 0", "{{layer}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "First byte of segments",
                                "Median and p95 of the last 32, of an edge its hits only.")
                        .unit("s")
                        .query("rungwatch_channel_first_byte_seconds{" + AT + "} >= 0", "{{layer}} {{quantile}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Bitrate, rung by rung",
                                "Bytes of the last sampled segment over its duration, at the first layer. A rung that falls by half has lost its picture.")
                        .unit("bps")
                        .runbook("prometheus-alerts.md#rungwatchbitratedropped")
                        .query("rungwatch_rendition_bits_per_second{" + RUNGS + "} >= 0", "{{rendition}}"))
                .add(new Panel(Kind.GRAPH, "Segment duration", "Of the newest segment, as the playlist says it.")
                        .unit("s")
                        .runbook("prometheus-alerts.md#rungwatchsegmentdurationodd")
                        .query("rungwatch_segment_duration_seconds{" + RUNGS + "}", "{{rendition}}"));
    }
}
