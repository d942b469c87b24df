package io.rungwatch.cache;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** From headers to a ruling: whom of those who speak to believe, and of which request they speak. Pure. */
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
        List<Statement> statements = Witnesses.of(reply, rules);
        List<ProxyFault> faults = ProxyStatus.faults(reply);
        Statement best = statements.stream()
                .filter(statement -> statement.rank() != Rank.AGE || rules.trustAge())
                .findFirst()
                .orElseGet(() -> Witnesses.silence(rules.tally()));
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

    private void compare(Statement best, Statement other) {
        if (other.equals(best)) {
            return;
        }
        boolean conflict = best.rank().speaksOfAHop()
                && other.rank().speaksOfAHop()
                && best.verdict().contradicts(other.verdict())
                && !isHandedOn(best, other);
        if (conflict) {
            flags.add(Flag.CONFLICT);
        }
        reasons.add((conflict ? "against that, " : "also ")
                + other.text()
                + (other.rank() == Rank.AGE ? "; which cache, it does not say" : ""));
    }

    /**
     * A cache that does not know a header hands it on as it stored it, and so it tells of one further up: where one of those above is known to
     * have said so, or where nobody says that the one who writes such headers is the nearest.
     */
    private boolean isHandedOn(Statement best, Statement other) {
        List<Hop> above = best.chain().subList(best.by() + 1, best.chain().size());
        return above.stream().anyMatch(hop -> hop.verdict() == other.verdict())
                || other.rank() == Rank.CODES && !other.header().equals("Via") && !reply.isNearest(other.product());
    }

    /** A cache that states how long its copy still lives knows its own rules; of others the declared life is held against them. */
    private Verdict aged(Walk walk, List<Statement> statements) {
        Hop nearest = walk.decided();
        if (nearest.verdict() != Verdict.HIT) {
            return nearest.verdict();
        }
        Life life = Life.of(reply);
        // In its last second a life of whole seconds is 0 before its end and after it: then a word beside it tells.
        boolean inDoubt = nearest.ttl().orElse(1) == 0;
        if (inDoubt && statements.stream().anyMatch(statement -> statement.verdict() == Verdict.STALE_HIT)) {
            reasons.add("its life has 0 s left, and the copy is called stale");
            return Verdict.STALE_HIT;
        } else if (statements.stream().anyMatch(statement -> statement.rank() == Rank.SOMEWHERE)) {
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
        reasons.addAll(Unreadable.of(reply));
    }
}
