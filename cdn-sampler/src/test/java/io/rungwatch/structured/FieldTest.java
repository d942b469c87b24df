package io.rungwatch.structured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 9651, and what its text forbids. */
class FieldTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            sugar, tea, rum                          | token sugar, token tea, token rum
            ("foo" "bar"), ("baz"), ("bat" "one"), ()| (text foo text bar), (text baz), (text bat text one), ()
            ("foo"; a=1;b=2);lvl=5, ("bar" "baz");lvl=1| (text foo;a=whole 1;b=whole 2);lvl=whole 5, (text bar text baz);lvl=whole 1
            abc;a=1;b=2; cde_456, (ghi;jk=4 l);q="9";r=w| token abc;a=whole 1;b=whole 2;cde_456=flag true, (token ghi;jk=whole 4 token l);q=text 9;r=token w
            1; a; b=?0                               | whole 1;a=flag true;b=flag false
            42, -7, 4.5, -0.125                      | whole 42, whole -7, decimal 4.5, decimal -0.125
            "hello world", "a\\"b\\\\c", ""          | text hello world, text a"b\\c, text
            foo123/456, *a:b                         | token foo123/456, token *a:b
            :cHJldGVuZCB0aGlzIGlzIGJpbmFyeQ==:, ::   | bytes cHJldGVuZCB0aGlzIGlzIGJpbmFyeQ==, bytes
            ?1, ?0                                   | flag true, flag false
            @1659578233                              | date 2022-08-04T01:57:13Z
            %"This is intended for display to %c3%bcsers." | text This is intended for display to üsers.
            a ,b                                     | token a, token b
            a;x=1;x=2                                | token a;x=whole 2
            """)
    void lists(String text, String expected) {
        Field<List<Member>> field = Field.list(text.strip());

        assertThat(field.found().map(FieldTest::text)).as(field.toString()).contains(expected.strip());
    }

    @Test
    void dictionaries() {
        assertThat(dictionary("en=\"Applepie\", da=:w4ZibGV0w6ZydGUK:"))
                .isEqualTo("en: text Applepie, da: bytes w4ZibGV0w6ZydGUK");
        assertThat(dictionary("a=?0, b, c; foo=bar"))
                .isEqualTo("a: flag false, b: flag true, c: flag true;foo=token bar");
        assertThat(dictionary("rating=1.5, feelings=(joy sadness)"))
                .isEqualTo("rating: decimal 1.5, feelings: (token joy token sadness)");
        assertThat(dictionary("a=(1 2), b=3, c=4;aa=bb, d=(5 6);valid"))
                .isEqualTo(
                        "a: (whole 1 whole 2), b: whole 3, c: whole 4;aa=token bb, d: (whole 5 whole 6);valid=flag true");
        assertThat(dictionary("a=1, b=2, a=3")).isEqualTo("a: whole 3, b: whole 2");
        assertThat(dictionary("")).isEmpty();
    }

    @Test
    void items() {
        assertThat(Field.item("  5; foo=bar ").found().map(FieldTest::text)).contains("whole 5;foo=token bar");
        assertThat(Field.item("5, 6")).hasToString("malformed at character 2: something after the end");
    }

    @Test
    void parametersAreAskedForByType() {
        Params params = Field.item("a; ttl=-4.5; n=7; hit; no=?0; fwd=miss; why=\"x y\"")
                .found()
                .orElseThrow()
                .params();

        assertThat(params.number("ttl")).hasValue(-5);
        assertThat(params.number("n")).hasValue(7);
        assertThat(params.number("fwd")).isEmpty();
        assertThat(params.isTrue("hit")).isTrue();
        assertThat(params.isTrue("no")).isFalse();
        assertThat(params.isTrue("n")).isFalse();
        assertThat(params.word("fwd")).contains("miss");
        assertThat(params.word("why")).contains("x y");
        assertThat(params.word("hit")).isEmpty();
        assertThat(params.has("no")).isTrue();
        assertThat(params.get("absent")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            a,            | 3
            a,,b          | 3
            a b           | 3
            "open         | 6
            "a\\b"        | 5
            (a            | 3
            (a"b")        | 3
            ((a))         | 2
            a;            | 3
            a;B           | 3
            a;b=          | 5
            1.            | 3
            1.1234        | 7
            1234567890123456 | 17
            1234567890123.1 | 16
            -             | 2
            --1           | 2
            ?2            | 2
            ?             | 2
            :not base64:  | 5
            :YQ           | 4
            @1.5          | 5
            %"%C3"        | 4
            %"%c3"        | 7
            é             | 1
            =             | 1
            """)
    void malformedIsData(String text, int at) {
        assertThat(Field.list(text.strip()))
                .isInstanceOfSatisfying(
                        Field.Malformed.class,
                        malformed ->
                                assertThat(malformed.at()).as(malformed.why()).isEqualTo(at));
    }

    @Test
    void sizesAreBounded() {
        assertThat(Field.list("a" + ",a".repeat(1023)).found().orElseThrow()).hasSize(1024);
        assertThat(Field.list("a" + ",a".repeat(1024)).found()).isEmpty();
        assertThat(Field.list("(" + "a ".repeat(1025) + ")").found()).isEmpty();
        assertThat(Field.list("a" + ";b".repeat(1025)).found().orElseThrow()).hasSize(1);
        assertThat(Field.list("(".repeat(16_000)).found()).isEmpty();
        assertThat(Field.list("x".repeat(100_000)))
                .hasToString("malformed at character 16385: longer than anything that is meant to be read");
        assertThat(Field.list("%\"" + "a".repeat(16_000) + "\"").found()).isPresent();
    }

    private static String dictionary(String text) {
        return Field.dictionary(text).found().orElseThrow().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String text(List<Member> members) {
        return members.stream().map(FieldTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Member member) {
        String value = switch (member) {
            case Member.Item item -> text(item.value());
            case Member.Inner inner ->
                inner.items().stream().map(FieldTest::text).collect(Collectors.joining(" ", "(", ")"));
        };
        return value
                + member.params().byName().entrySet().stream()
                        .map((Map.Entry<String, Bare> param) -> ";" + param.getKey() + "=" + text(param.getValue()))
                        .collect(Collectors.joining());
    }

    private static String text(Bare bare) {
        return (bare.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + " " + bare.text()).strip();
    }
}
