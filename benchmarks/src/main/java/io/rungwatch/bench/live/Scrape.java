package io.rungwatch.bench.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the daemon itself says on /metrics.
 *
 * @param series that name a channel
 * @param late the number of polls by their lateness at most, in seconds
 * @param weight what it took to say so
 */
record Scrape(
        long polls,
        long troubled,
        long findings,
        long samples,
        long sampleBytes,
        long series,
        Map<Double, Long> late,
        Weight weight) {
    private static final String LATENESS = "rungwatch_poll_lateness_seconds_bucket{le=\"";

    /** What is asked beside the manifests comes out `aside`, as it should. */
    private static final Pattern TROUBLED = Pattern.compile("outcome=\"(unreachable|not_judged)\"");

    /** The simulator's segments are filled up with nothing, which is nobody's fault. */
    private static final String STUFFING = "check=\"null_stuffing_high\"";

    /** Of the page: bytes without compression, and the time until the last of them. */
    record Weight(long bytes, double millis) {}

    static Scrape of(URI metrics) throws IOException {
        long asked = System.nanoTime();
        byte[] page;
        try (InputStream body = metrics.toURL().openStream()) {
            page = body.readAllBytes();
        }
        Weight weight = new Weight(page.length, (System.nanoTime() - asked) / 1e6);
        long polls = 0;
        long troubled = 0;
        long findings = 0;
        long samples = 0;
        long sampleBytes = 0;
        long series = 0;
        Map<Double, Long> late = new TreeMap<>();
        for (String line : new String(page, StandardCharsets.UTF_8).split("\n", -1)) {
            series += line.contains("channel=\"") ? 1 : 0;
            if (line.startsWith("rungwatch_polls_total{")) {
                polls += value(line);
                troubled += TROUBLED.matcher(line).find() ? value(line) : 0;
            } else if (line.startsWith("rungwatch_findings_total{")) {
                findings += line.contains(STUFFING) ? 0 : value(line);
            } else if (line.startsWith("rungwatch_samples_total{")) {
                samples += value(line);
            } else if (line.startsWith("rungwatch_sample_bytes_total{")) {
                sampleBytes += value(line);
            } else if (line.startsWith(LATENESS)) {
                String limit = line.substring(LATENESS.length(), line.indexOf('"', LATENESS.length()));
                late.put(limit.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(limit), value(line));
            }
        }
        return new Scrape(polls, troubled, findings, samples, sampleBytes, series, late, weight);
    }

    Scrape minus(Scrape before) {
        Map<Double, Long> since = new TreeMap<>(late);
        before.late.forEach((limit, count) -> since.merge(limit, -count, Long::sum));
        return new Scrape(
                polls - before.polls,
                troubled - before.troubled,
                findings - before.findings,
                samples - before.samples,
                sampleBytes - before.sampleBytes,
                series,
                since,
                weight);
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
