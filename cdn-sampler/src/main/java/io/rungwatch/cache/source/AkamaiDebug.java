package io.rungwatch.cache.source;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Akamai adds when the request carries its Pragma: X-Cache by the edge, X-Cache-Remote by the parent. */
final class AkamaiDebug implements Source {
    private static final Pattern NO = Pattern.compile("(?i)NO");

    @Override
    public String product() {
        return "Akamai";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return TcpWords.read(reply, product(), "X-Cache", "X-Cache-Remote")
                .map(statement ->
                        reply.match("X-Check-Cacheable", NO).isPresent() ? uncacheable(statement) : statement);
    }

    /** What may not be cached is no miss; a hit that calls itself uncacheable was one all the same. */
    private static Statement uncacheable(Statement statement) {
        if (statement.verdict() != Verdict.MISS) {
            return statement;
        }
        List<Hop> chain = new ArrayList<>(statement.chain());
        Hop edge = chain.getFirst();
        chain.set(0, Hop.of(edge.place(), edge.name(), Verdict.PASS, edge.said()));
        return Statement.of(statement.header(), statement.product(), statement.rank(), chain)
                .remark("X-Check-Cacheable says NO");
    }
}
