package io.rungwatch.hls;

import static io.rungwatch.hls.Texts.kinds;
import static io.rungwatch.hls.Texts.media;
import static io.rungwatch.hls.Texts.parse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaPlaylistTest {
    private static final long SECOND = Numbers.SECOND;

    @Test
    void countsDiscontinuitiesFromTheSequenceNumber() {
        MediaPlaylist playlist = media(
                "#EXT-X-DISCONTINUITY-SEQUENCE:7",
                "#EXT-X-DISCONTINUITY",
                "#EXTINF:6,",
                "a",
                "#EXTINF:6,",
                "b",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-DISCONTINUITY",
                "#EXTINF:6,",
                "c",
                "#EXT-X-DISCONTINUITY");
        assertThat(playlist.segments().stream().map(Segment::dseq)).containsExactly(8L, 8L, 10L);
        assertThat(playlist.segments().stream().map(Segment::discontinuity)).containsExactly(true, false, true);
        assertThat(playlist.tail().discontinuity()).isTrue();
    }

    @Test
    void numbersThatComeLateCountForAll() {
        MediaPlaylist playlist = media(
                "#EXTINF:6,",
                "a",
                "#EXT-X-MEDIA-SEQUENCE:100",
                "#EXT-X-DISCONTINUITY-SEQUENCE:5",
                "#EXTINF:6,",
                "b",
                "#EXT-X-SKIP:SKIPPED-SEGMENTS=10",
                "#EXTINF:6,",
                "c");
        assertThat(playlist.segments().stream().map(Segment::number)).containsExactly(110L, 111L, 112L);
        assertThat(playlist.segments().stream().map(Segment::dseq)).containsOnly(5L);
        assertThat(playlist.firstNumber()).isEqualTo(100);
        assertThat(playlist.firstListedNumber()).isEqualTo(110);
        assertThat(playlist.endNumber()).isEqualTo(113);
        assertThat(kinds(playlist)).containsOnly(ProblemKind.MISPLACED_TAG).hasSize(3);
    }

    @Test
    void datesReachForwardsAndBackwards() {
        MediaPlaylist playlist = media(
                "#EXTINF:6,",
                "a",
                "#EXTINF:4.5,",
                "b",
                "#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:01:00Z",
                "#EXTINF:6,",
                "c",
                "#EXTINF:6,",
                "d",
                "#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:01:30+00:00",
                "#EXT-X-PART:URI=\"p\",DURATION=1.5");
        assertThat(playlist.segments().stream().map(s -> s.start() / 100_000_000))
                .containsExactly(495L, 555L, 600L, 660L);
        assertThat(playlist.segments().stream().map(Segment::dating))
                .containsExactly(Dating.EXTRAPOLATED, Dating.EXTRAPOLATED, Dating.TAG, Dating.EXTRAPOLATED);
        assertThat(playlist.edge()).hasValue(72 * SECOND);
        assertThat(playlist.tail().dating()).isEqualTo(Dating.TAG);
        assertThat(playlist.partEdge()).hasValue(91 * SECOND + SECOND / 2);
    }

    @Test
    void withoutDatesThereIsNoEdge() {
        MediaPlaylist playlist = media("#EXTINF:6,", "a", "#EXT-X-PROGRAM-DATE-TIME:yesterday", "#EXTINF:6,", "b");
        assertThat(playlist.edge()).isEmpty();
        assertThat(kinds(playlist)).containsExactly(ProblemKind.DATE);
        assertThat(media().edge()).isEmpty();
    }

    @Test
    void aDateWithoutZoneIsUtcAndSaysSo() {
        MediaPlaylist playlist = media("#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:01:00.5", "#EXTINF:6,", "a");
        assertThat(playlist.segments().getFirst().dating()).isEqualTo(Dating.TAG_WITHOUT_ZONE);
        assertThat(playlist.edge()).hasValue(66 * SECOND + SECOND / 2);
        assertThat(kinds(playlist)).containsExactly(ProblemKind.DATE_ZONE_MISSING);
    }

    @Test
    void keysAndMapsApplyUntilTheNext() {
        MediaPlaylist playlist = media(
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://1\",KEYFORMAT=\"com.apple.streamingkeydelivery\"",
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"data:,1\",KEYFORMAT=\"urn:uuid:w\"",
                "#EXT-X-MAP:URI=\"i1\"",
                "#EXTINF:6,",
                "a",
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://2\",KEYFORMAT=\"com.apple.streamingkeydelivery\"",
                "#EXTINF:6,",
                "b",
                "#EXT-X-KEY:METHOD=NONE",
                "#EXT-X-MAP:URI=\"i2\",BYTERANGE=\"10@5\"",
                "#EXTINF:6,",
                "c");
        assertThat(playlist.problems()).isEmpty();
        assertThat(playlist.segments().get(0).keys()).extracting(Key::uri).containsExactly("skd://1", "data:,1");
        assertThat(playlist.segments().get(1).keys()).extracting(Key::uri).containsExactly("data:,1", "skd://2");
        assertThat(playlist.segments().get(2).keys()).isEmpty();
        InitSection first = requireNonNull(playlist.segments().get(1).map());
        assertThat(first.keys()).hasSize(2);
        InitSection second = requireNonNull(playlist.segments().get(2).map());
        assertThat(second.byteRange()).isEqualTo(new ByteRange(10, 5, true));
    }

    @Test
    void aByteRangeGoesOnWhereTheOneBeforeEnded() {
        MediaPlaylist playlist = media(
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:100",
                "all.ts",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:100@50",
                "all.ts",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:25",
                "all.ts",
                "#EXTINF:6,",
                "#EXT-X-BYTERANGE:25",
                "other.ts");
        assertThat(playlist.segments().stream().map(Segment::byteRange))
                .containsExactly(
                        new ByteRange(100, ByteRange.UNKNOWN, false),
                        new ByteRange(100, 50, true),
                        new ByteRange(25, 150, false),
                        new ByteRange(25, ByteRange.UNKNOWN, false));
        // The first of a window may have lost the one before it; later ones may not.
        assertThat(kinds(playlist)).containsExactly(ProblemKind.BYTE_RANGE);
        assertThat(playlist.problems().getFirst().line()).isEqualTo(14);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    CUE-OUT:30.5                                    | OUT    | 30500 | -1
                    CUE-OUT                                         | OUT    | -1    | -1
                    CUE-OUT:DURATION=30,ID="x"                      | OUT    | 30000 | -1
                    CUE-OUT:30,ID=7                                 | OUT    | 30000 | -1
                    CUE-OUT:Duration=15.015                         | OUT    | 15015 | -1
                    CUE-OUT-CONT:8.3/30                             | CONT   | 30000 | 8300
                    CUE-OUT-CONT:ElapsedTime=8,Duration=30,SCTE35=/DA= | CONT | 30000 | 8000
                    CUE-OUT-CONT:8                                  | CONT   | -1    | 8000
                    CUE-OUT-CONT                                    | CONT   | -1    | -1
                    CUE-IN                                          | IN     | -1    | -1
                    SCTE35:CUE="/DA=",CUE-OUT=YES,DURATION=12       | SCTE35 | 12000 | -1
                    """)
    void adMarkersOfManySpellings(String tag, Cue.Kind kind, long duration, long elapsed) {
        MediaPlaylist playlist = media("#EXT-X-" + tag, "#EXTINF:6,", "a");
        Cue cue = playlist.segments().getFirst().cues().getFirst();
        assertThat(playlist.problems()).isEmpty();
        assertThat(cue.kind()).isEqualTo(kind);
        assertThat(cue.duration().orElse(-1_000_000) / 1_000_000).isEqualTo(duration);
        assertThat(cue.elapsed().orElse(-1_000_000) / 1_000_000).isEqualTo(elapsed);
    }

    @Test
    void lowLatency() {
        MediaPlaylist playlist = media(
                "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=36,PART-HOLD-BACK=1.5",
                "#EXT-X-PART-INF:PART-TARGET=0.5",
                "#EXT-X-MEDIA-SEQUENCE:10",
                "#EXT-X-PART:DURATION=0.5,URI=\"s10\",BYTERANGE=\"10@0\",INDEPENDENT=YES",
                "#EXT-X-PART:DURATION=0.5,URI=\"s10\",BYTERANGE=\"7\"",
                "#EXTINF:1,",
                "s10",
                "#EXT-X-PART:DURATION=0.5,URI=\"s11.0\",GAP=YES",
                "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"s11.1\",BYTERANGE-START=3",
                "#EXT-X-RENDITION-REPORT:URI=\"../a\",LAST-MSN=10,LAST-PART=1");
        assertThat(playlist.problems()).isEmpty();
        assertThat(playlist.partTarget()).hasValue(SECOND / 2);
        assertThat(playlist.segments().getFirst().parts().get(1).byteRange()).isEqualTo(new ByteRange(7, 10, false));
        assertThat(playlist.tail().parts()).hasSize(1).allMatch(Part::gap);
        assertThat(playlist.tail().duration()).isEqualTo(SECOND / 2);
        assertThat(playlist.preloadHints().getFirst().rangeStart()).isEqualTo(3);
        assertThat(playlist.renditionReports().getFirst().lastNumber()).hasValue(10);
        ServerControl control = requireNonNull(playlist.serverControl());
        assertThat(control.canBlockReload()).isTrue();
        assertThat(control.canSkipUntil()).hasValue(36 * SECOND);
        assertThat(control.holdBack()).isEmpty();
    }

    @Test
    void dateRangesKeepAllTheyHave() {
        MediaPlaylist playlist = media(
                "#EXT-X-DATERANGE:ID=\"ad\",CLASS=\"c\",START-DATE=\"1970-01-01T00:00:01Z\",DURATION=90000.5,X-A=\"b\",SCTE35-OUT=0xFC",
                "#EXTINF:6,",
                "a",
                "#EXT-X-DATERANGE:ID=\"ad\",END-DATE=\"never\"");
        DateRange range = playlist.segments().getFirst().dateRanges().getFirst();
        assertThat(range.startDate()).hasValue(SECOND);
        assertThat(range.duration()).hasValue(90_000_500_000_000L);
        assertThat(range.attributes().text("X-A")).isEqualTo("b");
        assertThat(range.scte35("OUT")).isEqualTo("0xFC");
        assertThat(playlist.dateRanges()).hasSize(2);
        assertThat(playlist.tail().dateRanges()).hasSize(1);
        assertThat(kinds(playlist)).containsExactly(ProblemKind.DATE);
    }

    @Test
    void variablesComeFromTheMasterAndTheQuery() {
        String text = """
                #EXTM3U
                #EXT-X-TARGETDURATION:6
                #EXT-X-DEFINE:IMPORT="cdn"
                #EXT-X-DEFINE:QUERYPARAM="tok"
                #EXT-X-MAP:URI="{$cdn}/init.mp4"
                #EXTINF:6,
                {$cdn}/1.ts?t={$tok}
                """;
        Outside outside = new Outside(Map.of("cdn", "https://c"), "x=1&tok=a%2Bb");
        MediaPlaylist playlist = (MediaPlaylist) Hls.parse(text.getBytes(UTF_8), outside);
        assertThat(playlist.problems()).isEmpty();
        assertThat(playlist.segments().getFirst().uri()).isEqualTo("https://c/1.ts?t=a+b");
        assertThat(kinds(parse(text))).contains(ProblemKind.VARIABLE_UNDEFINED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(commentCharacter = '~', delimiter = '|', quoteCharacter = '`', textBlock = """
                    a.ts                                                     | MISSING_EXTINF
                    #EXTINF:6,\\n#EXTINF:6,\\na.ts                           | EXTINF_WITHOUT_URI
                    #EXTINF:6,\\na.ts\\n#EXTINF:6,                           | EXTINF_WITHOUT_URI
                    #EXTINF:6\\na.ts                                         | EXTINF_COMMA
                    #EXTINF: 6,\\na.ts                                       | WHITESPACE
                    #EXT-X-TARGETDURATION:7                                  | REPEATED_TAG
                    #EXT-X-PLAYLIST-TYPE:LIVE                                | UNKNOWN_VALUE
                    #EXT-X-BITRATE:x                                         | NUMBER
                    #EXT-X-VERSION:three                                     | NUMBER
                    #EXT-X-KEY:METHOD=ROT13,URI="k"                          | UNKNOWN_VALUE
                    #EXT-X-KEY:METHOD=AES-128                                | ATTRIBUTE_MISSING
                    #EXT-X-MAP:BYTERANGE="1@0"                               | ATTRIBUTE_MISSING
                    #EXT-X-MAP:URI="i",BYTERANGE="1"                         | BYTE_RANGE
                    #EXT-X-PART:DURATION=1,URI="p"\\n#EXT-X-DISCONTINUITY    | MISPLACED_TAG
                    #EXT-X-PART:DURATION=x,URI="p"                           | DURATION
                    #EXT-X-DEFINE:NAME="a"                                   | DEFINE
                    #EXT-X-DEFINE:NAME="a",IMPORT="b"                        | DEFINE
                    #EXT-X-STREAM-INF:BANDWIDTH=1\\na.m3u8\\n#EXTINF:6,\\nb  | MIXED_TAGS
                    """)
    void oddTags(String lines, ProblemKind kind) {
        HlsDocument document = parse("#EXTM3U\n#EXT-X-TARGETDURATION:6\n" + lines.replace("\\n", "\n") + "\n");
        assertThat(kinds(document)).contains(kind);
        assertThat(document.malformed()).isEqualTo(kind.hard());
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        MediaPlaylist playlist = media("#EXT-X-FOO:A=1", "#EXT-BAR", "#EXT-X-ALLOW-CACHE:NO");
        assertThat(playlist.unknownTags())
                .containsExactly(
                        new UnknownTag(3, "EXT-X-FOO", "A=1"),
                        new UnknownTag(4, "EXT-BAR", ""),
                        new UnknownTag(5, "EXT-X-ALLOW-CACHE", "NO"));
        assertThat(playlist.has(Tag.ALLOW_CACHE)).isTrue();
        assertThat(playlist.source().firstLineOf(Tag.ALLOW_CACHE)).isEqualTo(5);
        assertThat(playlist.source().line(4)).isEqualTo("#EXT-BAR");
        assertThat(playlist.source().line(6)).isNull();
    }
}
