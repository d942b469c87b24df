package io.rungwatch.grafana;

/** What several panels ask. `where` is what stands in the braces of a selector. */
final class Queries {
    private static final String SPAN = "[$__rate_interval]";

    private Queries() {}

    /** A second, of all series that agree in these labels. */
    static String rate(String by, String series) {
        return "sum by (" + by + ") (rate(" + series + SPAN + "))";
    }

    /** Of requests that were answered or should have been. */
    static String unreachable(String by, String where) {
        return share(
                by,
                "rungwatch_polls_total{" + where + ", outcome='unreachable'}",
                "rungwatch_polls_total{" + where + ", outcome=~'fetched|unreachable'}");
    }

    static String failed(String by, String where) {
        return share(
                by,
                "rungwatch_samples_total{" + where + ", outcome!='good'}",
                "rungwatch_samples_total{" + where + "}");
    }

    static String hits(String by, String where) {
        return share(
                by,
                "rungwatch_sample_verdicts_total{" + where + ", touch='first', verdict=~'hit|stale_hit|revalidated'}",
                "rungwatch_sample_verdicts_total{" + where
                        + ", touch='first', verdict=~'hit|stale_hit|revalidated|miss'}");
    }

    static String share(String by, String part, String whole) {
        return rate(by, part) + " / " + rate(by, whole);
    }

    static String quantile(double quantile, String by, String buckets) {
        return "histogram_quantile(" + quantile + ", " + rate(by.isEmpty() ? "le" : by + ", le", buckets) + ")";
    }
}
