package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Check;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.Severity;
import io.rungwatch.checks.ManifestChecks;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Packagers behind one address, each with a manifest of its own, who answer for some seconds each. */
class MpdTwinsTest {
    private static final String MPD = "/live/1.mpd";
    private static final List<Check> CHECKS = ManifestChecks.ALL.stream()
            .filter(check -> Set.of(Input.MPD_STEP, Input.TWINS, Input.PAST, Input.RENDITIONS)
                    .contains(check.info().input()))
            .toList();

    @Test
    void whoCutElsewhereAndNumberOtherwiseAreFlipFlopAndNothingElse() {
        Chain chain = answering(at -> turn(at) ? mpd(at, 0, 0, 7) : mpd(at, 3, 0, 1))
                .pass(60)
                .forgetThePast()
                .pass(600);

        assertThat(found(chain, finding -> finding.severity() != Severity.INFO)).containsExactly("backend_flip_flop");
        assertThat(messages(chain, "backend_flip_flop"))
                .anyMatch(text ->
                        text.matches("[0-9]+ returns in ten polls between a manifest that ends at .*Z, published .*Z"
                                + " and one that ends at .*Z, published .*Z"));
    }

    /** Some seconds of A and B each, and C for one look now and then. */
    @Test
    void threeOfThemToo() {
        Chain chain = answering(at -> switch ((int) (at.getEpochSecond() / 5 % 3)) {
                    case 0 -> mpd(at, 0, 0, 7);
                    case 1 -> mpd(at, 3, 0, 1);
                    default -> mpd(at, 1, 0, 2);
                })
                .pass(120)
                .forgetThePast()
                .pass(600);

        assertThat(found(chain, finding -> finding.severity() != Severity.INFO)).containsExactly("backend_flip_flop");
    }

    @Test
    void whoAgreeAndAreLateAreInfo() {
        Chain chain =
                answering(at -> turn(at) ? mpd(at, 0, 0, 1) : mpd(at, 0, 6, 1)).pass(600);

        assertThat(found(chain, finding -> finding.severity() != Severity.INFO)).isEmpty();
        assertThat(found(chain, finding -> true)).contains("backend_flip_flop");
    }

    @Test
    void oneFailOverIsTheRestartThatItIs() {
        Instant over = LivePlaylist.START.plusSeconds(300);
        Chain chain = answering(at -> at.isBefore(over) ? mpd(at, 0, 0, 7) : mpd(at, 0, 0, 1))
                .pass(600);

        assertThat(found(chain, finding -> finding.severity() != Severity.INFO))
                .contains("timeline_history_rewritten")
                .doesNotContain("backend_flip_flop");
    }

    /** Whoever answered before the restart has nothing to do with a cache that is late hours after it. */
    @Test
    void whoAgreeAndAreLateAreInfoAfterAFailOverToo() {
        Instant over = LivePlaylist.START.plusSeconds(300);
        Chain chain = answering(at -> at.isBefore(over)
                        ? mpd(at, 0, 0, 7)
                        : at.isAfter(over.plusSeconds(60)) && turn(at) ? mpd(at, 0, 6, 1) : mpd(at, 0, 0, 1))
                .pass(360)
                .forgetThePast()
                .pass(600);

        assertThat(found(chain, finding -> finding.severity() != Severity.INFO)).isEmpty();
        assertThat(found(chain, finding -> true)).contains("backend_flip_flop");
    }

    @Test
    void whoIsSeenOnceIsForgotten() {
        Instant odd = LivePlaylist.START.plusSeconds(300);
        Chain chain = answering(
                        at -> Duration.between(odd, at).abs().toSeconds() < 2 ? mpd(at, 3, 0, 1) : mpd(at, 0, 0, 7))
                .pass(330)
                .forgetThePast()
                .pass(300);

        assertThat(found(chain, finding -> true)).isEmpty();
    }

    private static Set<String> found(Chain chain, Predicate<Finding> wanted) {
        Set<String> ids = new TreeSet<>();
        chain.reports()
                .forEach(report -> report.findings().stream()
                        .filter(wanted)
                        .forEach(finding -> ids.add(finding.check().id())));
        return ids;
    }

    private static List<String> messages(Chain chain, String check) {
        return chain.reports().stream()
                .flatMap(report -> report.findings().stream())
                .filter(finding -> finding.check().id().equals(check))
                .map(Finding::message)
                .toList();
    }

    private static Chain answering(Function<Instant, String> server) {
        Chain chain = new Chain(Channels.live().at(MPD, List.of(Channels.PACKAGER), "CH_001"), CHECKS);
        return chain.answers(
                MPD, (fetch, at) -> ok(fetch.url(), at, server.apply(at).getBytes(UTF_8)));
    }

    private static boolean turn(Instant at) {
        return Math.floorMod(at.getEpochSecond() * 2654435761L, 7L) < 3;
    }

    /**
     * Ten segments of six seconds.
     *
     * @param cut by how many seconds later it cuts
     * @param late by how many seconds it lags
     * @param first the number that the first segment of all has
     */
    private static String mpd(Instant at, int cut, int late, int first) {
        long passed = Duration.between(LivePlaylist.ZERO, at).toSeconds() + 3600 - late - cut;
        long newest = passed / 6 - 1;
        return """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="dynamic" minimumUpdatePeriod="PT6S"
                    availabilityStartTime="%s" publishTime="%s" timeShiftBufferDepth="PT60S" minBufferTime="PT6S"
                    suggestedPresentationDelay="PT18S" profiles="urn:mpeg:dash:profile:isoff-live:2011">
                  <Period id="1" start="PT0S">
                    <AdaptationSet id="1" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1">
                      <SegmentTemplate timescale="1" media="a/$Number$.m4s" initialization="a/init.mp4" startNumber="%d">
                        <SegmentTimeline><S t="%d" d="6" r="9"/></SegmentTimeline>
                      </SegmentTemplate>
                      <Representation id="v" bandwidth="2000000" width="1280" height="720" codecs="avc1.64001f"/>
                    </AdaptationSet>
                  </Period>
                </MPD>
                """.formatted(
                        LivePlaylist.ZERO.minusSeconds(3600),
                        LivePlaylist.ZERO.minusSeconds(3600).plusSeconds((newest + 1) * 6 + cut),
                        newest - 9 + first,
                        (newest - 9) * 6 + cut);
    }
}
