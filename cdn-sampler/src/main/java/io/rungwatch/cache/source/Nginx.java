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

/** `add_header X-Cache-Status $upstream_cache_status`, by whatever name the operator liked. */
final class Nginx implements Source {
    private static final List<String> HEADERS =
            List.of("X-Cache-Status", "X-Nginx-Cache", "X-Nginx-Cache-Status", "X-Proxy-Cache", "X-Cache");

    private static final Words WORDS = new Words(Map.of(
            "HIT", HIT,
            "STALE", STALE_HIT,
            "UPDATING", STALE_HIT,
            "REVALIDATED", REVALIDATED,
            "MISS", MISS,
            "EXPIRED", MISS,
            "SCARCE", MISS,
            "BYPASS", PASS));

    /** Nobody else says these. */
    private static final List<String> TELLING = List.of("EXPIRED", "UPDATING", "SCARCE");

    @Override
    public String product() {
        return "nginx";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        boolean server = reply.mentions("Server", "nginx") || reply.mentions("Server", "openresty");
        return HEADERS.stream()
                .filter(header ->
                        server || reply.value(header).filter(TELLING::contains).isPresent())
                .flatMap(header -> WORDS.list(reply, header, product(), Rank.VENDOR).stream())
                .findFirst();
    }
}
