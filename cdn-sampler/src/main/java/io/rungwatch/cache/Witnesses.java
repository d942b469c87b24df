package io.rungwatch.cache;

import io.rungwatch.cache.source.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who says something of this answer, and what it means if nobody does. */
final class Witnesses {
    private Witnesses() {}

    /** Best first. Of one header only the best reading counts: the rest are the same word, understood less well. */
    static List<Statement> of(Reply reply, LayerRules rules) {
        List<Statement> all = new ArrayList<>();
        rules.rule().flatMap(rule -> rule.read(reply)).ifPresent(all::add);
        Sources.ALL.forEach(source -> source.read(reply).ifPresent(all::add));
        all.sort(Comparator.comparing(Statement::rank).thenComparing(statement -> !reply.isFrom(statement.product())));
        List<Statement> distinct = new ArrayList<>();
        for (Statement statement : all) {
            if (distinct.stream().noneMatch(better -> better.header().equalsIgnoreCase(statement.header()))) {
                distinct.add(statement);
            }
        }
        return distinct.stream()
                .map(statement -> fromOwnMember(statement, rules))
                .toList();
    }

    /** Where the operator names his cache, those nearer to us (a load balancer, a security layer) are not it. */
    private static Statement fromOwnMember(Statement statement, LayerRules rules) {
        List<Hop> chain = statement.chain();
        for (int i = 1; i < chain.size() && statement.rank() == Rank.CACHE_STATUS; i++) {
            if (rules.member().filter(chain.get(i).name()::equals).isPresent()
                    && !rules.member().get().equals(chain.getFirst().name())) {
                return Statement.of(
                        statement.header(), statement.product(), statement.rank(), chain.subList(i, chain.size()));
            }
        }
        return statement;
    }

    /** Where nearly every answer of this layer says something, one that says nothing went past the cache. */
    static Statement silence(Tally tally) {
        boolean habit = tally.usuallyTold();
        String said = habit
                ? "no cache header, and " + tally.told() + " of the last " + tally.answers() + " answers had one"
                : "no cache header";
        Hop hop = Hop.of("", "", habit ? Verdict.PASS : Verdict.UNKNOWN, said);
        return Statement.of("nothing", "nothing", habit ? Rank.HABIT : Rank.NOTHING, hop);
    }
}
