package io.rungwatch.cache.source;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A product's words and what each means; small and capital letters are the same. */
record Words(Map<String, Verdict> verdicts) {
    boolean knows(String word) {
        return verdicts.containsKey(word.toUpperCase(Locale.ROOT));
    }

    Verdict verdict(String word) {
        return verdicts.getOrDefault(word.toUpperCase(Locale.ROOT), Verdict.UNKNOWN);
    }

    Hop hop(String place, String name, String word) {
        return Hop.of(place, Shown.text(name), verdict(word), Shown.text(word));
    }

    /** A header that is a list of nothing but these words, the last of them by the hop nearest to us. */
    Optional<Statement> list(Reply reply, String header, String product, Rank rank) {
        List<Hop> chain = new ArrayList<>();
        for (String word : reply.entries(header)) {
            if (!knows(word)) {
                return Optional.empty();
            }
            chain.addFirst(hop("", "", word));
        }
        return chain.isEmpty() ? Optional.empty() : Optional.of(Statement.of(header, product, rank, chain));
    }
}
