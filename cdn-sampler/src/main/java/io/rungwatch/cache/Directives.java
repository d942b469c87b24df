package io.rungwatch.cache;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Cache-Control says; the first of two equal directives counts, as with most caches. */
record Directives(Map<String, String> values) {
    private static final int MOST_DIGITS = 10;

    static Directives of(Reply reply) {
        Map<String, String> values = new HashMap<>();
        for (String part : reply.entries("Cache-Control")) {
            String[] nameAndValue = part.split("=", 2);
            values.putIfAbsent(
                    nameAndValue[0].strip().toLowerCase(Locale.ROOT),
                    nameAndValue.length == 2 ? nameAndValue[1].replace("\"", "").strip() : "");
        }
        return new Directives(values);
    }

    Optional<Duration> life(String name) {
        return seconds(values.getOrDefault(name, ""));
    }

    /** Delta-seconds; nothing for anything else, and for more than three centuries. */
    static Optional<Duration> seconds(String text) {
        String digits = text.strip();
        boolean sound = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? Optional.of(Duration.ofSeconds(Long.parseLong(digits))) : Optional.empty();
    }
}
