package io.rungwatch.dash;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Channels;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What manifests mean. */
class DashTest {
    private static final Url MANIFEST = Channels.url("http://edge.example/live/ch1/manifest.mpd");
    private static final Instant NOW = Instant.parse("2026-02-28T00:01:00Z");

    @Test
    void aTimelineByTime() {
        Mpd mpd = Mpds.habit("timeline-time");
        Track video = mpd.presentation().tracks().findFirst().orElseThrow();
        Addressing addressing = video.addressing();

        assertThat(mpd.problems()).isEmpty();
        assertThat(addressing.mode()).isEqualTo(Addressing.Mode.TIMELINE);
        assertThat(addressing.count(NOW)).isEqualTo(5);
        assertThat(addressing.longest(NOW)).isEqualTo(6 * Scale.SECOND);
        assertThat(addressing.edgeAt(NOW)).contains(Instant.parse("2026-03-01T00:00:36Z"));
        assertThat(addressing.cover(NOW)).isEqualTo(30 * Scale.SECOND);
        assertThat(video.segment(MANIFEST, 4))
                .contains(Channels.url("http://edge.example/live/ch1/v1/159509090700000.m4s"));
        assertThat(video.initialization(MANIFEST)).contains(Channels.url("http://edge.example/live/ch1/v1/init.mp4"));
        assertThat(mpd.periods().getFirst().eventStreams().getFirst().events()).hasSize(1);
    }

    @Test
    void equalSegmentsByNumberAndTwoBases() {
        Mpd mpd = Mpds.habit("number-duration");
        Track video = mpd.presentation().tracks().findFirst().orElseThrow();

        assertThat(mpd.presentation().tracks().map(track -> track.set().contentType()))
                .containsExactly("video", "audio");
        assertThat(video.bases(MANIFEST))
                .containsExactly(
                        Channels.url("https://cdn-a.example/live/"), Channels.url("https://cdn-b.example/live/"));
        assertThat(video.segment(video.bases(MANIFEST).getFirst(), 0))
                .contains(Channels.url("https://cdn-a.example/live/chunk-stream0-00001.m4s"));
        assertThat(video.protections()).hasSize(2);
        assertThat(mpd.services().getFirst().target()).isEqualTo(3500);
    }

    @ParameterizedTest
    @CsvSource({
        // N = floor((now − AST − PS + ATO) / D) + startNumber − 1
        "2026-02-28T00:00:00Z, 0, 10",
        "2026-02-28T00:00:05.999Z, 0, 10",
        "2026-02-28T00:00:06Z, 0, 11",
        "2026-02-28T00:00:11.999Z, 0, 11",
        "2026-02-28T00:00:04.500Z, 1.5, 11",
        "2026-02-28T00:00:04.499Z, 1.5, 10",
        "2026-02-27T23:59:00Z, 0, 10"
    })
    void theNewestNumberAtAnInstant(Instant now, String offset, long after) {
        Mpd mpd = Mpds.addressed(
                "type='dynamic' availabilityStartTime='2026-02-28T00:00:00Z'",
                "<SegmentTemplate media='$Number$' timescale='1000' duration='6000' startNumber='10' availabilityTimeOffset='"
                        + offset + "'/>");
        Addressing addressing = Mpds.addressing(mpd);

        assertThat(addressing.number(addressing.count(now))).isEqualTo(after);
    }

    @Test
    void theWindowOfEqualSegments() {
        Mpd mpd = Mpds.addressed(
                "type='dynamic' availabilityStartTime='2026-02-28T00:00:00Z' timeShiftBufferDepth='PT18S'",
                "<SegmentTemplate media='$Number$' timescale='1' duration='6'/>");
        Availability available =
                Availability.of(Mpds.addressing(mpd), NOW.plusSeconds(3)).orElseThrow();

        assertThat(available.newest()).isEqualTo(9);
        assertThat(available.oldest()).isEqualTo(7);
        assertThat(available.complete()).contains(NOW);
    }

    @Test
    void negativeRepeatsUntilTheNextAndUntilTheEnd() {
        Mpd mpd = Mpds.mpd(
                "type='static' mediaPresentationDuration='PT1M'",
                "<Period><AdaptationSet><SegmentTemplate media='$Time$'><SegmentTimeline>"
                        + "<S t='0' d='5' r='-1'/><S t='20' d='10' r='-1'/></SegmentTimeline></SegmentTemplate>"
                        + "<Representation id='v'/></AdaptationSet></Period>");
        Addressing addressing = Mpds.addressing(mpd);

        assertThat(addressing.count(NOW)).isEqualTo(8);
        assertThat(addressing.time(3)).isEqualTo(15);
        assertThat(addressing.time(4)).isEqualTo(20);
        assertThat(addressing.time(7)).isEqualTo(50);
        assertThat(addressing.timeline().orElseThrow().indexOf(30)).isEqualTo(5);
        assertThat(addressing.timeline().orElseThrow().indexOf(31)).isEqualTo(-1);
    }

    @Test
    void negativeRepeatsUntilNow() {
        Addressing addressing = Mpds.addressing(
                Mpds.addressed(
                        "type='dynamic' availabilityStartTime='2026-02-28T00:00:00Z'",
                        "<SegmentTemplate media='$Time$'><SegmentTimeline><S t='0' d='7' r='-1'/></SegmentTimeline></SegmentTemplate>"));

        assertThat(addressing.count(NOW)).isEqualTo(8);
        assertThat(addressing.edgeAt(NOW)).contains(NOW.minusSeconds(4));
    }

    @Test
    void periodsFollowEachOther() {
        Mpd mpd = Mpds.mpd(
                "type='static' mediaPresentationDuration='PT1M'",
                "<Period duration='PT10S'/><Period/><Period start='PT30S'/>");

        assertThat(mpd.presentation().periods())
                .extracting(period -> List.of(period.start() / Scale.SECOND, period.end() / Scale.SECOND))
                .containsExactly(List.of(0L, 10L), List.of(10L, 30L), List.of(30L, 60L));
    }

    @Test
    void anAnnouncedPeriodHasNoPlaceYet() {
        Mpd mpd = Mpds.mpd("type='dynamic'", "<Period start='PT0S'/><Period id='soon'/>");

        assertThat(mpd.presentation().periods().getLast().startKnown()).isFalse();
    }

    @Test
    void theNearestLevelWinsAttributeByAttribute() {
        Mpd mpd = Mpds.mpd(
                "type='static' mediaPresentationDuration='PT1M'",
                "<Period><SegmentTemplate timescale='10' media='$Number$'/><AdaptationSet>"
                        + "<SegmentTemplate duration='60' startNumber='5' media='a$Number$'/>"
                        + "<Representation id='v'><SegmentTemplate startNumber='7'/></Representation></AdaptationSet></Period>");
        Track track = mpd.presentation().tracks().findFirst().orElseThrow();

        assertThat(track.addressing().count(NOW)).isEqualTo(10);
        assertThat(track.segment(MANIFEST, 0)).contains(Channels.url("http://edge.example/live/ch1/a7"));
    }

    @Test
    void presentationTimeOffsetMovesMediaToItsPeriod() {
        Mpd mpd = Mpds.mpd(
                "type='dynamic' availabilityStartTime='2026-02-28T00:00:00Z'",
                "<Period start='PT30S'><AdaptationSet><SegmentTemplate media='$Time$' timescale='90000'"
                        + " presentationTimeOffset='900000'><SegmentTimeline><S t='900000' d='540000'/></SegmentTimeline>"
                        + "</SegmentTemplate><Representation id='v'/></AdaptationSet></Period>");

        assertThat(Mpds.addressing(mpd).edgeAt(NOW)).contains(Instant.parse("2026-02-28T00:00:36Z"));
    }

    @Test
    void baseUrlsChainAndMultiply() {
        Mpd mpd = Mpds.mpd(
                "",
                "<BaseURL>http://a.example/x/</BaseURL><BaseURL>http://b.example/</BaseURL><Period><BaseURL>p/</BaseURL>"
                        + "<AdaptationSet><Representation id='v'><BaseURL>v.mp4</BaseURL></Representation></AdaptationSet></Period>");
        Track track = mpd.presentation().tracks().findFirst().orElseThrow();

        assertThat(track.bases(MANIFEST))
                .containsExactly(Channels.url("http://a.example/x/p/v.mp4"), Channels.url("http://b.example/p/v.mp4"));
    }

    @Test
    void prefixesAreOnlyNames() {
        DashDocument document = Mpds.parse("<m:MPD xmlns:m='urn:mpeg:DASH:schema:MPD:2011' type='dynamic'>"
                + "<m:Period id='1' xmlns:x='http://www.w3.org/1999/xlink' x:href='urn:x'/></m:MPD>");

        assertThat(document).isInstanceOfSatisfying(Mpd.class, mpd -> {
            assertThat(mpd.dynamic()).isTrue();
            assertThat(mpd.periods().getFirst().link()).isNotNull();
        });
    }

    @Test
    void aTimelineWithPrefixes() {
        DashDocument document = Mpds.parse("<m:MPD xmlns:m='urn:mpeg:dash:schema:mpd:2011'><m:Period><m:AdaptationSet>"
                + "<m:SegmentTemplate><m:SegmentTimeline><m:S t='3' d='5' r='1'/><m:S d='2'/></m:SegmentTimeline>"
                + "</m:SegmentTemplate><m:Representation id='v'/></m:AdaptationSet></m:Period></m:MPD>");

        assertThat(document).isInstanceOfSatisfying(Mpd.class, mpd -> {
            assertThat(Mpds.addressing(mpd).count(NOW)).isEqualTo(3);
            assertThat(Mpds.addressing(mpd).time(2)).isEqualTo(13);
        });
    }

    @Test
    void textInPieces() {
        Mpd mpd = Mpds.mpd("", "<BaseURL>a<!-- x -->b<![CDATA[<c>]]>&amp;d</BaseURL>");

        assertThat(mpd.baseUrls().getFirst().text()).isEqualTo("ab<c>&d");
    }

    @Test
    void linesAndColumnsCountFromOne() {
        Mpd mpd = Mpds.mpd("", "<Period\n start='soon'/>\n");

        assertThat(mpd.problems()).containsExactly(new Problem(ProblemKind.DURATION, 2, 1, "Period@start=soon"));
    }

    @Test
    void aFingerprintIgnoresWhenItWasPublished() {
        Mpd one = Mpds.mpd("publishTime='2026-03-01T00:00:00Z' id='a'", "<!-- one --><Period id='1'/>");
        Mpd two = Mpds.mpd("id='a' publishTime='2026-03-01T00:00:06Z'", "<Period id='1'/>");
        Mpd other = Mpds.mpd("id='a'", "<Period id='2'/>");

        assertThat(one.fingerprint()).isEqualTo(two.fingerprint()).isNotEqualTo(other.fingerprint());
    }

    @Test
    void scalesExactly() {
        assertThat(Scale.nanos(17_672_436_000_000_000L, 10_000_000)).isEqualTo(1_767_243_600_000_000_000L);
        assertThat(Scale.nanos(Long.MAX_VALUE, 1)).isEqualTo(Scale.FAR);
        assertThat(Scale.nanos(-1, 3)).isEqualTo(-333_333_334);
        assertThat(Scale.ticks(Scale.FAR, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }
}
