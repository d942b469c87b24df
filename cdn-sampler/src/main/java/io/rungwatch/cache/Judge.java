package io.rungwatch.cache;

import io.rungwatch.cache.source.CacheStatus;
import io.rungwatch.cache.source.Sources;
import io.rungwatch.structured.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** From headers to a ruling: who speaks, whom to believe, and of which request they speak. Pure. */
public final class Judge {
    private final Reply reply;
    private final LayerRules rules;
    private final List<String> reasons = new ArrayList<>();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

    private Judge(Reply reply, LayerRules rules) {
        this.reply = reply;
        this.rules = rules;
    }

    public static Ruling rule(Reply reply, LayerRules rules) {
        return new Judge(reply, rules).rule();
    }

    private Ruling rule() {
        List<Statement> statements = statements();
        List<ProxyFault> faults = ProxyStatus.faults(reply);
        Statement best = statements.stream()
                .filter(statement -> statement.rank() != Rank.AGE || rules.trustAge())
                .findFirst()
                .orElseGet(this::silence);
        flags.addAll(best.flags());
        reasons.add(best.text());
        reasons.addAll(best.remarks());
        statements.forEach(other -> compare(best, other));
        Walk walk = Walk.of(best, rules);
        Verdict verdict = ofFaults(aged(walk, statements), faults, best.rank());
        flag(verdict);
        explain(walk, faults);
        return new Ruling(
                verdict,
                Set.copyOf(flags),
                best.rank() == Rank.NOTHING && verdict == Verdict.ERROR ? Rank.SOMEWHERE : best.rank(),
                best.by(),
                walk.hops(),
                walk.recorded(),
                walk.hops().get(best.by()).ttl(),
                Life.ageHeader(reply),
                faults,
                List.copyOf(reasons));
    }

    /** Best first. Of one header only the best reading counts: the rest are the same word, understood less well. */
    private List<Statement> statements() {
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
        return distinct.stream().map(this::fromOwnMember).toList();
    }

    /** Where the operator names his cache, those nearer to us (a load balancer, a security layer) are not it. */
    private Statement fromOwnMember(Statement statement) {
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
    private Statement silence() {
        Tally tally = rules.tally();
        boolean habit = tally.usuallyTold();
        String said = habit
                ? "no cache header, and " + tally.told() + " of the last " + tally.answers() + " answers had one"
                : "no cache header";
        Hop hop = Hop.of("", "", habit ? Verdict.PASS : Verdict.UNKNOWN, said);
        return Statement.of("nothing", "nothing", habit ? Rank.HABIT : Rank.NOTHING, hop);
    }

    private void compare(Statement best, Statement other) {
        if (other.equals(best)) {
            return;
        }
        boolean conflict = best.rank().speaksOfAHop()
                && other.rank().speaksOfAHop()
                && best.verdict().contradicts(other.verdict());
        if (conflict) {
            flags.add(Flag.CONFLICT);
        }
        reasons.add((conflict ? "against that, " : "also ")
                + other.text()
                + (other.rank() == Rank.AGE ? "; which cache, it does not say" : ""));
    }

    /** A cache that states how long its copy still lives knows its own rules; of others the declared life is held against them. */
    private Verdict aged(Walk walk, List<Statement> statements) {
        Hop nearest = walk.decided();
        if (nearest.verdict() != Verdict.HIT) {
            return nearest.verdict();
        }
        Life life = Life.of(reply);
        if (statements.stream().anyMatch(statement -> statement.rank() == Rank.SOMEWHERE)) {
            reasons.add("Warning says that the copy is stale");
            return Verdict.STALE_HIT;
        } else if (nearest.ttl().isEmpty() && life.isStale()) {
            reasons.add("the copy is " + life.age().map(age -> age.toSeconds()).orElse(0L)
                    + " s old and was declared to live "
                    + life.fresh().map(fresh -> fresh.toSeconds()).orElse(0L) + " s");
            return Verdict.STALE_HIT;
        }
        return Verdict.HIT;
    }

    /** An error that a proxy reports made this answer only if the answer is one, and was not stored before. */
    private Verdict ofFaults(Verdict verdict, List<ProxyFault> faults, Rank rank) {
        boolean relevant = !faults.isEmpty() && !verdict.fromStore() && verdict != Verdict.REVALIDATED;
        return relevant && (reply.status() >= 400 || !rank.speaksOfAHop()) ? Verdict.ERROR : verdict;
    }

    private void flag(Verdict verdict) {
        if (verdict.fromStore() && reply.status() >= 400) {
            flags.add(Flag.NEGATIVE);
            reasons.add("and what it stored is HTTP " + reply.status());
        }
        if (reply.status() == 304) {
            flags.add(Flag.CONDITIONAL);
        }
    }

    private void explain(Walk walk, List<ProxyFault> faults) {
        walk.hops().stream()
                .filter(hop -> hop.upstreamStatus() >= 500)
                .forEach(hop -> reasons.add(hop.label() + " got HTTP " + hop.upstreamStatus() + " from upstream"));
        if (!walk.recorded().isEmpty()) {
            reasons.add("what stands further up was written when "
                    + walk.hops().getLast().label() + " stored its copy, and tells nothing of this request");
        }
        faults.forEach(fault -> reasons.add(fault.text()));
        ProxyStatus.complaint(reply).ifPresent(reasons::add);
        reply.value(CacheStatus.HEADER)
                .map(Field::list)
                .filter(field -> field instanceof Field.Malformed)
                .ifPresent(field -> reasons.add(CacheStatus.HEADER + " is " + field + "; not used"));
        reply.tooLong()
                .forEach(name -> reasons.add(name + " is longer than " + Reply.LONGEST + " characters; not read"));
    }
}
