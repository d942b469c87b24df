package io.rungwatch.cache.source;

import io.rungwatch.cache.Reply;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** `name;dur=n;desc=s` and so on, by name; what stands first of a name counts. No structured field: it is older, and laxer. */
record ServerTiming(Map<String, Map<String, String>> metrics) {
    static final String HEADER = "Server-Timing";

    private static final int MOST = 256;

    /** What opens a metric or a parameter, its name, and a value with or without quotes. */
    private static final Pattern PART = Pattern.compile(
            "([,;])\\s{0,8}([\\w.-]{1,64})\\s{0,8}(?:=\\s{0,8}(?:\"([^\"]{0,256})\"|([^\\s,;\"]{0,256})))?");

    static ServerTiming of(Reply reply) {
        Map<String, Map<String, String>> metrics = new HashMap<>();
        Map<String, String> current = new HashMap<>();
        Matcher parts = PART.matcher("," + reply.value(HEADER).orElse(""));
        for (int i = 0; i < MOST && parts.find(); i++) {
            String name = parts.group(2).toLowerCase(Locale.ROOT);
            if (parts.group(1).equals(",")) {
                current = new HashMap<>();
                metrics.putIfAbsent(name, current);
            } else {
                current.putIfAbsent(name, parts.group(3) != null ? parts.group(3) : text(parts.group(4)));
            }
        }
        return new ServerTiming(metrics);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    boolean has(String name) {
        return metrics.containsKey(name);
    }

    Optional<String> describes(String name) {
        return parameter(name, "desc");
    }

    /** Milliseconds, as they are written. */
    Optional<String> took(String name) {
        return parameter(name, "dur");
    }

    private Optional<String> parameter(String name, String parameter) {
        return Optional.ofNullable(metrics.getOrDefault(name, Map.of()).get(parameter));
    }
}
