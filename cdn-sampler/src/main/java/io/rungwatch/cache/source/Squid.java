package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Squid up to 5; later ones write Cache-Status. */
final class Squid implements Source {
    private static final String HEADER = "X-Cache";
    private static final Pattern CACHE = Pattern.compile("(?i)(HIT|MISS|NONE) from (\\S+)");
    private static final Pattern LOOKUP = Pattern.compile("(?i)HIT from \\S+");
    private static final Words WORDS = new Words(Map.of("HIT", HIT, "MISS", MISS, "NONE", PASS));

    @Override
    public String product() {
        return "Squid";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        boolean squid = reply.has("X-Cache-Lookup") || reply.mentions("Via", "squid");
        List<Hop> chain = new ArrayList<>();
        for (String entry : squid ? reply.entries(HEADER) : List.<String>of()) {
            Matcher cache = CACHE.matcher(entry);
            if (cache.matches()) {
                chain.addFirst(WORDS.hop("", cache.group(2), cache.group(1)));
            }
        }
        return chain.isEmpty() ? Optional.empty() : Optional.of(statement(chain, reply));
    }

    /** A miss of an object that the look-up found: it was there and was asked for again. What came of that, Squid does not say. */
    private Statement statement(List<Hop> chain, Reply reply) {
        Hop nearest = chain.getFirst();
        List<String> lookups = reply.entries("X-Cache-Lookup");
        if (nearest.verdict() != MISS
                || lookups.isEmpty()
                || !LOOKUP.matcher(lookups.getLast()).matches()) {
            return Statement.of(HEADER, product(), Rank.VENDOR, chain);
        }
        chain.set(0, Hop.of("", nearest.name(), Verdict.REVALIDATED, nearest.said()));
        return Statement.of(HEADER, product(), Rank.DOUBTED, chain)
                .remark("X-Cache-Lookup found it, so it was there and was asked for again");
    }
}
