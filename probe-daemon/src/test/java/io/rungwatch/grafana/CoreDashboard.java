package io.rungwatch.grafana;

import io.rungwatch.grafana.Panel.Kind;

/** Origin and midcaches, as the probe is served by them. */
final class CoreDashboard {
    private static final String ORIGIN = "layer=~'$origin'";
    private static final String MIDCACHE = "layer=~'$midcache'";
    private static final Steps ERRORS = Steps.of("green", 0.005, "orange", 0.01, "red");
    private static final Steps TIME = Steps.of("green", 0.5, "orange", 1, "red");

    private CoreDashboard() {}

    static Dashboard make() {
        return new Dashboard(
                        "rungwatch-core",
                        "CDN core",
                        "Origin and midcaches as the probe is served by them. Processor, memory and disk of the hosts, and evictions, are their own exporters' to tell.")
                .layers("origin")
                .layers("midcache")
                .annotated(".*")
                .row("Origin")
                .add(new Panel(
                                Kind.STAT,
                                "Availability, 24 h",
                                "Share of sampled segments that could be had at the origin.")
                        .unit("percentunit")
                        .steps(Steps.of("red", 0.999, "green"))
                        .runbook("prometheus-alerts.md#rungwatchavailabilitylow")
                        .query("min(rungwatch_availability_ratio{" + ORIGIN + ", window='24h'})", ""))
                .add(new Panel(
                                Kind.STAT,
                                "Availability, 30 d",
                                "The same for a month, as far back as the probe has run.")
                        .unit("percentunit")
                        .steps(Steps.of("red", 0.999, "green"))
                        .query("min(rungwatch_availability_ratio{" + ORIGIN + ", window='30d'})", ""))
                .add(new Panel(
                                Kind.STAT,
                                "Segments failed",
                                "Share of sampled segments that were refused, answered with 5xx, or not at all.")
                        .unit("percentunit")
                        .steps(ERRORS)
                        .runbook("prometheus-alerts.md#rungwatcherrorratehigh")
                        .query(Queries.failed("layer", ORIGIN), "{{layer}}"))
                .add(new Panel(
                                Kind.STAT,
                                "5xx",
                                "Share of sampled segments that were answered with 5xx. Above 10 % the origin counts as down.")
                        .unit("percentunit")
                        .steps(Steps.of("green", 0.01, "orange", 0.1, "red"))
                        .runbook("prometheus-alerts.md#rungwatchoriginfailing")
                        .query(
                                Queries.share(
                                        "layer",
                                        "rungwatch_samples_total{" + ORIGIN + ", outcome='server_error'}",
                                        "rungwatch_samples_total{" + ORIGIN + "}"),
                                "{{layer}}"))
                .add(new Panel(
                                Kind.STAT,
                                "Manifests unreachable",
                                "Share of polls of manifests that had no usable answer.")
                        .unit("percentunit")
                        .steps(ERRORS)
                        .query(Queries.unreachable("layer", ORIGIN), "{{layer}}"))
                .add(new Panel(
                                Kind.STAT,
                                "Segments behind",
                                "How many segments the origin's playlists are behind the packager's, on the worst channel.")
                        .steps(Steps.of("green", 2, "orange", 4, "red"))
                        .runbook("prometheus-alerts.md#rungwatchlayerbehind")
                        .query("max by (layer) (rungwatch_layer_lag_segments{" + ORIGIN + "})", "{{layer}}"))
                .add(times(
                                "Response of the origin",
                                "First byte of segments on a warm connection.",
                                "rungwatch_sample_first_byte_seconds_bucket{" + ORIGIN + "}")
                        .steps(TIME))
                .add(times(
                                "Whole segments from the origin",
                                "From the question to the last byte; above 2 s, players on 4K suffer.",
                                "rungwatch_sample_download_seconds_bucket{" + ORIGIN + "}")
                        .steps(Steps.of("green", 2, "red")))
                .row("Midcaches, by region")
                .add(new Panel(
                                Kind.GRAPH,
                                "Hit ratio",
                                "Of segments that viewers had time to fetch, the share that came from the cache when we first asked.")
                        .unit("percentunit")
                        .upTo(1)
                        .steps(Steps.of("red", 0.85, "orange", 0.9, "green"))
                        .runbook("prometheus-alerts.md#rungwatchhitratiolow")
                        .query(Queries.hits("layer", MIDCACHE), "{{layer}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "First byte p95, hits and misses",
                                "A hit should take under 200 ms; a miss includes the origin.")
                        .unit("s")
                        .query(
                                Queries.quantile(
                                        0.95,
                                        "layer, verdict",
                                        "rungwatch_sample_first_byte_seconds_bucket{" + MIDCACHE + "}"),
                                "{{layer}} {{verdict}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Bytes from cache",
                                "Share of sampled bytes that the cache had: what the origin is spared.")
                        .unit("percentunit")
                        .upTo(1)
                        .query(
                                Queries.share(
                                        "layer",
                                        "rungwatch_sample_bytes_total{" + MIDCACHE + ", source='cache'}",
                                        "rungwatch_sample_bytes_total{" + MIDCACHE + "}"),
                                "{{layer}}"))
                .add(new Panel(
                                Kind.GRAPH,
                                "Segments behind the packager",
                                "The worst channel of each layer. Grows in steps downstream; a jump at one layer is that layer's.")
                        .query("max by (layer) (rungwatch_layer_lag_segments)", "{{layer}}"))
                .row("Channels")
                .add(channels());
    }

    private static Panel times(String title, String text, String buckets) {
        return new Panel(Kind.GRAPH, title, text)
                .unit("s")
                .query(Queries.quantile(0.5, "", buckets), "p50")
                .query(Queries.quantile(0.95, "", buckets), "p95")
                .query(Queries.quantile(0.99, "", buckets), "p99");
    }

    private static Panel channels() {
        return new Panel(
                        Kind.TABLE,
                        "Channels",
                        "Misses a minute are ours: how often the midcache had to ask the origin because of the probe. A click on a channel shows it.")
                .label("channel", Links.CHANNEL)
                .column("origin: failed", "percentunit", ERRORS, Queries.failed("channel", ORIGIN))
                .column(
                        "origin: first byte p95",
                        "s",
                        TIME,
                        "max by (channel) (rungwatch_channel_first_byte_seconds{" + ORIGIN + ", quantile='0.95'})")
                .column(
                        "midcache: hit ratio",
                        "percentunit",
                        Steps.of("red", 0.7, "orange", 0.85, "green"),
                        "min by (channel) (rungwatch_hit_ratio{" + MIDCACHE + "})")
                .column(
                        "segments behind",
                        "short",
                        Steps.of("green", 2, "orange", 4, "red"),
                        "max by (channel) (rungwatch_layer_lag_segments{layer=~'$origin|$midcache'})")
                .column(
                        "bitrate, all rungs",
                        "bps",
                        Steps.NONE,
                        "sum by (channel) (rungwatch_rendition_bits_per_second >= 0)")
                .column("alerts", "short", Steps.ANY_IS_A_WARNING, "sum by (channel) (rungwatch_channel_alerts)");
    }
}
