package io.rungwatch.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of `cache/sources.txt`: what a product really sends, and the verdict. */
class SourcesTest {
    private static final Path ROWS = Path.of("src/test/resources/cache/sources.txt");

    static Stream<String> rows() throws IOException {
        return Files.readAllLines(ROWS).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhatTheRowSays(String row) {
        String[] sides = row.split(" \\| ", 2);
        List<String> expected = List.of(sides[0].split(" ", -1));
        int status = expected.stream()
                .filter(word -> word.matches("\\d{3}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);

        Ruling ruling = Judge.rule(Reply.of(status, headers(sides[1])), LayerRules.NONE);

        assertThat(found(ruling, status))
                .as(() -> String.join("\n", ruling.reasons()))
                .isEqualTo(sides[0]);
        assertThat(ruling.reasons()).isNotEmpty().allMatch(reason -> !reason.isBlank());
    }

    private static String found(Ruling ruling, int status) {
        List<String> words = new ArrayList<>();
        words.add(ruling.verdict().word().toUpperCase(Locale.ROOT));
        words.add(Integer.toString(ruling.confidence()));
        if (status > 0) {
            words.add(Integer.toString(status));
        }
        ruling.flags().stream().map(Flag::word).sorted().forEach(words::add);
        return String.join(" ", words);
    }

    private static Headers headers(String text) {
        List<String> namesAndValues = new ArrayList<>();
        for (String header : text.split(" \\|\\| ", -1)) {
            int colon = header.indexOf(':');
            namesAndValues.add(header.substring(0, colon));
            namesAndValues.add(header.substring(colon + 1).strip());
        }
        return Headers.of(namesAndValues.toArray(String[]::new));
    }
}
