package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.ERROR;
import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.REVALIDATED;
import static io.rungwatch.cache.Verdict.STALE_HIT;
import static io.rungwatch.cache.Verdict.UNKNOWN;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Akamai's behaviour "Return Cache Status": the operator names the header, so it is known by its sentence alone. */
final class AkamaiConfigured implements Source {
    private static final int LONGEST = 80;
    private static final Pattern SENTENCE =
            Pattern.compile("(?i)([a-z]{3,20}) from child(?:, ([a-z]{3,20}) from parent)?");

    private static final Words WORDS = new Words(Map.of(
            "HIT", HIT,
            "MISS", MISS,
            "REFRESHHIT", REVALIDATED,
            "HITSTALE", STALE_HIT,
            "CONSTRUCTED", UNKNOWN,
            "REDIRECT", UNKNOWN,
            "ERROR", ERROR));

    @Override
    public String product() {
        return "Akamai";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        Headers headers = reply.headers();
        for (int i = 0; i < headers.size(); i++) {
            Matcher sentence = SENTENCE.matcher(
                    headers.value(i).length() > LONGEST ? "" : headers.value(i).strip());
            if (sentence.matches()) {
                return Optional.of(Statement.of(Shown.text(headers.name(i)), product(), Rank.VENDOR, chain(sentence)));
            }
        }
        return Optional.empty();
    }

    private static List<Hop> chain(Matcher sentence) {
        List<Hop> chain = new ArrayList<>();
        chain.add(WORDS.hop(Hop.EDGE, "", sentence.group(1)));
        if (sentence.group(2) != null) {
            chain.add(WORDS.hop(Hop.MID, "", sentence.group(2)));
        }
        return chain;
    }
}
