package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Check;
import io.rungwatch.checks.past.ContentShortage;
import io.rungwatch.checks.past.LiveLatencyHigh;
import io.rungwatch.checks.past.ProgramDateTimeDrift;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A live MPD whose timeline grows by segments of six seconds, in the pace of an encoder that may have a clock of its own. */
class MpdTrendsTest {
    private static final String MPD = "/live/1.mpd";
    private static final List<Check> CHECKS =
            List.of(new ContentShortage(), new ProgramDateTimeDrift(), new LiveLatencyHigh());

    @Test
    void whoKeepsTheClockIsNoNews() {
        assertThat(chain(seconds -> seconds, 2).pass(7200).found()).isEmpty();
    }

    @Test
    void whoIsAskedHalfAMinuteApartIsNoNewsEither() {
        assertThat(chain(seconds -> seconds, 30).pass(7200).found()).isEmpty();
    }

    @Test
    void sevenTenthsOfTheTimeAreTooLittleMedia() {
        Chain chain = chain(seconds -> seconds < 3600 ? seconds : 3600 + (seconds - 3600) * 0.7, 2)
                .pass(3900);

        assertThat(chain.found()).contains("content_shortage").doesNotContain("program_date_time_drift");
        assertThat(messages(chain))
                .anyMatch(text -> text.matches(
                        "720p_2M: 7[0-9] % of the time that went by was published as media in the last .*"));
    }

    @Test
    void sixHundredthsLessAreTooLittle() {
        Chain chain = chain(seconds -> seconds * 0.94, 2).pass(3000);

        assertThat(chain.found()).contains("content_shortage");
        assertThat(messages(chain)).anyMatch(text -> text.startsWith("720p_2M: 94 % of the time"));
    }

    @Test
    void fourHundredthsLessAreAllowed() {
        assertThat(chain(seconds -> seconds * 0.96, 2).pass(7200).found()).doesNotContain("content_shortage");
    }

    @Test
    void threeSecondsAnHourAreDrift() {
        Chain chain = chain(seconds -> seconds * (1 - 3.0 / 3600), 2).pass(7200);

        assertThat(chain.found()).containsExactly("program_date_time_drift");
        assertThat(messages(chain)).anyMatch(text -> text.startsWith("720p_2M: falls 3"));
    }

    @Test
    void halfASecondAnHourIsNone() {
        assertThat(chain(seconds -> seconds * (1 - 0.5 / 3600), 2).pass(7200).found())
                .isEmpty();
    }

    @Test
    void aStallThatIsMadeUpForIsNoTrend() {
        ToDoubleFunction<Double> stalls = seconds -> seconds > 3600 && seconds < 3640 ? 3600 : seconds;

        assertThat(chain(stalls, 2).pass(4200).found()).isEmpty();
    }

    @Test
    void halfAMinuteMoreThanUsualIsLate() {
        Chain chain = chain(seconds -> seconds < 3600 ? seconds : Math.max(3600, seconds - 30), 2)
                .pass(3780);

        assertThat(chain.found()).contains("live_latency_high");
    }

    private static Set<String> messages(Chain chain) {
        Set<String> messages = new TreeSet<>();
        chain.reports().forEach(report -> report.findings().forEach(finding -> messages.add(finding.message())));
        return messages;
    }

    private static Chain chain(ToDoubleFunction<Double> encoder, int update) {
        Chain chain = new Chain(Channels.live().at(MPD, List.of(Channels.PACKAGER), "CH_001"), CHECKS);
        return chain.answers(
                MPD, (fetch, at) -> ok(fetch.url(), at, mpd(at, encoder, update).getBytes(UTF_8)));
    }

    private static String mpd(Instant at, ToDoubleFunction<Double> encoder, int update) {
        double passed = Duration.between(LivePlaylist.START, at).toMillis() / 1000.0;
        long start = Duration.between(LivePlaylist.ZERO, LivePlaylist.START).toSeconds();
        long newest = (long) Math.floor((3600 + start + encoder.applyAsDouble(passed)) / 6) - 1;
        Instant published = LivePlaylist.ZERO.plusSeconds(newest);
        return """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="dynamic" minimumUpdatePeriod="PT%dS"
                    availabilityStartTime="%s" publishTime="%s" timeShiftBufferDepth="PT60S">
                  <Period id="1" start="PT0S">
                    <AdaptationSet contentType="video" mimeType="video/mp4">
                      <SegmentTemplate timescale="1" media="a/$Time$.m4s" initialization="a/init.mp4">
                        <SegmentTimeline><S t="%d" d="6" r="9"/></SegmentTimeline>
                      </SegmentTemplate>
                      <Representation id="v" bandwidth="2000000" width="1280" height="720" codecs="avc1.64001f"/>
                    </AdaptationSet>
                  </Period>
                </MPD>
                """.formatted(update, LivePlaylist.ZERO.minusSeconds(3600), published, (newest - 9) * 6);
    }
}
