package io.rungwatch.linked;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue's hostile input 30: what servers may answer that steer players or decide on ads. */
class JsonTextTest {
    @Test
    void isReadAsItIsWritten() throws BadJson {
        assertThat(read("""
                \uFEFF{"a": [1, -2.5e1, true, "x\\u00e9\\"\\n"], "b": {"c": {}}, "d": []}
                """))
                .isEqualTo(
                        Map.of("a", List.of(1.0, -25.0, true, "xé\"\n"), "b", Map.of("c", Map.of()), "d", List.of()));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments("", "the text ends at character 1"),
                arguments("<html>", "something that is no value at character 1"),
                arguments("{\"a\": 1", "the text ends at character 8"),
                arguments("{\"a\" 1}", "no : at character 6"),
                arguments("{\"a\": 1,}", "no \" at character 9"),
                arguments("[1 2]", "no , at character 4"),
                arguments("{} {}", "something after the end at character 4"),
                arguments("\"a\nb\"", "a string that does not end at character 3"),
                arguments("\"\\u00g0\"", "an escape that is none at character 6"),
                arguments("{\"TTL\": 1, \"TTL\": 300}", "the same name twice at character 12"),
                arguments("[1e400]", "a number of no use at character 2"),
                arguments("[-1e400]", "a number of no use at character 2"),
                arguments("[01x]", "no , at character 4"),
                arguments("[1e]", "a number that is none at character 2"),
                arguments("[NaN]", "something that is no value at character 2"),
                arguments("[" + "9".repeat(100_000) + "]", "a number that is none at character 2"),
                arguments("[".repeat(10_000), "nested deeper than 32 at character 34"),
                arguments("{\"a\":".repeat(10_000), "nested deeper than 32 at character 166"),
                arguments("[" + " ".repeat(JsonText.LARGEST), "more than 256 KiB at character 262145"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoneIsSaidWhere(String text, String expected) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadJson.class).hasMessage(expected);
    }

    @Test
    void thirtyTwoLevelsAreTheLimit() throws BadJson {
        assertThat(read("[".repeat(33) + "]".repeat(33))).isInstanceOf(List.class);
    }

    private static Object read(String text) throws BadJson {
        return JsonText.read(text.getBytes(UTF_8));
    }
}
