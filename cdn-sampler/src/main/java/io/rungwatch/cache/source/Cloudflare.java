package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;
import static io.rungwatch.cache.Verdict.REVALIDATED;
import static io.rungwatch.cache.Verdict.STALE_HIT;
import static io.rungwatch.cache.Verdict.UNKNOWN;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import java.util.Map;
import java.util.Optional;

/** CF-Cache-Status. NONE means that a worker, a rule or a redirect answered before the cache was asked. */
final class Cloudflare implements Source {
    private static final String HEADER = "CF-Cache-Status";

    private static final Words WORDS = new Words(Map.of(
            "HIT", HIT,
            "MISS", MISS,
            "EXPIRED", MISS,
            "STALE", STALE_HIT,
            "UPDATING", STALE_HIT,
            "REVALIDATED", REVALIDATED,
            "BYPASS", PASS,
            "DYNAMIC", PASS,
            "NONE", UNKNOWN,
            "NONE/UNKNOWN", UNKNOWN));

    @Override
    public String product() {
        return "Cloudflare";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        Rank rank = reply.has("CF-Ray") ? Rank.VENDOR : Rank.DOUBTED;
        return reply.value(HEADER)
                .filter(WORDS::knows)
                .map(word -> Statement.of(HEADER, product(), rank, WORDS.hop(Hop.EDGE, pop(reply), word)));
    }

    /** The airport at the end of the Ray. */
    private static String pop(Reply reply) {
        String ray = reply.value("CF-Ray").orElse("");
        return Shown.text(ray.substring(ray.lastIndexOf('-') + 1));
    }
}
