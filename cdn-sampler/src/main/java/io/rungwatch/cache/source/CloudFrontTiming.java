package io.rungwatch.cache.source;

import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** CloudFront's Server-Timing, where X-Cache was taken away. */
public final class CloudFrontTiming implements Source {
    private static final Map<String, Verdict> METRICS = new TreeMap<>(Map.of(
            "cdn-cache-hit", Verdict.HIT,
            "cdn-cache-refresh", Verdict.REVALIDATED,
            "cdn-cache-miss", Verdict.MISS));

    @Override
    public String product() {
        return "CloudFront";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        ServerTiming timing = ServerTiming.of(reply);
        return METRICS.entrySet().stream()
                .filter(metric -> timing.has(metric.getKey()))
                .findFirst()
                .map(metric -> CloudFront.tiers(
                        reply, ServerTiming.HEADER, Rank.SERVER_TIMING, metric.getValue(), metric.getKey()));
    }

    /** Free of charge: the origin's latency from where the CDN stands. */
    public static Optional<String> originFirstByte(Reply reply) {
        return ServerTiming.of(reply).took("cdn-upstream-fbl").filter(millis -> millis.matches("\\d{1,9}"));
    }
}
