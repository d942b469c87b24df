package io.rungwatch.cache;

import java.util.Optional;
import java.util.regex.Pattern;

/** A layer's own header, in the operator's own words: for CDNs that publish nothing. The expressions are looked for, not matched whole. */
public record OperatorRule(
        String header, Optional<Pattern> hit, Optional<Pattern> miss, Optional<Pattern> stale, Optional<Pattern> pass) {

    /** A hit that is stale usually says "hit" as well, so the narrower word is tried first. */
    Optional<Statement> read(Reply reply) {
        return reply.value(header)
                .filter(value -> value.length() <= Patience.LONGEST)
                .flatMap(value -> verdict(value)
                        .map(verdict -> Statement.of(
                                header,
                                "the operator's rule",
                                Rank.OPERATOR,
                                Hop.of("", "", verdict, Shown.text(value)))));
    }

    private Optional<Verdict> verdict(String value) {
        if (finds(stale, value)) {
            return Optional.of(Verdict.STALE_HIT);
        } else if (finds(hit, value)) {
            return Optional.of(Verdict.HIT);
        } else if (finds(miss, value)) {
            return Optional.of(Verdict.MISS);
        }
        return finds(pass, value) ? Optional.of(Verdict.PASS) : Optional.empty();
    }

    private static boolean finds(Optional<Pattern> pattern, String value) {
        return pattern.filter(wanted -> Patience.finds(wanted, value)).isPresent();
    }
}
