package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;
import static io.rungwatch.cache.Verdict.STALE_HIT;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of equal length, the last entry by the POP that answered us, the ones before by the shield or by a restart. HIT also covers
 * what is stale or made on the spot, and MISS what was passed: only Fastly-Debug-TTL tells more.
 */
final class Fastly implements Source {
    private static final String HEADER = "X-Cache";
    private static final Words WORDS = new Words(Map.of("HIT", HIT, "MISS", MISS, "PASS", PASS));
    private static final Pattern PAST_ITS_LIFE =
            Pattern.compile("\\(?H \\S{1,128} -\\d{1,12}(?:\\.\\d{1,6})? \\S{1,32} \\d{1,12}\\)?");

    @Override
    public String product() {
        return "Fastly";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        boolean fastly = reply.mentions("X-Served-By", "cache-") || reply.has("Fastly-Debug-Path");
        return WORDS.list(reply, HEADER, product(), Rank.VENDOR)
                .filter(list -> fastly)
                .map(list -> Statement.of(HEADER, product(), Rank.VENDOR, named(list.chain(), reply)));
    }

    private static List<Hop> named(List<Hop> chain, Reply reply) {
        List<String> names = reply.entries("X-Served-By").reversed();
        List<Hop> named = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            String name = i < names.size() ? Shown.text(names.get(i)) : "";
            Hop hop = chain.get(i);
            boolean stale = i == 0 && hop.verdict() == HIT && isPastItsLife(reply);
            named.add(Hop.of(i == 0 ? Hop.EDGE : Hop.MID, name, stale ? STALE_HIT : hop.verdict(), hop.said()));
        }
        return named;
    }

    private static boolean isPastItsLife(Reply reply) {
        List<String> lives = reply.entries("Fastly-Debug-TTL");
        Matcher last = PAST_ITS_LIFE.matcher(lives.isEmpty() ? "" : lives.getLast());
        return last.matches();
    }
}
