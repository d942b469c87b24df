package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.conditional;
import static io.rungwatch.stage.Answers.notModified;
import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Chain.HD;
import static io.rungwatch.stage.Chain.MANIFEST;
import static io.rungwatch.stage.Chain.SD;
import static io.rungwatch.stage.Chain.TWO_RUNGS;
import static io.rungwatch.stage.Channels.EDGE;
import static io.rungwatch.stage.Channels.ORIGIN;
import static io.rungwatch.stage.Channels.PACKAGER;
import static io.rungwatch.stage.LivePlaylist.live;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.Mode;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Chain.Sent;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what is asked again: the catalogue's polling rules, seen from the server. */
class PollingTest {
    private static final double MANIFEST_PACE = 60;

    @Test
    void aPlaylistThatChangesIsAskedOncePerTargetDurationAndATenthLaterAtMost() {
        Chain chain = chain().pass(120);

        assertThat(chain.gaps(HD)).hasSizeBetween(17, 20).allMatch(gap -> gap >= 6 && gap <= 6.6);
    }

    @Test
    void theProbesPhaseWandersOverThePackagers() {
        Chain chain = chain().pass(120);

        assertThat(chain.gaps(HD).stream().distinct()).as("jitter").hasSizeGreaterThan(10);
    }

    @Test
    void theSameSeedGivesTheSameTimes() {
        assertThat(chain().pass(300).gaps(HD)).isEqualTo(chain().pass(300).gaps(HD));
    }

    @Test
    void aPlaylistThatDidNotChangeIsAskedAfterHalfATargetDuration() {
        Chain chain =
                chain().pass(2).shows(HD, live(100).text()).forgetThePast().pass(9);

        assertThat(chain.gaps(HD).getFirst()).isBetween(2.9, 3.1);
    }

    @Test
    void aPlaylistThatStandsStillIsAskedJustWhenThatIsTooLong() {
        Chain chain = chain().shows(HD, live(100).text()).pass(14);
        double first = chain.sent(HD).getFirst().after();

        // Two target durations, and half a second more where a usual poll came just before.
        assertThat(chain.sent(HD)).anyMatch(sent -> sent.after() - first >= 12.02 && sent.after() - first <= 12.52);
        assertThat(chain.found()).contains("playlist_stale");
    }

    @Test
    void aFailureIsLookedAtAgainAtOnceAndThenTwicePerTargetDuration() {
        Chain chain = chain().pass(2).says(HD, 503).forgetThePast().pass(20);

        assertThat(chain.gaps(HD).getFirst()).isBetween(0.3, 0.5);
        assertThat(chain.gaps(HD)).allMatch(gap -> gap >= 0.3 && gap <= 3.01);
        assertThat(chain.sent(HD)).hasSizeLessThan(10);
    }

    @Test
    void anEndedLiveChannelIsAskedOnceAMinuteWhetherItIsBack() {
        Chain chain = chain().shows(HD, live(100).ended().text())
                .pass(10)
                .forgetThePast()
                .pass(400);

        assertThat(chain.gaps(HD)).hasSizeGreaterThan(4).allMatch(gap -> gap >= 60 && gap <= 66);
    }

    @Test
    void vodIsAskedEveryTenMinutes() {
        Chain chain = new Chain(Channels.mode(Mode.VOD, PACKAGER));
        chain.shows(HD, live(0).ended().text()).pass(10).forgetThePast().pass(3600);

        assertThat(chain.gaps(HD)).hasSize(4).allMatch(gap -> gap >= 600 && gap <= 660);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1000000, 66", "4294967296, 66"})
    void anOddTargetDurationNeitherHammersNorSleeps(long target, double most) {
        String text = live(100).text().replace("TARGETDURATION:6", "TARGETDURATION:" + target);
        String tiny = text.replace("6.000", "0.100");
        Chain chain = chain().shows(HD, target == 0 ? tiny : text)
                .pass(1.5)
                .forgetThePast()
                .pass(200);

        assertThat(chain.gaps(HD)).isNotEmpty().allMatch(gap -> gap >= 0.3 && gap <= most);
        assertThat(chain.gaps(HD).stream().filter(gap -> gap < 0.5))
                .as("second looks")
                .hasSizeLessThan(2);
    }

    @Test
    void noObjectIsAskedTwiceWithinHalfASecondButForASecondLook() {
        Chain chain = chain().shows(HD, live(100).text())
                .shows(SD, at -> LivePlaylist.at(at).seconds(1))
                .pass(600);

        assertThat(chain.gaps(HD)).allMatch(gap -> gap >= 0.5);
    }

    @Test
    void aHealthyManifestIsAskedOnceAMinute() {
        Chain chain = chain().pass(10).forgetThePast().pass(600);

        assertThat(chain.gaps(MANIFEST)).allMatch(gap -> gap >= MANIFEST_PACE && gap <= 66);
    }

    @ParameterizedTest
    @CsvSource({"max-age=40, 40", "max-age=5, 30", "max-age=3600, 60", "no-store, 60"})
    void orAsOftenAsItsCacheLifeSays(String cacheControl, double pace) {
        Chain chain = new Chain(Channels.live(EDGE));
        chain.answers(
                MANIFEST, (fetch, at) -> ok(fetch.url(), at, TWO_RUNGS.getBytes(UTF_8), "Cache-Control", cacheControl));
        chain.pass(130).forgetThePast().pass(600);

        assertThat(chain.gaps(MANIFEST)).allMatch(gap -> gap >= pace && gap <= 1.1 * pace + 0.001);
    }

    @Test
    void theManifestIsAskedWhenAPlaylistFails() {
        Chain chain = chain().pass(30).says(HD, 404).forgetThePast().pass(8);
        double failure = chain.sent(HD).getFirst().after();

        assertThat(chain.sent(MANIFEST)).hasSizeBetween(1, 2);
        assertThat(chain.sent(MANIFEST).getFirst().after() - failure).isBetween(0.3, 0.5);
    }

    @Test
    void allLayersOfARenditionAreAskedInOneInstantThePackagerLast() {
        Chain chain = new Chain(Channels.live(PACKAGER, ORIGIN, EDGE)).pass(60);

        for (String path : List.of(MANIFEST, HD, SD)) {
            List<Sent> sent = chain.sent(path);
            for (int i = 0; i < sent.size(); i += 3) {
                assertThat(sent.subList(i, i + 3).stream()
                                .map(s -> s.poll().where().layer().name()))
                        .containsExactly("edge-hn", "origin", "packager");
                assertThat(sent.get(i).after()).isEqualTo(sent.get(i + 2).after());
            }
        }
    }

    @Test
    void renditionsDoNotKnockTogether() {
        Chain chain = chain().pass(3);

        assertThat(chain.sent(HD).getFirst().after())
                .isNotEqualTo(chain.sent(SD).getFirst().after());
    }

    @Test
    void whatWeHaveIsNamedInTheNextRequest() {
        Chain chain = chain().answers(
                        HD,
                        (fetch, at) -> ok(
                                fetch.url(),
                                at,
                                LivePlaylist.at(at).bytes(),
                                "ETag",
                                "\"v" + LivePlaylist.at(at).first() + "\"",
                                "Last-Modified",
                                "Sun, 01 Mar 2026 00:00:37 GMT"))
                .pass(14);

        assertThat(conditional(chain.sent(HD).getFirst().fetch())).isFalse();
        assertThat(chain.sent(HD).get(1).fetch().ifNoneMatch()).isEqualTo("\"v100\"");
        assertThat(chain.sent(HD).get(1).fetch().ifModifiedSince()).isEqualTo("Sun, 01 Mar 2026 00:00:37 GMT");
        assertThat(chain.sent(HD).get(2).fetch().ifNoneMatch()).isEqualTo("\"v101\"");
    }

    @Test
    void notModifiedIsALookAtWhatWeHave() {
        byte[] body = live(100).bytes();
        Chain chain = chain().answers(
                        HD,
                        (fetch, at) -> conditional(fetch)
                                ? notModified(fetch.url(), at)
                                : ok(fetch.url(), at, body, "ETag", "\"v\""))
                .pass(14);

        assertThat(chain.sent(HD)).hasSizeGreaterThan(3);
        assertThat(chain.found()).containsExactly("playlist_stale");
        assertThat(chain.reports().getLast().outcome()).isInstanceOf(Outcome.Fetched.class);
    }

    @Test
    void aValidatorOfAKilobyteIsNotCarriedAround() {
        Chain chain = chain().answers(
                        HD,
                        (fetch, at) -> ok(fetch.url(), at, LivePlaylist.at(at).bytes(), "ETag", "x".repeat(1025)))
                .pass(14);

        assertThat(chain.sent(HD)).noneMatch(sent -> conditional(sent.fetch()));
    }

    @Test
    void aFirstSightingIsLookedAtAgainWithoutConditions() {
        byte[] restarted = live(3).named("new_").bytes();
        Chain chain = chain().answers(
                        HD,
                        (fetch, at) -> ok(fetch.url(), at, LivePlaylist.at(at).bytes(), "ETag", "\"a\""))
                .pass(8)
                .answers(HD, (fetch, at) -> ok(fetch.url(), at, restarted, "ETag", "\"b\""))
                .forgetThePast()
                .pass(8);

        assertThat(chain.gaps(HD).getFirst()).isBetween(0.3, 0.5);
        assertThat(conditional(chain.sent(HD).get(0).fetch())).isTrue();
        assertThat(conditional(chain.sent(HD).get(1).fetch())).isFalse();
        assertThat(chain.reports().stream().filter(PollReport::secondLook)).hasSize(1);
    }

    @Test
    void aSightingThatStaysIsNotLookedAtTwiceEachTime() {
        Chain chain = chain().says(HD, 404).pass(60);

        assertThat(chain.reports().stream()
                        .filter(report -> report.where().rendition().name().startsWith("1080"))
                        .filter(PollReport::secondLook))
                .hasSize(1);
    }

    @Test
    void aRequestThatHangsIsSkippedNotQueued() {
        Chain chain = chain().pass(2).hangs(HD).forgetThePast().pass(60);

        assertThat(chain.sent(HD)).hasSize(1);
        assertThat(chain.gaps(SD)).as("the other rung does not wait").allMatch(gap -> gap <= 6.6);
    }

    @Test
    void aProbeThatSleptAsksOnce() {
        Chain chain = chain().pass(10).forgetThePast().sleep(60).sleep(0.02);

        assertThat(chain.sent(HD)).hasSize(1);
    }

    @Test
    void anAnswerMayTakeFiveSecondsOrOneTargetDuration() {
        Chain slow = chain().shows(HD, at -> live(100).seconds(10)).pass(30);

        assertThat(chain().pass(10).sent(HD).getFirst().fetch().limits().total())
                .isEqualTo(Duration.ofSeconds(6));
        assertThat(slow.sent(HD).getLast().fetch().limits().total()).isEqualTo(Duration.ofSeconds(10));
        assertThat(slow.sent(HD).getLast().fetch().limits().connect()).isEqualTo(Duration.ofSeconds(2));
        assertThat(slow.sent(HD).getLast().fetch().limits().firstByte()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aHundredChannelsAreSpreadOverTheInterval() {
        long buckets = IntStream.range(0, 100)
                .mapToObj(n -> Pace.phase(Duration.ofSeconds(1), n * 31L))
                .map(phase -> phase.toMillis() / 100)
                .distinct()
                .count();

        assertThat(buckets).isEqualTo(10);
    }

    private static Chain chain() {
        return new Chain(Channels.live(PACKAGER));
    }
}
