package io.rungwatch.bench.poll;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What the daemon itself says on /metrics. `late` is the number of polls by their lateness at most, in seconds. */
record Scrape(long polls, long troubled, long findings, Map<Double, Long> late) {
    private static final String LATENESS = "rungwatch_poll_lateness_seconds_bucket{le=\"";

    static Scrape of(int port) throws IOException {
        long polls = 0;
        long troubled = 0;
        long findings = 0;
        Map<Double, Long> late = new TreeMap<>();
        URI metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(metrics.toURL().openStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("rungwatch_polls_total{")) {
                    polls += value(line);
                    troubled += line.contains("outcome=\"fetched\"") ? 0 : value(line);
                } else if (line.startsWith("rungwatch_findings_total{")) {
                    findings += value(line);
                } else if (line.startsWith(LATENESS)) {
                    String limit = line.substring(LATENESS.length(), line.indexOf('"', LATENESS.length()));
                    late.put(limit.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(limit), value(line));
                }
            }
        }
        return new Scrape(polls, troubled, findings, late);
    }

    Scrape minus(Scrape before) {
        Map<Double, Long> since = new TreeMap<>(late);
        before.late.forEach((limit, count) -> since.merge(limit, -count, Long::sum));
        return new Scrape(polls - before.polls, troubled - before.troubled, findings - before.findings, since);
    }

    /** In milliseconds, as Prometheus would estimate it: evenly spread within a bucket. */
    double lateness(double share) {
        double below = 0;
        long countBelow = 0;
        double rank = share * late.getOrDefault(Double.POSITIVE_INFINITY, 0L);
        for (Map.Entry<Double, Long> bucket : late.entrySet()) {
            if (bucket.getValue() >= rank && bucket.getValue() > countBelow) {
                double part = (rank - countBelow) / (bucket.getValue() - countBelow);
                return 1e3 * (bucket.getKey().isInfinite() ? below : below + part * (bucket.getKey() - below));
            }
            below = bucket.getKey();
            countBelow = bucket.getValue();
        }
        return Double.NaN;
    }

    private static long value(String line) {
        return Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)));
    }
}
