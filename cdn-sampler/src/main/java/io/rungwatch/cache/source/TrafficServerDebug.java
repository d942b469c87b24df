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
import java.util.Map;
import java.util.Optional;

/**
 * Traffic Server's xdebug plugin. It looks before anything was asked upstream, so of a stale copy it does not know yet what will become:
 * the codes in Via do. Without the second sign `hit-stale` would be taken from the many who mean "served stale" by it.
 */
final class TrafficServerDebug implements Source {
    private static final Words WORDS =
            new Words(Map.of("HIT-FRESH", HIT, "HIT-STALE", MISS, "MISS", MISS, "NONE", PASS, "SKIPPED", PASS));

    private final TrafficServer codes = new TrafficServer();

    @Override
    public String product() {
        return "Apache Traffic Server xdebug";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return WORDS.list(reply, "X-Cache", product(), Rank.VENDOR)
                .filter(statement -> isTrafficServer(reply))
                .map(statement -> refined(statement, reply));
    }

    private static boolean isTrafficServer(Reply reply) {
        return reply.mentions("Via", "trafficserver") || reply.mentions("Server", "ats/");
    }

    private Statement refined(Statement statement, Reply reply) {
        Hop said = statement.chain().getFirst();
        Verdict verdict = codes.read(reply)
                .filter(via -> said.said().equalsIgnoreCase("hit-stale"))
                .map(Statement::verdict)
                .orElse(said.verdict());
        return Statement.of(statement.header(), product(), Rank.VENDOR, Hop.of("", "", verdict, said.said()));
    }
}
