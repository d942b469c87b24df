package io.rungwatch.dash;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rungwatch.hls.LooksLike;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue's hostile inputs 20 to 27, each with its expected answer. */
class HostileInputTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:37Z");
    private static final String OPEN = "<MPD xmlns='urn:mpeg:dash:schema:mpd:2011'>";

    static Stream<Arguments> structures() {
        return Stream.of(
                arguments("<a>".repeat(100_000), ProblemKind.TOO_DEEP),
                arguments("<Period>".repeat(63) + "<x><y/></x>", ProblemKind.TOO_DEEP),
                arguments("<x" + attributes(201) + "/></MPD>", ProblemKind.TOO_MANY_ATTRIBUTES),
                arguments("<x" + attributes(1_000_000 / 8) + "/></MPD>", ProblemKind.TOO_MANY_ATTRIBUTES),
                arguments("<x a='" + "y".repeat(70_000) + "'/></MPD>", ProblemKind.TOO_LONG),
                arguments("<x>" + "y".repeat(70_000) + "</x></MPD>", ProblemKind.TOO_LONG),
                arguments("<x/>".repeat(60_000) + "</MPD>", ProblemKind.TOO_MANY_ELEMENTS),
                arguments("<a:x/></MPD>", ProblemKind.PREFIX),
                arguments("<x a:y='1'/></MPD>", ProblemKind.PREFIX),
                arguments("<x a='1' a='2'/></MPD>", ProblemKind.DUPLICATE_ATTRIBUTE),
                arguments("</MPD>" + OPEN + "</MPD>", ProblemKind.SYNTAX),
                arguments("</MPD>text", ProblemKind.SYNTAX),
                arguments("<Period></MPD>", ProblemKind.SYNTAX),
                arguments("<Period a=1/></MPD>", ProblemKind.SYNTAX),
                arguments("\0</MPD>", ProblemKind.SYNTAX),
                arguments("<Period>", ProblemKind.TRUNCATED),
                arguments("<Period id='", ProblemKind.TRUNCATED),
                arguments("<!-- ", ProblemKind.TRUNCATED));
    }

    @ParameterizedTest
    @MethodSource("structures")
    @Timeout(20)
    void brokenXmlIsAProblemWithALine(String inside, ProblemKind expected) {
        DashDocument document = Mpds.parse(OPEN + "\n" + inside);

        assertThat(document).isInstanceOf(Mpd.class);
        assertThat(document.malformed()).isTrue();
        assertThat(document.problems()).extracting(Problem::kind).contains(expected);
        assertThat(document.problems().getFirst().line()).isPositive();
    }

    private static String attributes(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(" a").append(i).append("='1'");
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-7", "UTF-16", "ISO-8859-1", "x"})
    void onlyUtf8(String encoding) {
        DashDocument document = Mpds.parse("<?xml version='1.0' encoding='" + encoding + "'?>" + OPEN + "</MPD>");

        assertThat(document.problems()).extracting(Problem::kind).containsExactly(ProblemKind.ENCODING);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(new byte[0], LooksLike.EMPTY),
                arguments("  \n".getBytes(UTF_8), LooksLike.EMPTY),
                arguments("#EXTM3U\n#EXT-X-VERSION:3\n".getBytes(UTF_8), LooksLike.HLS),
                arguments("<!doctype html><html><body>404</body></html>".getBytes(UTF_8), LooksLike.HTML),
                arguments("{\"error\":1}".getBytes(UTF_8), LooksLike.JSON),
                arguments("<Error><Code>NoSuchKey</Code></Error>".getBytes(UTF_8), LooksLike.XML),
                arguments("<MPD xmlns='urn:example'/>".getBytes(UTF_8), LooksLike.XML),
                arguments((OPEN + "</MPD>").getBytes(UTF_16), LooksLike.UTF16),
                arguments(new byte[Dash.LARGEST + 1], LooksLike.XML));
    }

    @ParameterizedTest
    @MethodSource("others")
    void saysWhatElseItIs(byte[] body, LooksLike expected) {
        assertThat(Dash.parse(body))
                .isInstanceOfSatisfying(
                        NotMpd.class, other -> assertThat(other.looksLike()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<S t='0' d='1' r='2147483647'/>",
                "<S t='0' d='1' r='9223372036854775807'/><S d='9223372036854775807' r='9223372036854775807'/>",
                "<S t='9223372036854775807' d='9223372036854775807'/><S d='5' r='-1'/>",
                "<S t='0' d='1' r='-5'/>",
                "<S t='0' d='0'/>",
                "<S t='0' d='-1' r='-1'/>",
                "<S t='18446744073709551615' d='1'/>",
                "<S/>",
                "<S t='5' d='2' r='-1'/><S t='1' d='2'/>",
                ""
            })
    void runsStayRunsAndNothingOverflows(String runs) {
        for (String timescale : List.of("0", "1", "4294967296", "9223372036854775807", "-1", "x")) {
            for (String offset : List.of("0", "77", "9223372036854775807")) {
                Mpd mpd = Mpds.addressed(
                        "type='dynamic' availabilityStartTime='1601-01-01T00:00:00Z'",
                        "<SegmentTemplate media='$Time$' timescale='" + timescale + "' presentationTimeOffset='"
                                + offset + "'><SegmentTimeline>" + runs + "</SegmentTimeline></SegmentTemplate>");
                Addressing addressing = Mpds.addressing(mpd);

                assertThat(addressing.count(NOW)).isNotNegative();
                assertThat(addressing.longest(NOW)).isBetween(0L, Scale.FAR);
                assertThat(addressing.cover(NOW)).isBetween(-Scale.FAR, Scale.FAR);
                addressing.edge(NOW).ifPresent(edge -> assertThat(edge).isBetween(-Scale.FAR, Scale.FAR));
                assertThat(addressing.edgeAt(NOW)).isNotNull();
            }
        }
    }

    @Test
    @Timeout(20)
    void textInAMillionPieces() {
        DashDocument document = Mpds.parse(OPEN + ("<x>" + "a<!---->".repeat(60_000) + "</x>").repeat(16) + "</MPD>");

        assertThat(document.malformed()).isFalse();
    }

    @Test
    @Timeout(20)
    void aMillionSAreCutAtTwoHundredThousand() {
        DashDocument document = Mpds.parse(
                OPEN + "<Period><AdaptationSet><SegmentTemplate><SegmentTimeline>" + "<S d='1'/>".repeat(700_000));

        assertThat(document.problems()).extracting(Problem::kind).containsExactly(ProblemKind.TOO_MANY_SEGMENTS);
    }

    @Test
    void tenThousandOfEverythingElse() {
        Mpd urls = Mpds.mpd("", "<BaseURL>a</BaseURL>".repeat(10_000));
        assertThat(urls.baseUrls()).hasSize(16);
        assertThat(urls.problems(ProblemKind.TOO_MANY_BASE_URLS)).hasSize(1);

        Mpd sets = Mpds.mpd(
                "",
                "<Period>" + "<AdaptationSet><Representation id='v'/></AdaptationSet>".repeat(10_000) + "</Period>");
        assertThat(sets.presentation().tracks()).hasSize(100);
        assertThat(sets.problems(ProblemKind.TOO_MANY_REPRESENTATIONS)).hasSize(1);

        Mpd periods = Mpds.mpd("", "<Period duration='PT1S'/>".repeat(10_000));
        assertThat(periods.periods()).hasSize(Mpd.MOST_PERIODS);
        assertThat(periods.problems(ProblemKind.TOO_MANY_PERIODS)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT1.5S, 1500000000",
        "PT0.0000000019S, 1",
        "PT1M4.5S, 64500000000",
        "P1DT1H, 90000000000000",
        "P1Y2M, 36288000000000000",
        "-PT5S, -5000000000",
        "P100Y, 3110400000000000000",
        "P999Y, 3110400000000000000",
        "PT99999999999999H, 3110400000000000000",
        "PT1000000000S, 1000000000000000000"
    })
    void durations(String text, long nanos) {
        assertThat(Span.parse(text)).extracting(Span::nanos).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "P", "PT", "-P", "P1", "PT1", "1S", "PT.5S", "PT1.S", "PT1e9S", "PT5S1M", "P1S", "PT1Y", "+PT1S",
                "P1DT", "PTT1S", "P1.5D", "PT1M1M", "PT-1S"
            })
    void whatIsNoDuration(String text) {
        Mpd mpd = Mpds.mpd("minBufferTime='" + text + "'", "");

        assertThat(mpd.minBufferTime()).isNull();
        assertThat(mpd.problems(ProblemKind.DURATION)).hasSize(1);
        assertThat(mpd.malformed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2028-02-29T00:00:00Z, 2028-02-29T00:00:00Z",
        "2026-03-01T24:00:00Z, 2026-03-02T00:00:00Z",
        "2026-12-31T23:59:60Z, 2026-12-31T23:59:59.999Z",
        "2026-03-01T14:00:00+14:00, 2026-03-01T00:00:00Z",
        "2026-03-01T00:00:00.123456789Z, 2026-03-01T00:00:00.123456789Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "1601-01-01T00:00:00Z, 1601-01-01T00:00:00Z"
    })
    void dates(String text, Instant expected) {
        assertThat(Moments.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "2026-03-01T24:00:01Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T00:60:00Z",
                "2026-03-01T00:00:61Z",
                "2026-03-01T00:00:00+25:00",
                "2026-03-01T00:00:00+14:01",
                "292000000-01-01T00:00:00Z",
                "2026-03-01",
                "now",
                ""
            })
    void whatIsNoDate(String text) {
        Mpd mpd = Mpds.mpd("type='dynamic' availabilityStartTime='" + text + "'", "");

        assertThat(mpd.availabilityStart()).isNull();
        assertThat(mpd.problems(ProblemKind.DATE)).hasSize(1);
        assertThat(mpd.malformed()).isTrue();
    }

    @Test
    void aDateWithoutZoneIsUtc() {
        Mpd mpd = Mpds.mpd("publishTime='2026-03-01T00:00:00'", "");

        assertThat(mpd.publishTime()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(mpd.problems(ProblemKind.DATE_ZONE_MISSING)).hasSize(1);
        assertThat(mpd.malformed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1601-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2026-03-01T00:00:36Z", "9999-12-31T23:59:59Z"})
    void farAwayStartsCountExactly(String start) {
        Mpd mpd = Mpds.addressed(
                "type='dynamic' availabilityStartTime='" + start + "'",
                "<SegmentTemplate media='$Number$' timescale='10000000' duration='10000000'/>");
        long seconds = NOW.getEpochSecond() - Instant.parse(start).getEpochSecond();

        assertThat(Mpds.addressing(mpd).count(NOW)).isEqualTo(Math.max(0, seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$Number%0999999999d$",
                "$Number%021d$",
                "$Number%00d$",
                "$Number%s$",
                "$Number",
                "$numbr$",
                "$RepresentationID%05d$",
                "$$$"
            })
    void whatIsNoTemplate(String text) {
        Template template = Template.parse(text);

        assertThat(template.trouble()).isPresent();
        assertThat(template.fill("v", 1, 2, 3)).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({
        "$RepresentationID$/$Number%05d$.m4s, v/00042.m4s",
        "$Time$-$Bandwidth$, 900-5000",
        "a$$b, a$b",
        "$Number%020d$, 00000000000000000042",
        "$Number%01d$, 42",
        "plain.m4s, plain.m4s"
    })
    void templates(String text, String expected) {
        assertThat(Template.parse(text).trouble()).isEmpty();
        assertThat(Template.parse(text).fill("v", 5000, 42, 900)).isEqualTo(expected);
    }
}
