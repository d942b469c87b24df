package io.rungwatch.hls;

import static io.rungwatch.hls.Texts.kinds;
import static io.rungwatch.hls.Texts.media;
import static io.rungwatch.hls.Texts.multivariant;
import static io.rungwatch.hls.Texts.parse;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue's hostile inputs 1 to 17, as far as they reach a parser; the number stands before each. */
class HostileInputTest {
    private static final String MEDIA = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n";

    /** 1: whoever fetches stops at 4 MiB; whatever comes through is read, and what the model keeps is capped. */
    @Test
    void moreSegmentsThanAnyPlayerCouldHold() {
        HlsDocument document = parse(MEDIA + "#EXTINF:6,\na\n".repeat(60_000));
        assertThat(document).isInstanceOfSatisfying(MediaPlaylist.class, playlist -> {
            assertThat(playlist.segments()).hasSize(50_000);
            assertThat(playlist.malformed()).isTrue();
            assertThat(kinds(playlist)).containsExactly(ProblemKind.TOO_MANY_SEGMENTS);
            assertThat(playlist.problems().getFirst().line()).isEqualTo(2 + 2 * 50_001);
        });
    }

    @Test
    void aDayOfTwoSecondSegmentsIsNoAttack() {
        assertThat(parse(MEDIA + "#EXTINF:2,\na.ts\n".repeat(43_200)).problems())
                .isEmpty();
    }

    /** 2, 3: gzip that nobody unpacked; bombs and slow bodies end before the parser. */
    @Test
    void gzip() {
        assertThat(Hls.parse(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}))
                .isInstanceOfSatisfying(
                        NotHls.class, it -> assertThat(it.looksLike()).isEqualTo(LooksLike.GZIP));
    }

    /** 4 */
    @Test
    void oneEndlessLine() {
        MediaPlaylist playlist = (MediaPlaylist) parse(MEDIA + "x".repeat(4 << 20));
        assertThat(kinds(playlist)).containsExactly(ProblemKind.LINE_TOO_LONG);
        assertThat(playlist.problems().getFirst().text()).hasSizeLessThan(130);
        assertThat(playlist.malformed()).isTrue();
        assertThat(playlist.segments()).isEmpty();
    }

    @Test
    void aLineOfExactlyTheLimitIsRead() {
        String uri = "a".repeat(HlsScanner.MAX_LINE);
        assertThat(media("#EXTINF:6,", uri).segments().getFirst().uri()).isEqualTo(uri);
        assertThat(kinds(media("#EXTINF:6,", uri + "a"))).contains(ProblemKind.LINE_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "#\n", " \n", "\r", "\0\n", "#EXT-X-FOO\n", "\t\u001b\n"})
    void aMillionOfTheSameLine(String line) {
        HlsDocument document = parse(MEDIA + line.repeat(1_000_000));
        assertThat(document.malformed()).isTrue();
        assertThat(kinds(document)).contains(ProblemKind.TOO_MANY_LINES);
        assertThat(document.problems()).hasSizeLessThan(100);
    }

    /** 5 */
    @Test
    void controlCharactersAreNamedAndNeverShownRaw() {
        HlsDocument document = parse("#EXTM3U\n#EXT-X-TARGETDURATION:\0006\n#a\u001b[31mred\n#EXT-X-FOO:\u2028\n");
        assertThat(kinds(document))
                .containsExactly(
                        ProblemKind.NUL,
                        ProblemKind.TARGET_DURATION,
                        ProblemKind.CONTROL_CHARACTER,
                        ProblemKind.CONTROL_CHARACTER);
        assertThat(document.malformed()).isTrue();
        assertThat(document.problems())
                .allSatisfy(p -> assertThat(p.text().codePoints().noneMatch(c -> c < ' ' || c == 0x2028))
                        .isTrue());
    }

    @Test
    void loneCarriageReturnsEndLines() {
        MediaPlaylist playlist = (MediaPlaylist) parse("#EXTM3U\r#EXT-X-TARGETDURATION:6\r#EXTINF:6,\ra.ts\r");
        assertThat(playlist.segments()).hasSize(1);
        assertThat(kinds(playlist)).containsExactly(ProblemKind.LONE_CR);
        assertThat(playlist.malformed()).isFalse();
    }

    /** 6 */
    @Test
    void badUtf8IsMinorAndUtf16IsNoPlaylist() {
        HlsDocument latin = Hls.parse((MEDIA + "#EXTINF:6,caf\u00e9\na\u00c0\u0080.ts\n").getBytes(ISO_8859_1));
        assertThat(latin.malformed()).isFalse();
        assertThat(kinds(latin)).containsExactly(ProblemKind.INVALID_UTF8, ProblemKind.INVALID_UTF8);
        assertThat(((MediaPlaylist) latin).segments().getFirst().uri()).isEqualTo("a\ufffd\ufffd.ts");
        for (byte[] body : new byte[][] {MEDIA.getBytes(UTF_16), MEDIA.getBytes(UTF_16LE)}) {
            assertThat(Hls.parse(body))
                    .isInstanceOfSatisfying(
                            NotHls.class, it -> assertThat(it.looksLike()).isEqualTo(LooksLike.UTF16));
        }
    }

    /** 7 */
    @ParameterizedTest
    @ValueSource(strings = {"\ufeff\ufeff#EXTM3U\n", "\n#EXTM3U\n", " #EXTM3U\n", "#extm3u\n", "#EXTM3U8\n", ""})
    void aSpoiltHeaderIsHardAndTheRestIsRead(String header) {
        MediaPlaylist playlist = (MediaPlaylist) parse(header + "#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na.ts\n");
        assertThat(playlist.malformed()).isTrue();
        assertThat(kinds(playlist)).contains(ProblemKind.HEADER).doesNotContain(ProblemKind.MISSING_EXTINF);
        assertThat(playlist.segments()).hasSize(1);
    }

    @Test
    void oneByteOrderMarkIsMinor() {
        HlsDocument document = parse("\ufeff" + MEDIA + "#EXTINF:6,\na.ts\n");
        assertThat(kinds(document)).containsExactly(ProblemKind.BOM);
        assertThat(document.malformed()).isFalse();
    }

    /** 8 */
    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e309", "-1", "9999999999999999999", "86400.1", "", "abc", "0x6"})
    void aDurationThatIsNone(String duration) {
        MediaPlaylist playlist = media("#EXTINF:" + duration + ",", "a.ts", "#EXTINF:4,", "b.ts");
        assertThat(kinds(playlist)).containsExactly(ProblemKind.DURATION);
        assertThat(playlist.malformed()).isTrue();
        assertThat(playlist.segments()).hasSize(2);
        assertThat(playlist.window()).isEqualTo(4 * Numbers.SECOND);
    }

    @Test
    void aDurationOfFourHundredDigits() {
        assertThat(kinds(media("#EXTINF:" + "6".repeat(400) + ",", "a.ts"))).containsExactly(ProblemKind.DURATION);
        assertThat(kinds(media("#EXTINF:6." + "0".repeat(400) + ",", "a.ts"))).containsExactly(ProblemKind.DURATION);
    }

    @Test
    void zeroIsADurationAndACommaEndsIt() {
        assertThat(media("#EXTINF:0,", "a.ts").problems()).isEmpty();
        Segment segment = media("#EXTINF:1,5", "a.ts").segments().getFirst();
        assertThat(segment.duration()).isEqualTo(Numbers.SECOND);
        assertThat(segment.title()).isEqualTo("5");
    }

    /** 9 */
    @ParameterizedTest
    @CsvSource({
        "9223372036854775808, true",
        "18446744073709551614, true",
        "18446744073709551615, false",
        "18446744073709551616, false",
        "-1, false",
        "0x10, false",
        "' 5', false",
        "5abc, false",
        "'', false"
    })
    void aMediaSequence(String number, boolean usable) {
        MediaPlaylist playlist = media("#EXT-X-MEDIA-SEQUENCE:" + number, "#EXTINF:6,", "a.ts");
        assertThat(playlist.malformed()).isEqualTo(!usable);
        if (usable) {
            assertThat(playlist.problems()).isEmpty();
            assertThat(SequenceNumbers.text(playlist.firstNumber())).isEqualTo(number);
            assertThat(SequenceNumbers.distance(playlist.firstNumber(), playlist.endNumber()))
                    .isEqualTo(1);
        } else {
            assertThat(kinds(playlist)).containsExactly(ProblemKind.SEQUENCE_NUMBER);
        }
    }

    /** 10: how fast to poll is for the one who polls; here no number becomes nonsense. */
    @ParameterizedTest
    @CsvSource({"0, 0", "-6, 0", "6.5, 0", "six, 0", "2147483648, 2147483648", "1000000, 1000000", "6.0, 6", "1, 1"})
    void aTargetDuration(String text, long seconds) {
        MediaPlaylist playlist = (MediaPlaylist) parse("#EXTM3U\n#EXT-X-TARGETDURATION:" + text + "\n");
        assertThat(playlist.targetDuration().orElse(0)).isEqualTo(seconds * Numbers.SECOND);
        assertThat(playlist.targetDurationText()).isEqualTo(text);
        assertThat(playlist.effectiveTargetDuration()).isEqualTo(Math.max(1, seconds) * Numbers.SECOND);
        assertThat(kinds(playlist).contains(ProblemKind.TARGET_DURATION))
                .isEqualTo(!text.equals(Long.toString(seconds)) || seconds == 0);
    }

    /** 11 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808@9223372036854775808",
                "9223372036854775807@9223372036854775807",
                "9007199254740991@1",
                "0@0",
                "-1@0",
                "5@",
                "@5",
                "5@-1",
                "a@b",
                ""
            })
    void aByteRangeThatIsNone(String range) {
        MediaPlaylist playlist = media("#EXTINF:6,", "#EXT-X-BYTERANGE:" + range, "a.ts");
        assertThat(kinds(playlist)).containsExactly(ProblemKind.BYTE_RANGE);
        assertThat(playlist.segments().getFirst().byteRange()).isNull();
    }

    /** 12 */
    @ParameterizedTest
    @CsvSource({"1099511627776, 1099511627776, false", "0, 0, false", "-1, 0, true", "x, 0, true"})
    void skippedSegmentsAreCountedAndNeverMade(String text, long skipped, boolean odd) {
        MediaPlaylist playlist =
                media("#EXT-X-MEDIA-SEQUENCE:7", "#EXT-X-SKIP:SKIPPED-SEGMENTS=" + text, "#EXTINF:6,", "a.ts");
        assertThat(playlist.segments().getFirst().number()).isEqualTo(7 + skipped);
        assertThat(playlist.endNumber()).isEqualTo(8 + skipped);
        assertThat(kinds(playlist).contains(ProblemKind.SKIP)).isEqualTo(odd);
    }

    @Test
    void aMegabyteOfRemovedDateRanges() {
        String removed = "id\t".repeat(20_000);
        MediaPlaylist playlist =
                media("#EXT-X-SKIP:SKIPPED-SEGMENTS=3,RECENTLY-REMOVED-DATERANGES=\"" + removed + "\"");
        assertThat(playlist.skip()).isNotNull();
        assertThat(kinds(media("#EXT-X-SKIP:SKIPPED-SEGMENTS=3,X=\"" + "i".repeat(1 << 20) + "\"")))
                .contains(ProblemKind.LINE_TOO_LONG);
    }

    /** 13 */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    BANDWIDTH=1,CODECS="avc1            | ATTRIBUTE_SYNTAX
                    BANDWIDTH=1,A=,B                    | ATTRIBUTE_SYNTAX
                    BANDWIDTH=1,="x"                    | ATTRIBUTE_SYNTAX
                    BANDWIDTH=1,NAME="a"b,CODECS="c"    | ATTRIBUTE_SYNTAX
                    ,BANDWIDTH=1                        | ATTRIBUTE_SYNTAX
                    BANDWIDTH=1,BANDWIDTH=2             | ATTRIBUTE_DUPLICATE
                    BANDWIDTH=1,                        | TRAILING_COMMA
                    BANDWIDTH=1, NAME="a"               | WHITESPACE
                    BANDWIDTH = 1                       | WHITESPACE
                    BANDWIDTH="1"                       | ATTRIBUTE_QUOTES
                    BANDWIDTH=1,CODECS=avc1             | ATTRIBUTE_QUOTES
                    """)
    void anAttributeList(String list, ProblemKind kind) {
        MultivariantPlaylist playlist = multivariant("#EXT-X-STREAM-INF:" + list, "a.m3u8");
        assertThat(kinds(playlist)).contains(kind);
        assertThat(playlist.malformed()).isEqualTo(kind.hard());
        assertThat(playlist.variants().getFirst().bandwidth()).isEqualTo(1);
    }

    @Test
    void tenThousandAttributes() {
        String many = IntStream.range(0, 10_000).mapToObj(i -> "A" + i + "=1").collect(Collectors.joining(","));
        // A line over 64 KiB is not read at all; a shorter one is cut after 200.
        assertThat(kinds(parse("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1," + many + "\na.m3u8\n")))
                .contains(ProblemKind.LINE_TOO_LONG);
        MultivariantPlaylist shorter =
                multivariant("#EXT-X-STREAM-INF:BANDWIDTH=1," + many.substring(0, 60_000), "a.m3u8");
        assertThat(kinds(shorter)).containsExactly(ProblemKind.TOO_MANY_ATTRIBUTES);
        assertThat(shorter.variants().getFirst().attributes().all()).hasSize(200);
        assertThat(shorter.malformed()).isTrue();
    }

    /** 14 */
    @Test
    void variablesThatMeanEachOther() {
        MediaPlaylist playlist = media(
                "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"{$b}\"",
                "#EXT-X-DEFINE:NAME=\"b\",VALUE=\"{$a}{$b}\"",
                "#EXTINF:6,",
                "{$a}.ts",
                "#EXTINF:6,",
                "{$c}.ts");
        assertThat(playlist.segments().get(0).uri()).isEqualTo("{$b}.ts");
        assertThat(playlist.segments().get(1).uri()).isEqualTo("{$c}.ts");
        assertThat(kinds(playlist)).containsExactly(ProblemKind.VARIABLE_UNDEFINED);
    }

    @Test
    void aVariableThatExplodes() {
        String define = "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"" + "x".repeat(60_000) + "\"";
        MediaPlaylist twice = media(define, "#EXTINF:6,", "{$a}{$a}");
        assertThat(kinds(twice)).containsExactly(ProblemKind.VARIABLE_TOO_LONG);
        assertThat(twice.segments().getFirst().uri()).isEqualTo("{$a}{$a}");
        MediaPlaylist often = media(define, "#EXTINF:6,\n{$a}\n".repeat(10_000));
        assertThat(often.segments().stream().mapToLong(s -> s.uri().length()).sum())
                .isLessThan(5 << 20);
    }

    /** 15 */
    @Test
    void aHundredThousandRenditions() {
        MultivariantPlaylist playlist = multivariant(IntStream.range(0, 100_000)
                .mapToObj(i -> "#EXT-X-STREAM-INF:BANDWIDTH=1\n" + i)
                .toArray(String[]::new));
        assertThat(playlist.mediaUris()).hasSize(MultivariantPlaylist.MAX_POLLED);
        assertThat(playlist.variants()).hasSize(Reading.MAX_TAGS);
        assertThat(kinds(playlist)).contains(ProblemKind.TOO_MANY_RENDITIONS, ProblemKind.TOO_MANY_TAGS);
        assertThat(playlist.malformed()).isFalse();
    }

    /** 35 */
    @Test
    void fiftyThousandTagsThatNobodyKnows() {
        MediaPlaylist playlist = (MediaPlaylist) parse(MEDIA + "#EXT-X-FOO:1\n".repeat(50_000) + "#EXTINF:6,\na.ts\n");
        assertThat(playlist.unknownTags()).hasSize(Reading.MAX_TAGS);
        assertThat(kinds(playlist)).containsExactly(ProblemKind.TOO_MANY_TAGS);
        assertThat(playlist.malformed()).isFalse();
        assertThat(playlist.segments()).hasSize(1);
    }

    @Test
    void aTagForEachSegmentOfADayIsNoAttack() {
        assertThat(parse(MEDIA + "#EXT-X-FOO:1\n#EXTINF:2,\na.ts\n".repeat(43_200))
                        .problems())
                .isEmpty();
    }

    /** 16: who follows sees the circle, since both resolve to one URL. */
    @Test
    void aVariantThatIsTheMasterItself() throws BadUrl {
        Url base = Url.parse("http://h/live/master.m3u8?x=1");
        MultivariantPlaylist playlist =
                multivariant("#EXT-X-STREAM-INF:BANDWIDTH=1", "./../live/master.m3u8?x=1#again");
        assertThat(base.resolve(playlist.mediaUris().getFirst())).isEqualTo(base);
    }

    /** 17 */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "jar:http://h/a!/b",
                "gopher://h",
                "javascript:alert(1)",
                "http://u:p@h/a",
                "http://h:0/",
                "http://h:70000/",
                "skd://key",
                "http://[::1"
            })
    void aUriThatNobodyMayRequest(String uri) throws BadUrl {
        MediaPlaylist playlist = media("#EXTINF:6,", uri);
        assertThat(playlist.segments().getFirst().uri()).isEqualTo(uri);
        Url base = Url.parse("http://h/live/a.m3u8");
        assertThatThrownBy(() -> base.resolve(uri)).isInstanceOf(BadUrl.class);
    }

    @Test
    void aUriOfAHundredKilobytes() {
        assertThat(kinds(media("#EXTINF:6,", "a".repeat(100_000)))).contains(ProblemKind.LINE_TOO_LONG);
    }

    /** 31, 32 */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!DOCTYPE html><html></html>                 | HTML
                    <html><body>maintenance #EXTM3U</body></html>| HTML
                    <?xml version="1.0"?><MPD></MPD>             | MPD
                    <?xml version="1.0"?><Error/>                | XML
                    {"error":"not found"}                        | JSON
                    []                                           | JSON
                    Not Found                                    | TEXT
                    """)
    void somethingElse(String body, LooksLike looksLike) {
        assertThat(parse(body)).isInstanceOfSatisfying(NotHls.class, it -> {
            assertThat(it.looksLike()).isEqualTo(looksLike);
            assertThat(it.malformed()).isTrue();
        });
    }

    @Test
    void nothingAtAll() {
        for (String body : new String[] {"", "\n\n", " \r\n"}) {
            assertThat(parse(body))
                    .isInstanceOfSatisfying(
                            NotHls.class, it -> assertThat(it.looksLike()).isEqualTo(LooksLike.EMPTY));
        }
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
        assertThat(Hls.parse(png)).isEqualTo(new NotHls(LooksLike.IMAGE, ((NotHls) Hls.parse(png)).reason()));
        assertThat(((NotHls) Hls.parse(new byte[] {0, 1, 2, 3})).looksLike()).isEqualTo(LooksLike.BINARY);
    }

    @Test
    void onlyTheHeaderIsAnEmptyPlaylist() {
        MediaPlaylist playlist = (MediaPlaylist) parse("#EXTM3U");
        assertThat(playlist.empty()).isTrue();
        assertThat(playlist.malformed()).isFalse();
    }
}
