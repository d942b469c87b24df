package io.rungwatch.cache;

import java.util.List;
import java.util.Set;

/**
 * What one header, or the headers of one product, say. The chain begins at the hop nearest to us. `by` tells which hop of it the
 * verdict is about: 0 but for products whose one word means "not here, but our next tier had it".
 */
public record Statement(
        String header, String product, Rank rank, List<Hop> chain, int by, Set<Flag> flags, List<String> remarks) {

    public static Statement of(String header, String product, Rank rank, List<Hop> chain) {
        return new Statement(header, product, rank, List.copyOf(chain), 0, Set.of(), List.of());
    }

    public static Statement of(String header, String product, Rank rank, Hop hop) {
        return of(header, product, rank, List.of(hop));
    }

    public Statement decidedBy(int hop) {
        return new Statement(header, product, rank, chain, hop, flags, remarks);
    }

    public Statement with(Set<Flag> more) {
        return new Statement(header, product, rank, chain, by, Set.copyOf(more), remarks);
    }

    public Statement remark(String remark) {
        return new Statement(header, product, rank, chain, by, flags, List.of(remark));
    }

    public Verdict verdict() {
        return chain.get(by).verdict();
    }

    /** As a person would put it: `X-Cache (Fastly): cache-ord1720-ORD says HIT`. */
    String text() {
        Hop hop = chain.get(by);
        if (!rank.speaks()) {
            return hop.said() + ": " + hop.verdict().text();
        }
        String who = hop.name().isEmpty() && hop.place().isEmpty() ? "" : hop.label() + " ";
        String from = product.equals(header) ? header : header + " (" + product + ")";
        return from + ": " + who + "says \"" + hop.said() + "\", "
                + hop.verdict().text();
    }
}
