package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.PASS;
import static io.rungwatch.cache.Verdict.REVALIDATED;
import static io.rungwatch.cache.Verdict.STALE_HIT;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headers that anybody may set, with words that everybody uses. The last entry is by whoever is nearest to us. */
final class AnyWords implements Source {
    private static final List<String> HEADERS = List.of(
            "X-Cache",
            "X-Cache-Status",
            "X-Cache-Result",
            "X-CDN-Cache",
            "X-Proxy-Cache",
            "CDN-Cache-Status",
            "CDN-Cache");

    /** "HIT-STALE" and "stale hit" are habits of VCL: the word of two is tried first. */
    private static final Pattern WORD = Pattern.compile(
            "(?i)\\b(HIT[-_ ]STALE|STALE[-_ ]HIT|HIT|MISS|EXPIRED|STALE|UPDATING|BYPASS|PASS|REVALIDATED|REFRESH)\\b");

    private static final Words WORDS = new Words(Map.of(
            "HIT", HIT,
            "MISS", MISS,
            "EXPIRED", MISS,
            "STALE", STALE_HIT,
            "UPDATING", STALE_HIT,
            "BYPASS", PASS,
            "PASS", PASS,
            "REVALIDATED", REVALIDATED,
            "REFRESH", REVALIDATED));

    @Override
    public String product() {
        return "a common word";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return HEADERS.stream().flatMap(header -> read(reply, header).stream()).findFirst();
    }

    private Optional<Statement> read(Reply reply, String header) {
        List<String> entries = reply.entries(header);
        Matcher word = WORD.matcher(entries.isEmpty() ? "" : entries.getLast());
        return word.find()
                ? Optional.of(Statement.of(header, product(), Rank.WORDS, hop(word.group(1), entries.getLast())))
                : Optional.empty();
    }

    private static Hop hop(String word, String entry) {
        return Hop.of(
                "", "", word.length() > 7 && !WORDS.knows(word) ? STALE_HIT : WORDS.verdict(word), Shown.text(entry));
    }
}
