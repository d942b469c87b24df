package io.rungwatch.cache.source;

import static io.rungwatch.cache.Verdict.ERROR;
import static io.rungwatch.cache.Verdict.HIT;
import static io.rungwatch.cache.Verdict.MISS;
import static io.rungwatch.cache.Verdict.REVALIDATED;
import static io.rungwatch.cache.Verdict.UNKNOWN;

import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X-Cache of CloudFront, and where its Server-Timing says so, which of its tiers had the object. */
final class CloudFront implements Source {
    private static final Pattern WORD = Pattern.compile("(?i)([a-z]{3,40}) from cloudfront");

    /** AWS publishes no closed list; what is made on the spot, by a function or a redirect, never was in a cache. */
    private static final Words WORDS = new Words(Map.of(
            "HIT", HIT,
            "REFRESHHIT", REVALIDATED,
            "MISS", MISS,
            "ERROR", ERROR,
            "LIMITEXCEEDED", ERROR,
            "CAPACITYEXCEEDED", ERROR,
            "REDIRECT", UNKNOWN,
            "LAMBDAGENERATEDRESPONSE", UNKNOWN,
            "FUNCTIONGENERATEDRESPONSE", UNKNOWN));

    @Override
    public String product() {
        return "CloudFront";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return reply.match("X-Cache", WORD)
                .map((Matcher word) -> word.group(1))
                .map(word -> tiers(reply, "X-Cache", Rank.VENDOR, WORDS.verdict(word), word));
    }

    /** A copy that an inner tier had is a hit of this CDN, and a miss of its edge. */
    static Statement tiers(Reply reply, String header, Rank rank, Verdict verdict, String said) {
        String pop = Shown.text(reply.value("X-Amz-Cf-Pop").orElse(""));
        Optional<String> layer = ServerTiming.of(reply)
                .describes("cdn-hit-layer")
                .filter(tier -> verdict == HIT && !tier.equalsIgnoreCase("EDGE"));
        Statement atEdge = Statement.of(header, "CloudFront", rank, Hop.of(Hop.EDGE, pop, verdict, Shown.text(said)));
        return layer.map(tier -> Statement.of(
                                header,
                                "CloudFront",
                                rank,
                                List.of(
                                        Hop.of(Hop.EDGE, pop, MISS, "cdn-hit-layer=" + Shown.text(tier)),
                                        Hop.of(Hop.MID, Shown.text(tier), HIT, Shown.text(said))))
                        .decidedBy(1))
                .orElse(atEdge);
    }
}
