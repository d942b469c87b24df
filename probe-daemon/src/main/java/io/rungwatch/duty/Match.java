package io.rungwatch.duty;

import io.rungwatch.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts are meant: for each aspect that is named, one of its words must fit. A word may hold `*` for any letters. An alert of many
 * channels fits where one of them does.
 */
public record Match(Map<Aspect, List<String>> words) {
    public static final Match ALL = new Match(Map.of());

    /** What an alert can be told by. */
    public enum Aspect {
        TEAM,
        SEVERITY,
        LAYER,
        CHANNEL,
        TIER,
        CHECK;

        public String word() {
            return Json.word(this);
        }

        public static Optional<Aspect> of(String word) {
            for (Aspect aspect : values()) {
                if (aspect.word().equals(word)) {
                    return Optional.of(aspect);
                }
            }
            return Optional.empty();
        }

        List<String> of(Fault fault) {
            return switch (this) {
                case TEAM -> List.of(fault.team());
                case SEVERITY -> List.of(fault.severity().word());
                case LAYER -> List.of(fault.layer());
                case CHANNEL -> fault.channels();
                case TIER -> List.of(fault.place().tier());
                case CHECK -> List.of(fault.check());
            };
        }
    }

    public boolean fits(Fault fault) {
        return misfit(fault).isEmpty();
    }

    /** Whether nothing of it is left out: a silence of one channel is none of the others that have the same fault. */
    public boolean covers(Fault fault) {
        List<String> wanted = words.getOrDefault(Aspect.CHANNEL, List.of());
        return fits(fault)
                && (wanted.isEmpty()
                        || fault.channels().stream()
                                .allMatch(channel -> wanted.stream().anyMatch(word -> fits(word, channel))));
    }

    /** The first aspect that does not fit, as somebody reads it who wonders why. */
    public Optional<String> misfit(Fault fault) {
        for (Aspect aspect : Aspect.values()) {
            List<String> wanted = words.getOrDefault(aspect, List.of());
            List<String> has = aspect.of(fault);
            if (!wanted.isEmpty()
                    && wanted.stream().noneMatch(word -> has.stream().anyMatch(is -> fits(word, is)))) {
                String is = has.isEmpty() || has.equals(List.of("")) ? "none" : String.join(", ", has);
                return Optional.of(aspect.word() + " is " + is + ", not " + String.join(" or ", wanted));
            }
        }
        return Optional.empty();
    }

    /** As YAML writes it. */
    @Override
    public String toString() {
        Map<Aspect, List<String>> inOrder = new EnumMap<>(Aspect.class);
        inOrder.putAll(words);
        return inOrder.isEmpty()
                ? "everything"
                : inOrder.entrySet().stream()
                        .map(said -> said.getKey().word() + ": " + text(said.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** In JSON. */
    public Map<String, @Nullable Object> view() {
        Map<String, @Nullable Object> view = Json.object();
        words.forEach((aspect, wanted) -> view.put(aspect.word(), wanted));
        return view;
    }

    private static String text(List<String> wanted) {
        return wanted.size() == 1 ? wanted.getFirst() : wanted.toString();
    }

    /** By hand and without going back and forth for ever: who writes the words may write many stars. */
    public static boolean fits(String word, String is) {
        String pattern = word.toLowerCase(Locale.ROOT);
        String text = is.toLowerCase(Locale.ROOT);
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
