package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import java.util.Map;
import java.util.Optional;

/** `cdn-cache; desc=HIT`: Akamai began it, others copied it. */
final class AkamaiTiming implements Source {
    private static final Words WORDS = new Words(Map.of("HIT", HIT, "MISS", MISS));

    @Override
    public String product() {
        return "Akamai";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return ServerTiming.of(reply)
                .describes("cdn-cache")
                .filter(WORDS::knows)
                .map(word -> Statement.of(
                        ServerTiming.HEADER, product(), Rank.SERVER_TIMING, WORDS.hop(Hop.EDGE, "", word)));
    }
}
