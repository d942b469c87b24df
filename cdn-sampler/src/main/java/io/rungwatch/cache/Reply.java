package io.rungwatch.cache;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer without its body. `status` is 0 and the times are empty where nobody knows them, as with headers pasted from a ticket. */
public record Reply(int status, Headers headers, Optional<Instant> askedAt, Optional<Instant> answeredAt) {
    /** No honest cache header is longer; of a longer one a part would mislead, so none of it is read. */
    static final int LONGEST = 16 << 10;

    private static final int MOST_ENTRIES = 1024;

    public static Reply of(int status, Headers headers) {
        return new Reply(status, headers, Optional.empty(), Optional.empty());
    }

    /** The answer came with its first byte: how long the body took says nothing about its age. */
    public static Reply of(Exchange.Answered answer) {
        Timing timing = answer.timing();
        Instant asked = answer.startedAt().plusNanos(timing.waited() + timing.dns() + timing.connect() + timing.tls());
        return new Reply(
                answer.status(),
                answer.headers(),
                Optional.of(asked),
                Optional.of(asked.plusNanos(timing.firstByte())));
    }

    /** All lines of a name as one value, in the order in which they came; nothing if it is absent, empty or far too long. */
    public Optional<String> value(String name) {
        List<String> lines = headers.all(name);
        long length = lines.stream().mapToLong(line -> line.length() + 2L).sum();
        if (length == 0 || length > LONGEST) {
            return Optional.empty();
        }
        String joined = String.join(", ", lines).strip();
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    /** The same, of a header in which a comma always divides. */
    public List<String> entries(String name) {
        List<String> entries = new ArrayList<>();
        for (String entry : value(name).orElse("").split(",", MOST_ENTRIES)) {
            if (!entry.isBlank()) {
                entries.add(entry.strip());
            }
        }
        return entries;
    }

    public Optional<Matcher> match(String name, Pattern whole) {
        return value(name).map(whole::matcher).filter(Matcher::matches);
    }

    public boolean has(String name) {
        return headers.first(name).isPresent();
    }

    public boolean mentions(String name, String word) {
        return value(name)
                .filter(text -> text.toLowerCase(Locale.ROOT).contains(word))
                .isPresent();
    }

    /** Who wrote Server, or stands last in Via, is the one that we talked to. */
    boolean isFrom(String product) {
        String word = product.toLowerCase(Locale.ROOT);
        List<String> via = entries("Via");
        return mentions("Server", word)
                || (!via.isEmpty() && via.getLast().toLowerCase(Locale.ROOT).contains(word));
    }

    /** Who stands last in Via and wrote Server, or at least nobody else did, spoke to us himself. Many hand both on: no sign is none. */
    boolean isNearest(String product) {
        String word = product.toLowerCase(Locale.ROOT);
        List<String> via = entries("Via");
        return !via.isEmpty()
                && via.getLast().toLowerCase(Locale.ROOT).contains(word)
                && (!has("Server") || mentions("Server", word));
    }

    List<String> tooLong() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < headers.size() && names.size() < 5; i++) {
            if (headers.value(i).length() > LONGEST) {
                names.add(Shown.text(headers.name(i)));
            }
        }
        return names;
    }
}
