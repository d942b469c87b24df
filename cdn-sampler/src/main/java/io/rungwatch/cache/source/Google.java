package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;
import static io.rungwatch.cache.Verdict.REVALIDATED;
import static io.rungwatch.cache.Verdict.STALE_HIT;

import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cloud CDN and Media CDN: the operator puts `{cdn_cache_status}` into a header of his choice. */
final class Google implements Source {
    private static final List<String> HEADERS = List.of("X-Cache-Status", "CDN-Cache-Status", "X-CDN-Cache", "X-Cache");

    private static final Words WORDS = new Words(Map.of(
            "HIT", HIT,
            "MISS", MISS,
            "REVALIDATED", REVALIDATED,
            "STALE", STALE_HIT,
            "UNCACHEABLE", PASS,
            "DISABLED", PASS));

    @Override
    public String product() {
        return "Google";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        List<String> via = reply.entries("Via");
        boolean google = !via.isEmpty() && via.getLast().equals("1.1 google");
        return HEADERS.stream()
                .filter(header -> google)
                .flatMap(header -> WORDS.list(reply, header, product(), Rank.VENDOR).stream())
                .findFirst();
    }
}
