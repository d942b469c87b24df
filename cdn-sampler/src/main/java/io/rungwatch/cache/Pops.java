package io.rungwatch.cache;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which POPs a layer is expected to answer from, and where it is said which one did.
 *
 * @param expected how their names begin: `SGN`, `FRA56`; none where any will do
 * @param header the operator's own; empty where the headers of known products are read
 */
public record Pops(List<String> expected, Optional<String> header) {
    public static final Pops ANY = new Pops(List.of(), Optional.empty());

    private static final int LONGEST = 40;
    /** An airport at the end: `cache-ord1720-ORD`, `8a1b2c3d4e5f-FRA`. */
    private static final Pattern AT_THE_END = Pattern.compile("[\\w.-]{1,200}-([A-Za-z]{3})");

    public Optional<String> of(Reply reply) {
        Optional<String> own = header.flatMap(reply::value);
        return own.isPresent() || header.isPresent()
                ? own.map(Pops::shown)
                : reply.value("X-Amz-Cf-Pop")
                        .map(Pops::shown)
                        .or(() -> airport(reply.entries("CF-Ray")))
                        .or(() -> airport(reply.entries("X-Served-By")));
    }

    public boolean expects(String pop) {
        String name = pop.toUpperCase(Locale.ROOT);
        return expected.isEmpty()
                || expected.stream().anyMatch(begins -> name.startsWith(begins.toUpperCase(Locale.ROOT)));
    }

    /** Of a list the last entry is of whoever answered us. */
    private static Optional<String> airport(List<String> entries) {
        Matcher name = AT_THE_END.matcher(entries.isEmpty() ? "" : entries.getLast());
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static String shown(String text) {
        return Shown.text(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
}
