package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HlsScannerTest {
    @Test
    void losesNothing() {
        String text = "#EXTM3U\n\n# note\r\n#EXT-X-FOO:a=1\n  seg.ts \r\n#EXTINF:6,\u00e9t\u00e9";
        HlsScanner scanner = new HlsScanner(text.getBytes(UTF_8));
        List<String> lines = new ArrayList<>();
        List<HlsScanner.Kind> kinds = new ArrayList<>();
        while (scanner.next()) {
            lines.add(scanner.line() + scanner.raw());
            kinds.add(scanner.kind());
        }
        assertThat(lines)
                .containsExactly("1#EXTM3U", "2", "3# note", "4#EXT-X-FOO:a=1", "5  seg.ts ", "6#EXTINF:6,été");
        assertThat(kinds)
                .containsExactly(
                        HlsScanner.Kind.TAG,
                        HlsScanner.Kind.BLANK,
                        HlsScanner.Kind.COMMENT,
                        HlsScanner.Kind.TAG,
                        HlsScanner.Kind.URI,
                        HlsScanner.Kind.TAG);
    }

    @Test
    void tellsTheNameTheValueAndTheAttributesOfATag() {
        HlsScanner scanner = new HlsScanner("#EXT-X-FOO:A=1,B-2=\"x,y=\",C=0xAF,A=2".getBytes(UTF_8));
        assertThat(scanner.next()).isTrue();
        assertThat(scanner.tag()).isNull();
        assertThat(scanner.tagName()).isEqualTo("EXT-X-FOO");
        assertThat(scanner.value()).isEqualTo("A=1,B-2=\"x,y=\",C=0xAF,A=2");
        assertThat(scanner.attributes().all())
                .containsExactly(
                        new Attribute("A", "1", false, 12),
                        new Attribute("B-2", "x,y=", true, 16),
                        new Attribute("C", "0xAF", false, 27),
                        new Attribute("A", "2", false, 34));
        assertThat(scanner.attributes().text("A")).isEqualTo("1");
    }

    @Test
    void countsColumnsInCharacters() {
        HlsScanner scanner = new HlsScanner("#EXT-X-MEDIA:NAME=\"日本語\",URI=\"a\"".getBytes(UTF_8));
        assertThat(scanner.next()).isTrue();
        assertThat(scanner.attributes().all().get(1).column()).isEqualTo(25);
    }

    @Test
    void knowsEveryTagByItsName() {
        for (Tag tag : Tag.values()) {
            HlsScanner scanner = new HlsScanner(("#" + tag.text() + ":1").getBytes(UTF_8));
            assertThat(scanner.next()).isTrue();
            assertThat(scanner.tag()).isEqualTo(tag);
            assertThat(scanner.value()).isEqualTo("1");
            HlsScanner alone = new HlsScanner(("#" + tag.text()).getBytes(UTF_8));
            assertThat(alone.next()).isTrue();
            assertThat(alone.tag()).isEqualTo(tag);
            HlsScanner longer = new HlsScanner(("#" + tag.text() + "X").getBytes(UTF_8));
            assertThat(longer.next()).isTrue();
            assertThat(longer.tag()).isNull();
        }
    }

    /** Line ends at every place of the eight bytes that are looked at together. */
    @Test
    void findsTheEndOfLinesOfAnyLength() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            for (int length = 0; length < 40; length++) {
                String line = "é{".repeat(length % 2) + "x".repeat(length);
                byte[] text = (line + end + line + end).getBytes(UTF_8);
                assertThat(new Source(text).lines()).containsExactly(line, line);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '!', commentCharacter = ';', textBlock = """
                    #EXTM3U|#EXTINF:6,|a b.ts !           ''
                    #EXTM3U|#EXT-X-FOO:1|#EXT-X-BAR !     ''
                    ^#EXTM3U|a.ts !                       1:1 BOM
                    #EXTM3U|  #EXT-X-ENDLIST !            2:1 WHITESPACE
                    #EXTM3U |#EXT-X-ENDLIST !             ''
                    #EXTM3U|#EXT-X-ENDLIST | !           2:1 WHITESPACE
                    #EXTM3U|   |#EXT-X-ENDLIST !          ''
                    #EXTM3U|#ext-x-endlist !              2:1 TAG_CASE
                    #EXTM3U|#ext-x-unheard !              ''
                    #EXTM3U|#a~b !                        2:3 CONTROL_CHARACTER
                    #EXTM3U|#a%b !                        2:3 NUL
                    #EXTM3U|#a\tb !                       ''
                    #EXTM3U_#EXT-X-ENDLIST !              1:8 LONE_CR
                    #EXTM3U_|#a|#EXT-X-ENDLIST !          2:3 MIXED_LINE_ENDS
                    #EXTM3U|#EXT-X-ENDLIST|#EXT-X-ENDLIST ! 3:1 REPEATED_TAG
                    """)
    void oddLinesAreData(String text, String problem) {
        byte[] body = text.replace('|', '\n')
                .replace('_', '\r')
                .replace('%', '\0')
                .replace('~', '\u001b')
                .replace("^", "\u00ef\u00bb\u00bf")
                .replace("\\t", "\t")
                .getBytes(ISO_8859_1);
        List<Problem> problems = Hls.parse(body).problems().stream()
                .filter(p -> p.kind() != ProblemKind.MISSING_EXTINF)
                .toList();
        assertThat(problems.stream().map(p -> p.line() + ":" + p.column() + " " + p.kind()))
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    @Test
    void invalidUtf8IsReplacedAndNamed() {
        byte[] body = "#EXTM3U\n# caf\u00e9\n# \u00c0\u0080\n".getBytes(ISO_8859_1);
        HlsDocument document = Hls.parse(body);
        assertThat(Texts.kinds(document)).containsExactly(ProblemKind.INVALID_UTF8, ProblemKind.INVALID_UTF8);
        assertThat(document.problems().getFirst().column()).isEqualTo(6);
        assertThat(((Playlist) document).source().line(2)).isEqualTo("# caf\ufffd");
        assertThat(Texts.parse("#EXTM3U\n# \ufffd is allowed\n").problems()).isEmpty();
        assertThat(Texts.kinds(Texts.parse("#EXTM3U\n# a\u2028b\n"))).containsExactly(ProblemKind.CONTROL_CHARACTER);
    }
}
