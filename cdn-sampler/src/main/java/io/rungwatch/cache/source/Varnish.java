package io.rungwatch.cache.source;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says nothing by default, but gives the number of the request, and on a hit that of the one which filled the cache. */
final class Varnish implements Source {
    private static final Pattern IDS = Pattern.compile("\\d{1,20}( \\d{1,20})?");
    private static final Pattern HITS = Pattern.compile("\\d{1,10}");

    @Override
    public String product() {
        return "Varnish";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return isFurtherUp(reply) ? Optional.empty() : hits(reply).or(() -> ids(reply));
    }

    /** A cache that stored its answer hands on the numbers of the request that filled it. */
    private boolean isFurtherUp(Reply reply) {
        List<String> via = reply.entries("Via");
        return !via.isEmpty() && !via.getLast().toLowerCase(Locale.ROOT).contains("varnish");
    }

    /** A habit of VCL: `obj.hits`. Fastly's list of the same name is read with the rest of what Fastly says. */
    private Optional<Statement> hits(Reply reply) {
        return reply.match("X-Cache-Hits", HITS)
                .filter(hits -> reply.has("X-Varnish"))
                .map(hits -> statement("X-Cache-Hits", Long.parseLong(hits.group()) > 0, hits.group()));
    }

    private Optional<Statement> ids(Reply reply) {
        List<String> entries = reply.entries("X-Varnish");
        return entries.isEmpty() || !IDS.matcher(entries.getLast()).matches()
                ? Optional.empty()
                : Optional.of(statement("X-Varnish", entries.getLast().indexOf(' ') > 0, entries.getLast()));
    }

    private Statement statement(String header, boolean hit, String said) {
        Statement statement =
                Statement.of(header, product(), Rank.CODES, Hop.of("", "", hit ? Verdict.HIT : Verdict.MISS, said));
        return hit ? statement : statement.remark("a miss and a pass look alike in Varnish's own headers");
    }
}
