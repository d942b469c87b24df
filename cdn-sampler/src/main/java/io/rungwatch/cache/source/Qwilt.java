package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;

import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One word out of the JSON of a debug header; only two of its words are published, another one is unknown. */
final class Qwilt implements Source {
    private static final String HEADER = "X-OC-Debug-Info";
    private static final Pattern STATUS = Pattern.compile("\"cacheStatus\"\\s{0,4}:\\s{0,4}\"([A-Za-z_]{1,40})\"");
    private static final Words WORDS = new Words(Map.of("HIT", HIT, "MISS", MISS));

    @Override
    public String product() {
        return "Qwilt";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        Matcher status = STATUS.matcher(reply.value(HEADER).orElse(""));
        return status.find()
                ? Optional.of(Statement.of(HEADER, product(), Rank.VENDOR, WORDS.hop("", "", status.group(1))))
                : Optional.empty();
    }
}
