package io.rungwatch.simulator.fault;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** `frozen_rung channel=CH_001 rendition=HD layer=packager from=+20s for=40s every=2m` */
final class FaultText {
    private static final List<String> COMMON =
            List.of("id", "channel", "rendition", "layer", "from", "until", "for", "every");

    private FaultText() {}

    static Fault parse(String line, Instant now, Scope scope) {
        List<String> words = Arrays.stream(line.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            throw new BadFault("a fault begins with its kind, for example: frozen_rung rendition=HD for=40s");
        }
        FaultKind kind = FaultKind.of(words.getFirst());
        Map<String, String> given = given(kind, words.subList(1, words.size()));
        for (String required : kind.required()) {
            if (!given.containsKey(required)) {
                throw new BadFault(kind.word() + " needs " + required + "=");
            }
        }
        Instant from = instant("from", given.getOrDefault("from", "+0s"), now);
        Fault fault = new Fault(
                given.getOrDefault("id", ""),
                kind,
                given.getOrDefault("channel", Fault.ALL),
                given.getOrDefault("rendition", Fault.ALL),
                given.getOrDefault("layer", Fault.TOP),
                from,
                length(given, from, now),
                given.containsKey("every") ? duration(given, "every") : null,
                settings(kind, given));
        scope.check(fault);
        return fault;
    }

    private static Map<String, String> given(FaultKind kind, List<String> words) {
        List<String> known = new ArrayList<>(COMMON);
        kind.keys().forEach(key -> known.add(key.name()));
        Map<String, String> given = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (!known.contains(name)) {
                throw new BadFault(kind.word() + " has no key " + name + Nearest.hint(name, known) + " ("
                        + String.join(", ", known) + ")");
            }
            if (equals < 0 || equals == word.length() - 1) {
                throw new BadFault(name + " has no value: write " + name + "=…");
            }
            if (given.put(name, word.substring(equals + 1)) != null) {
                throw new BadFault(name + " is given twice");
            }
        }
        return given;
    }

    private static Map<String, Object> settings(FaultKind kind, Map<String, String> given) {
        Map<String, Object> settings = new HashMap<>();
        for (Key key : kind.keys()) {
            String text = given.getOrDefault(key.name(), key.byDefault());
            if (text != null) {
                settings.put(key.name(), key.parse(text));
            }
        }
        return settings;
    }

    private static @Nullable Duration length(Map<String, String> given, Instant from, Instant now) {
        if (given.containsKey("for")) {
            if (given.containsKey("until")) {
                throw new BadFault("for= and until= say the same: give one");
            }
            return duration(given, "for");
        }
        if (!given.containsKey("until")) {
            return null;
        }
        Duration length = Duration.between(from, instant("until", given.getOrDefault("until", ""), now));
        if (length.isNegative() || length.isZero()) {
            throw new BadFault("until= is not after from=");
        }
        return length;
    }

    private static Duration duration(Map<String, String> given, String key) {
        return DurationText.positive(key, given.getOrDefault(key, ""));
    }

    private static Instant instant(String key, String text, Instant now) {
        if (text.startsWith("+") || text.startsWith("-")) {
            Duration away = DurationText.parse(key, text.substring(1));
            return text.startsWith("+") ? now.plus(away) : now.minus(away);
        }
        try {
            return Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new BadFault(key + "=" + text + " is no instant: write +20s, -5m or 2026-11-20T10:00:00Z");
        }
    }

    static String print(Fault fault) {
        StringBuilder out = new StringBuilder(fault.kind().word());
        unless("", out, "id", fault.id());
        unless(Fault.ALL, out, "channel", fault.channel());
        unless(Fault.ALL, out, "rendition", fault.rendition());
        unless(Fault.TOP, out, "layer", fault.layer());
        out.append(" from=").append(fault.from());
        if (fault.length() != null) {
            out.append(" for=").append(DurationText.of(fault.length()));
        }
        if (fault.every() != null) {
            out.append(" every=").append(DurationText.of(fault.every()));
        }
        for (Key key : fault.kind().keys()) {
            Object value = fault.settings().get(key.name());
            if (value != null && !value.equals(key.byDefault() == null ? null : key.parse(key.byDefault()))) {
                out.append(' ').append(key.name()).append('=').append(key.print(value));
            }
        }
        return out.toString();
    }

    private static void unless(String usual, StringBuilder out, String key, String value) {
        if (!value.equals(usual)) {
            out.append(' ').append(key).append('=').append(value);
        }
    }
}
