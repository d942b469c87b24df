package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.ERROR;
import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Front Door. N/A stands where a rule or a signature refused the request. */
final class Azure implements Source {
    private static final String HEADER = "X-Cache";
    private static final String REMOTE = "TCP_REMOTE_HIT";

    private static final Words WORDS = new Words(Map.of(
            "TCP_HIT",
            HIT,
            REMOTE,
            HIT,
            "TCP_MISS",
            MISS,
            "PRIVATE_NOSTORE",
            PASS,
            "CONFIG_NOCACHE",
            PASS,
            "N/A",
            ERROR));

    @Override
    public String product() {
        return "Azure";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return reply.value(HEADER).filter(word -> isAzure(reply, word)).map(this::statement);
    }

    /** Two words are nobody else's; the others need the reference beside them. */
    private static boolean isAzure(Reply reply, String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        boolean own = upper.equals(REMOTE) || upper.equals("PRIVATE_NOSTORE");
        return own || (WORDS.knows(word) && reply.has("X-Azure-Ref"));
    }

    /** Another of its caches had it: a hit of this CDN, and a miss of its edge. */
    private Statement statement(String word) {
        if (!word.equalsIgnoreCase(REMOTE)) {
            return Statement.of(HEADER, product(), Rank.VENDOR, WORDS.hop(Hop.EDGE, "", word));
        }
        List<Hop> chain = List.of(Hop.of(Hop.EDGE, "", MISS, word), WORDS.hop(Hop.MID, "", word));
        return Statement.of(HEADER, product(), Rank.VENDOR, chain).decidedBy(1);
    }
}
