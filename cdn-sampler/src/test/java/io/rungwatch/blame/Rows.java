package io.rungwatch.blame;

import io.rungwatch.cache.Verdict;
import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A chain in one line: places apart by " / ", each a name and a state (`ok`, `bad`, `?`), then, in any order, a verdict in capitals, `gateway`,
 * a first byte (`900ms`), whom it asks (`<origin`), and last why it is bad: `edge-hn bad MISS gateway <mid =HTTP_504`.
 */
final class Rows {
    private Rows() {}

    /** The same thrice, with nothing known of the source. */
    static Case of(Symptom symptom, String row) {
        return new Case(symptom, Collections.nCopies(3, round(row)), State.UNKNOWN, false);
    }

    static List<Seen> round(String row) {
        return Arrays.stream(row.split(" / ", -1)).map(Rows::seen).toList();
    }

    private static Seen seen(String text) {
        List<String> words = List.of(text.strip().split(" +", -1));
        return new Seen(
                new Place(kind(words.get(0)), words.get(0)),
                state(words.get(1)),
                verdict(words),
                words.contains("gateway"),
                one(words, "<"),
                words.stream()
                        .filter(word -> word.matches("[0-9]+ms"))
                        .map(word -> Duration.ofMillis(Long.parseLong(word.replace("ms", ""))))
                        .findFirst()
                        .orElse(Duration.ZERO),
                one(words, "=").orElse("").replace('_', ' '));
    }

    private static Layer.Kind kind(String name) {
        return Arrays.stream(Layer.Kind.values())
                .filter(kind -> kind.word().startsWith(name.substring(0, 3)))
                .findFirst()
                .orElseThrow();
    }

    static State state(String word) {
        return switch (word) {
            case "ok" -> State.GOOD;
            case "bad" -> State.BAD;
            case "?" -> State.UNKNOWN;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Verdict verdict(List<String> words) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> words.contains(verdict.name()))
                .findFirst()
                .orElse(Verdict.UNKNOWN);
    }

    private static Optional<String> one(List<String> words, String mark) {
        return words.stream()
                .filter(word -> word.startsWith(mark))
                .map(word -> word.substring(mark.length()))
                .findFirst();
    }
}
