package io.rungwatch.cache.source;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.Optional;
import java.util.regex.Pattern;

/** Obsolete since RFC 9111 and still sent: 110 is stale, 111 could not be revalidated. Whose warning it is, nobody knows. */
final class Warning implements Source {
    private static final String HEADER = "Warning";
    private static final Pattern STALE = Pattern.compile("11[01] .*");

    @Override
    public String product() {
        return HEADER;
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return reply.entries(HEADER).stream()
                .filter(entry -> STALE.matcher(entry).matches())
                .findFirst()
                .map(entry -> Statement.of(
                        HEADER, HEADER, Rank.SOMEWHERE, Hop.of("", "", Verdict.STALE_HIT, Shown.text(entry))));
    }
}
