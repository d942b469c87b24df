package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.ERROR;
import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;
import static io.rungwatch.cache.Verdict.REVALIDATED;
import static io.rungwatch.cache.Verdict.STALE_HIT;

import io.rungwatch.cache.Flag;
import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that Squid's log left to Akamai and to Edgecast. */
final class TcpWords {
    private static final Pattern WORD =
            Pattern.compile("(?i)(TCP_[A-Z_]{1,40}|NONE|CONFIG_NOCACHE) from (\\S{1,255}).*");

    private static final Words WORDS = new Words(Map.ofEntries(
            Map.entry("TCP_HIT", HIT),
            Map.entry("TCP_MEM_HIT", HIT),
            Map.entry("TCP_IMS_HIT", HIT),
            Map.entry("TCP_NEGATIVE_HIT", HIT),
            Map.entry("TCP_REFRESH_HIT", REVALIDATED),
            Map.entry("TCP_EXPIRED_HIT", REVALIDATED),
            Map.entry("TCP_REFRESH_FAIL_HIT", STALE_HIT),
            Map.entry("TCP_MISS", MISS),
            Map.entry("TCP_REFRESH_MISS", MISS),
            Map.entry("TCP_EXPIRED_MISS", MISS),
            Map.entry("TCP_CLIENT_REFRESH_MISS", MISS),
            Map.entry("TCP_DENIED", ERROR),
            Map.entry("TCP_COOKIE_DENY", ERROR),
            Map.entry("CONFIG_NOCACHE", PASS),
            Map.entry("NONE", PASS)));

    private static final Map<String, Flag> FLAGS =
            Map.of("TCP_MEM_HIT", Flag.MEMORY, "TCP_NEGATIVE_HIT", Flag.NEGATIVE);

    private TcpWords() {}

    /** The edge's header, and the one of its parent where there is one. */
    static Optional<Statement> read(Reply reply, String product, String edge, String parent) {
        Optional<Hop> nearest = hop(reply, edge, Hop.EDGE);
        if (nearest.isEmpty()) {
            return Optional.empty();
        }
        List<Hop> chain = new ArrayList<>();
        chain.add(nearest.get());
        hop(reply, parent, Hop.MID).ifPresent(chain::add);
        Statement statement = Statement.of(edge, product, Rank.VENDOR, chain).with(flags(nearest.get()));
        return Optional.of(
                nearest.get().said().equalsIgnoreCase("TCP_REFRESH_FAIL_HIT")
                        ? statement.remark("upstream could not be reached")
                        : statement);
    }

    private static Optional<Hop> hop(Reply reply, String header, String place) {
        return reply.match(header, WORD).map((Matcher word) -> WORDS.hop(place, word.group(2), word.group(1)));
    }

    private static Set<Flag> flags(Hop hop) {
        Flag flag = FLAGS.get(hop.said().toUpperCase(Locale.ROOT));
        return flag == null ? Set.of() : EnumSet.of(flag);
    }
}
