package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.answered;
import static io.rungwatch.stage.Answers.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Severity;
import io.rungwatch.checks.delivery.SegmentMissing;
import io.rungwatch.checks.mpd.SegmentAvailabilityWrong;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.profile.Layer;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A live MPD that lists no segments: each of six seconds, the first when the day begins, and a minute of them. */
class PunctualityTest {
    private static final String MPD = "/live/1.mpd";
    private static final String LISTED =
            "><SegmentTimeline><S t=\"0\" d=\"6\" r=\"10\"/></SegmentTimeline></SegmentTemplate>";
    private static final Duration SIX = Duration.ofSeconds(6);

    @Test
    void segmentsThatComeWithTheClockAreNoNews() {
        assertThat(chain(0, 70).pass(300).found()).isEmpty();
    }

    @Test
    void twoFifthsOfASegmentLateIsNothing() {
        assertThat(chain(2.4, 70).pass(300).found()).isEmpty();
    }

    @Test
    void whatIsLateIsToldAsLateAndNotAsMissing() {
        Chain chain = chain(15, 70).pass(40);

        assertThat(chain.found()).containsExactly("segment_availability_wrong");
        assertThat(messages(chain))
                .allMatch(
                        text -> text.matches(
                                "720p_2M: segment \\d+ should have been there for \\d+(\\.\\d+)? s, by the clock of the manifest"));
    }

    @Test
    void isMajorFromTheThirdLookOn() {
        Chain chain = chain(15, 70).pass(120);

        List<Severity> severities = chain.reports().stream()
                .flatMap(report -> report.findings().stream())
                .map(finding -> finding.severity())
                .toList();
        assertThat(severities.getFirst()).isEqualTo(Severity.MINOR);
        assertThat(severities.getLast()).isEqualTo(Severity.MAJOR);
    }

    @Test
    void isOverWhenTheClockIsKeptAgain() {
        Instant end = LivePlaylist.START.plusSeconds(60);
        Chain chain = chain((fetch, at) -> segment(fetch, at, at.isBefore(end) ? 15 : 0, 70));

        chain.pass(120).forgetThePast().pass(200);

        assertThat(chain.found()).isEmpty();
    }

    @Test
    void whatIsThereBeforeItsTimeIsTold() {
        Chain chain = chain(-30, 120).pass(70);

        assertThat(messages(chain))
                .isNotEmpty()
                .allMatch(
                        text -> text.matches(
                                "720p_2M: segment \\d+ is there 1[2-9](\\.\\d+)? s before the clock of the manifest says: the clock of the packager is ahead"));
    }

    @Test
    void whatCannotBeThereIsAskedForOnceAMinuteAtThePackagerOnly() {
        Chain chain = chain(0, 70).pass(600);

        List<Chain.Sent> early = chain.segments().stream()
                .filter(sent ->
                        number(sent.fetch()) > newest(LivePlaylist.START.plusMillis((long) (sent.after() * 1000))))
                .toList();
        assertThat(early)
                .hasSizeBetween(9, 11)
                .allMatch(sent -> sent.url().host().equals("packager"));
    }

    @Test
    void aBufferThatHoldsLessThanItPromisesIsTold() {
        Chain chain = chain(0, 40).pass(70);

        assertThat(chain.found()).containsExactly("segment_availability_wrong");
        assertThat(messages(chain))
                .allMatch(text -> text.matches("720p_2M: segment \\d+ is gone, and the time-shift buffer promises it"));
    }

    @Test
    void whereNotOneIsThereItIsNotTheClock() {
        assertThat(chain(3600, 7200).pass(70).found()).containsExactly("segment_missing");
    }

    @Test
    void isOverWhereTheManifestListsSegmentsFromNowOn() {
        Instant end = LivePlaylist.START.plusSeconds(40);
        Chain chain = chain((fetch, at) -> segment(fetch, at, at.isBefore(end) ? 15 : 0, 700));
        assertThat(chain.pass(40).found()).containsExactly("segment_availability_wrong");

        chain.shows(MPD, mpd(LISTED)).pass(25);
        chain.forgetThePast().pass(200);

        assertThat(chain.found()).isEmpty();
    }

    @Test
    void aCacheIsAskedOnlyForWhatThePackagerHas() {
        Chain chain = chain(15, 70).pass(300);

        Set<String> there = new HashSet<>();
        for (Chain.Sent sent : chain.segments()) {
            Instant at = LivePlaylist.START.plusMillis(Math.round(sent.after() * 1000));
            if (sent.url().host().equals("packager")) {
                Exchange answer = segment(sent.fetch(), at, 15, 70);
                there.add(
                        answer instanceof Exchange.Answered said && said.status() == 200
                                ? sent.url().path()
                                : "");
            }
        }
        assertThat(at(chain, "edge-hn"))
                .isNotEmpty()
                .allMatch(sent -> sent.url().path().endsWith("init.mp4")
                        || there.contains(sent.url().path()));
    }

    @Test
    void onlyThePackagerIsAskedAtThePaceOfTheSegments() {
        Chain chain = chain(0, 70).pass(600);

        assertThat(at(chain, "packager").stream().map(sent -> sent.url().path()).distinct())
                .hasSizeBetween(85, 105);
        assertThat(at(chain, "edge-hn").stream().map(Chain.Sent::after).distinct())
                .hasSizeBetween(15, 20);
    }

    @Test
    void whatOnlyACacheLacksIsToldOfTheCache() {
        Chain chain = chain((fetch, at) -> segment(fetch, at, fetch.url().host().equals("edge-hn") ? 15 : 0, 70));

        chain.pass(120);

        assertThat(chain.found()).containsExactly("segment_availability_wrong");
        assertThat(chain.reports())
                .filteredOn(report -> !report.findings().isEmpty())
                .allMatch(report -> report.where().layer().equals(Channels.EDGE));
    }

    @Test
    void whereTheChainBeginsAtACacheItIsAskedSeldom() {
        Chain chain =
                chain((fetch, at) -> segment(fetch, at, 0, 70), Channels.EDGE).pass(600);

        assertThat(chain.segments().stream().map(Chain.Sent::after).distinct()).hasSizeBetween(15, 20);
    }

    @Test
    void aManifestWithoutAPeriodYetHasNothingToAskFor() {
        Chain chain = chain(0, 70).shows(MPD, """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="dynamic" minimumUpdatePeriod="PT20S"
                    availabilityStartTime="2026-03-01T00:00:00Z" publishTime="2026-03-01T00:00:00Z"/>
                """);

        assertThat(chain.pass(200).segments()).isEmpty();
    }

    private static List<Chain.Sent> at(Chain chain, String host) {
        return chain.segments().stream()
                .filter(sent -> sent.url().host().equals(host))
                .toList();
    }

    private static Set<String> messages(Chain chain) {
        Set<String> messages = new TreeSet<>();
        chain.reports().forEach(report -> report.findings().forEach(finding -> messages.add(finding.message())));
        return messages;
    }

    /** Each is there so many seconds late, and for so long. */
    private static Chain chain(double late, int kept) {
        return chain((fetch, at) -> segment(fetch, at, late, kept));
    }

    private static Chain chain(java.util.function.BiFunction<Fetch, Instant, Exchange> segments) {
        return chain(segments, Channels.PACKAGER, Channels.EDGE);
    }

    private static Chain chain(java.util.function.BiFunction<Fetch, Instant, Exchange> segments, Layer... layers) {
        Chain chain = new Chain(
                Channels.live().at(MPD, List.of(layers), "CH_001"),
                List.of(new SegmentAvailabilityWrong(), new SegmentMissing()));
        for (long number = 1; number < newest(LivePlaylist.START) + 200; number++) {
            chain.answers("/live/a/" + number + ".m4s", segments);
        }
        return chain.shows(MPD, mpd("duration=\"6\"/>"));
    }

    private static String mpd(String segments) {
        return """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="dynamic" minimumUpdatePeriod="PT20S"
                    availabilityStartTime="2026-03-01T00:00:00Z" publishTime="2026-03-01T00:00:00Z"
                    timeShiftBufferDepth="PT60S">
                  <Period id="1" start="PT0S">
                    <AdaptationSet contentType="video" mimeType="video/mp4">
                      <SegmentTemplate timescale="1" startNumber="1" media="a/$Number$.m4s" initialization="a/init.mp4" %s
                      <Representation id="v" bandwidth="2000000" width="1280" height="720" codecs="avc1.64001f"/>
                    </AdaptationSet>
                  </Period>
                </MPD>
                """.formatted(segments);
    }

    private static Exchange segment(Fetch fetch, Instant at, double late, int kept) {
        Instant due = LivePlaylist.ZERO.plus(SIX.multipliedBy(number(fetch))).plusMillis((long) (late * 1000));
        boolean there = !at.isBefore(due) && at.isBefore(due.plusSeconds(kept));
        return there
                ? answered(fetch.url(), at, 200, new byte[0], "Content-Length", "500000")
                : status(fetch.url(), at, 404);
    }

    private static long newest(Instant at) {
        return Duration.between(LivePlaylist.ZERO, at).dividedBy(SIX);
    }

    private static long number(Fetch fetch) {
        String name = fetch.url().path().replaceAll(".*/|\\.m.*", "");
        return name.equals("init") ? 0 : Long.parseLong(name);
    }
}
