package io.rungwatch.cache;

import java.util.List;

/**
 * Which hops tell of this request: from the nearest up as long as each went further up. What a hit carries of those above it was
 * written when its copy was stored, and stays the same for as long as the copy lives.
 */
record Walk(List<Hop> hops, List<Hop> recorded, int by) {
    static Walk of(Statement statement, LayerRules rules) {
        List<Hop> chain = statement.chain().stream().map(rules::placed).toList();
        int end = 1;
        while (end < chain.size() && chain.get(end - 1).verdict().wentUpstream()) {
            end++;
        }
        return new Walk(chain.subList(0, end), chain.subList(end, chain.size()), statement.by());
    }

    Hop decided() {
        return hops.get(by);
    }
}
