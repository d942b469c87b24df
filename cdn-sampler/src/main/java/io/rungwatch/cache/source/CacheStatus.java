package io.rungwatch.cache.source;

import io.rungwatch.cache.Flag;
import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import io.rungwatch.structured.Field;
import io.rungwatch.structured.Member;
import io.rungwatch.structured.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** RFC 9211. The first member is nearest the origin, the last nearest to us. */
final class CacheStatus implements Source {
    private static final String HEADER = "Cache-Status";

    @Override
    public String product() {
        return HEADER;
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        return reply.value(HEADER)
                .flatMap(text -> Field.list(text).found())
                .filter(members -> !members.isEmpty())
                .map(members -> statement(members, reply.status()));
    }

    private static Statement statement(List<Member> members, int status) {
        List<Hop> chain = new ArrayList<>();
        members.forEach(member -> chain.addFirst(hop(member, status)));
        boolean collapsed = members.getLast().params().isTrue("collapsed");
        return Statement.of(HEADER, HEADER, Rank.CACHE_STATUS, chain)
                .with(collapsed ? Set.of(Flag.COLLAPSED) : Set.of());
    }

    private static Hop hop(Member member, int status) {
        Params params = member.params();
        String name = member instanceof Member.Item item ? item.value().text() : "";
        int upstream = Math.clamp(params.number("fwd-status").orElse(0), 0, 999);
        OptionalLong ttl = params.number("ttl");
        return new Hop("", Shown.text(name), verdict(params, status), ttl, upstream, said(params));
    }

    private static Verdict verdict(Params params, int status) {
        long upstream = params.number("fwd-status").orElse(0);
        Optional<String> forwarded = params.word("fwd");
        if (forwarded.filter("stale"::equals).isPresent()) {
            return ofStale(upstream, status);
        } else if (params.isTrue("hit")) {
            boolean stale =
                    params.isNegative("ttl") || isStale(params.word("detail").orElse(""));
            return stale ? Verdict.STALE_HIT : Verdict.HIT;
        }
        return forwarded.map(CacheStatus::ofForwarded).orElse(Verdict.UNKNOWN);
    }

    /** An nginx that is taught to write this header knows no ttl, but what it calls the copy. */
    private static boolean isStale(String detail) {
        return detail.equalsIgnoreCase("STALE") || detail.equalsIgnoreCase("UPDATING");
    }

    /** A 5xx from upstream under a good answer to us: then the body is the stored one (stale-if-error). */
    private static Verdict ofStale(long upstream, int status) {
        if (upstream == 304) {
            return Verdict.REVALIDATED;
        }
        return upstream >= 500 && status > 0 && status < 400 ? Verdict.STALE_HIT : Verdict.MISS;
    }

    /** Whatever word may be registered next, it means that the request went on. */
    private static Verdict ofForwarded(String why) {
        return why.equals("bypass") || why.equals("method") ? Verdict.PASS : Verdict.MISS;
    }

    private static String said(Params params) {
        return Shown.text(params.byName().entrySet().stream()
                .filter(param -> !param.getKey().equals("key"))
                .map(param -> param.getValue().text().equals("true")
                        ? param.getKey()
                        : param.getKey() + "=" + param.getValue().text())
                .collect(Collectors.joining("; ")));
    }
}
