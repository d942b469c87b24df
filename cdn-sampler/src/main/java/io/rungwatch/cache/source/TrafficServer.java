package io.rungwatch.cache.source;

import io.rungwatch.cache.Flag;
import io.rungwatch.cache.Hop;
import io.rungwatch.cache.Rank;
import io.rungwatch.cache.Reply;
import io.rungwatch.cache.Shown;
import io.rungwatch.cache.Source;
import io.rungwatch.cache.Statement;
import io.rungwatch.cache.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Apache Traffic Server packs what it did into Via: `[uScHs f p eN:t cCHp s ]`, or in short `[cHs f ]`. A small letter names a field,
 * the character behind it is what happened there.
 */
final class TrafficServer implements Source {
    static final String HEADER = "Via";

    /** Each part is bounded, so no value keeps it busy. */
    private static final Pattern ENTRY = Pattern.compile(
            "(?:^|,)\\s{0,8}\\S{1,40}\\s{1,8}([^\\s,()\\[\\]]{1,255})\\s[^,\\[\\]]{0,200}\\[([ucsfpe][^\\[\\]]{1,40})\\]");

    private static final Map<Character, String> ERRORS = Map.of(
            'A', "authorization failed",
            'C', "connection to the server failed",
            'D', "DNS failed",
            'F', "the request is forbidden",
            'H', "header syntax refused",
            'L', "a loop",
            'R', "the cache could not be read",
            'S', "the server erred",
            'T', "connection timed out");

    @Override
    public String product() {
        return "Apache Traffic Server";
    }

    @Override
    public Optional<Statement> read(Reply reply) {
        List<Hop> chain = new ArrayList<>();
        String nearest = "";
        Matcher entries = ENTRY.matcher(reply.value(HEADER).orElse(""));
        while (entries.find()) {
            nearest = entries.group(2);
            chain.addFirst(Hop.of("", Shown.text(entries.group(1)), verdict(nearest), Shown.text("[" + nearest + "]")));
        }
        return chain.isEmpty() ? Optional.empty() : Optional.of(statement(chain, nearest));
    }

    private Statement statement(List<Hop> chain, String codes) {
        Statement statement = Statement.of(HEADER, product(), Rank.CODES, chain);
        String error = ERRORS.get(field(codes, 'e'));
        return (error == null ? statement : statement.remark(error))
                .with(field(codes, 'c') == 'R' ? Set.of(Flag.MEMORY) : Set.of());
    }

    static Verdict verdict(String codes) {
        if (ERRORS.containsKey(field(codes, 'e'))) {
            return Verdict.ERROR;
        } else if (tunnel(codes) != ' ') {
            return Verdict.PASS;
        }
        return switch (field(codes, 'c')) {
            case 'H', 'R' -> Verdict.HIT;
            case 'S' -> ofStale(field(codes, 's'), field(codes, 'p'));
            case 'A', 'M' -> Verdict.MISS;
            case ' ' -> Verdict.PASS;
            default -> Verdict.UNKNOWN;
        };
    }

    /** What became of a stale copy stands in the fields of the server and of the proxy. */
    private static Verdict ofStale(char server, char proxy) {
        if (server == 'N' || proxy == 'R') {
            return Verdict.REVALIDATED;
        }
        return server == ' ' ? Verdict.STALE_HIT : Verdict.MISS;
    }

    /** The fields of the answer come in pairs before the colon (newer ones write a semicolon); blank where a field is left out. */
    private static char field(String codes, char name) {
        for (int i = 0; i + 1 < codes.length() && !divides(codes.charAt(i)); i += 2) {
            if (codes.charAt(i) == name) {
                return codes.charAt(i + 1);
            }
        }
        return name == 'c' ? '-' : ' ';
    }

    private static char tunnel(String codes) {
        int colon = Math.max(codes.indexOf(':'), codes.indexOf(';'));
        return colon >= 0 && codes.startsWith("t", colon + 1) && colon + 2 < codes.length()
                ? codes.charAt(colon + 2)
                : ' ';
    }

    private static boolean divides(char c) {
        return c == ':' || c == ';';
    }
}
