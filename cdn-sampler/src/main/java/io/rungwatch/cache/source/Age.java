package io.rungwatch.cache.source;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.Optional;
import java.util.regex.Pattern;

/** A positive one: some cache on the path had it. Zero, or none, says nothing. */
final class Age implements Source {
    private static final String HEADER = "Age";
    private static final Pattern POSITIVE = Pattern.compile("0{0,9}[1-9]\\d{0,9}");

    @Override
    public String product() {
        return HEADER;
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return reply.match(HEADER, POSITIVE)
                .map(age -> Statement.of(HEADER, HEADER, Rank.AGE, Hop.of("", "", Verdict.HIT, age.group())));
    }
}
