package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.notModified;
import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Answers.status;
import static io.rungwatch.stage.Chain.HD;
import static io.rungwatch.stage.Chain.MANIFEST;
import static io.rungwatch.stage.Chain.SD;
import static io.rungwatch.stage.Channels.EDGE;
import static io.rungwatch.stage.Channels.ORIGIN;
import static io.rungwatch.stage.Channels.PACKAGER;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.LivePlaylist.live;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Input;
import io.rungwatch.check.Owner;
import io.rungwatch.check.ProbeFault;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.StepCheck;
import io.rungwatch.checks.ManifestChecks;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Maintenance;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer is taken for, and when nothing is said at all. */
class JudgingTest {
    @ParameterizedTest
    @ValueSource(ints = {101, 201, 204, 206, 300, 400, 404, 410, 500, 599, 999})
    void onlyATwoHundredCarriesAManifest(int status) {
        byte[] body = live(100).bytes();
        Chain chain = chain().answers(
                        HD, (fetch, at) -> io.rungwatch.stage.Answers.answered(fetch.url(), at, status, body))
                .pass(5);

        assertThat(chain.found()).containsExactly("rendition_unavailable");
        assertThat(of(chain, "1080p_5M")).allMatch(report -> report.outcome() instanceof Outcome.Unreachable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#EXT-X-MEDIA-SEQUENCE:none\n"})
    void equalBytesAreHeldAndReadOnceHoweverBadTheyAre(String more) {
        Chain chain = chain().shows(HD, live(100).text() + more)
                .shows(MANIFEST, Chain.TWO_RUNGS + (more.isEmpty() ? "" : "#EXT-X-STREAM-INF:BANDWIDTH=none\na\n"))
                .pass(180);

        for (String rendition : List.of("1080p_5M", "manifest")) {
            List<Outcome.Fetched> fetched = of(chain, rendition).stream()
                    .map(PollReport::outcome)
                    .filter(Outcome.Fetched.class::isInstance)
                    .map(Outcome.Fetched.class::cast)
                    .toList();
            assertThat(fetched).hasSizeGreaterThan(1);
            assertThat(fetched.stream().map(Outcome.Fetched::document).distinct())
                    .hasSize(1);
            assertThat(fetched.stream()
                            .map(one -> System.identityHashCode(one.exchange().body()))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void ofAPageWithAnErrorOnlyTheBeginningIsHeld() {
        byte[] page = new byte[4 << 20];
        Chain chain = chain().answers(
                        HD, (fetch, at) -> io.rungwatch.stage.Answers.answered(fetch.url(), at, 404, page))
                .pass(5);

        assertThat(of(chain, "1080p_5M"))
                .isNotEmpty()
                .allMatch(report -> ((Exchange.Answered) report.outcome().exchange()).body().length == 64 << 10);
    }

    @Test
    void notModifiedMeansNothingToOneWhoHasNothing() {
        Chain chain =
                chain().answers(HD, (fetch, at) -> notModified(fetch.url(), at)).pass(5);

        assertThat(chain.found()).containsExactly("rendition_unavailable");
    }

    @Test
    void anUnchangedBodyIsTheSameDocument() {
        Chain chain = chain().shows(HD, live(100).text()).pass(9);
        List<PollReport> reports = of(chain, "1080p_5M");

        assertThat(reports).hasSizeGreaterThan(1);
        assertThat(((Outcome.Fetched) reports.get(0).outcome()).changed()).isTrue();
        assertThat(((Outcome.Fetched) reports.get(1).outcome()).changed()).isFalse();
        assertThat(((Outcome.Fetched) reports.get(1).outcome()).document())
                .isSameAs(((Outcome.Fetched) reports.get(0).outcome()).document());
    }

    @Test
    void findingsOfADocumentHoldAsLongAsItDoes() {
        Chain chain = chain().shows(HD, live(100).text().replace("#EXT-X-TARGETDURATION:6\n", ""))
                .pass(9);

        assertThat(of(chain, "1080p_5M"))
                .hasSizeGreaterThan(2)
                .allSatisfy(report -> assertThat(report.findings())
                        .extracting(finding -> finding.check().id())
                        .contains("target_duration_missing"));
    }

    @Test
    void aLateProbeSaysNothing() {
        Chain chain = chain().pass(20)
                .says(HD, 404)
                .says(MANIFEST, 500)
                .forgetThePast()
                .sleep(66.5);

        assertThat(of(chain, "1080p_5M")).isNotEmpty().allSatisfy(report -> {
            assertThat(report.outcome()).isInstanceOf(Outcome.NotJudged.class);
            assertThat(report.findings())
                    .extracting(finding -> finding.check().id())
                    .containsExactly("probe_cannot_judge");
            assertThat(report.judged()).containsExactly(Input.PROBE);
        });
        assertThat(((Outcome.NotJudged) of(chain, "1080p_5M").getFirst().outcome()).reason())
                .matches("the probe asked \\d+ ms later than it meant to");
    }

    @Test
    void halfATargetDurationLateIsTheLimit() {
        Chain chain = chain().pass(0.9);
        double due = Duration.between(chain.now(), chain.watch().nextDue()).toMillis() / 1000.0;

        chain.forgetThePast().sleep(due + 2.999);

        assertThat(chain.reports()).isNotEmpty().noneMatch(report -> report.outcome() instanceof Outcome.NotJudged);
    }

    @Test
    void whatALateProbeSawIsStillRemembered() {
        Chain chain = chain().pass(20).sleep(66.5).forgetThePast().pass(20);

        assertThat(chain.found())
                .as("neither a gap nor a stale playlist, for the probe was blind")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 429})
    void aProbeThatNobodyLetsInSaysOnlyThat(int status) {
        Chain chain = new Chain(Channels.live(PACKAGER, ORIGIN, EDGE))
                .pass(20)
                .says(HD, status)
                .says(SD, status)
                .says(MANIFEST, status)
                .pass(20)
                .forgetThePast()
                .pass(30);

        assertThat(chain.reports()).hasSizeGreaterThan(20).allSatisfy(report -> {
            assertThat(((Outcome.NotJudged) report.outcome()).reason())
                    .isEqualTo("the probe is not let in anywhere: HTTP " + status);
            assertThat(report.findings())
                    .extracting(finding -> finding.check().id())
                    .containsExactly("probe_cannot_judge");
            assertThat(report.judged()).containsExactly(Input.PROBE);
        });
    }

    @Test
    void whoIsLetInToTheOtherRungIsNotShutOut() {
        Chain chain = new Chain(Channels.live(PACKAGER, ORIGIN, EDGE))
                .pass(20)
                .says(HD, 403)
                .pass(6)
                .forgetThePast()
                .pass(30);

        assertThat(of(chain, "1080p_5M"))
                .hasSizeGreaterThan(9)
                .allSatisfy(report -> assertThat(report.findings())
                        .extracting(finding -> finding.check().id())
                        .contains("rendition_unavailable"));
        assertThat(of(chain, "720p_2M")).allMatch(report -> report.findings().isEmpty());
    }

    @Test
    void oneLayerThatRefusesIsWrongWhereAnotherLetsUsIn() {
        Chain chain = new Chain(Channels.live(PACKAGER, EDGE))
                .pass(20)
                .answers(
                        HD,
                        (fetch, at) -> fetch.url().host().startsWith("edge")
                                ? status(fetch.url(), at, 403)
                                : ok(fetch.url(), at, LivePlaylist.at(at).bytes()))
                .forgetThePast()
                .pass(20);

        assertThat(chain.found()).containsExactly("rendition_unavailable");
        assertThat(chain.reports()).noneMatch(report -> report.outcome() instanceof Outcome.NotJudged);
    }

    @Test
    void nobodyIsWokenInMaintenance() {
        Maintenance window = new Maintenance(START.plusSeconds(10), START.plusSeconds(40), "encoder swap");
        Chain chain = new Chain(Channels.maintained(Channels.live(PACKAGER), window))
                .says(HD, 404)
                .pass(60);

        assertThat(of(chain, "1080p_5M"))
                .allSatisfy(report -> assertThat(report.outcome() instanceof Outcome.NotJudged)
                        .isEqualTo(window.covers(report.at())));
        assertThat(((Outcome.NotJudged) at(chain, 15).outcome()).reason())
                .isEqualTo("maintenance until 2026-03-01T00:01:17Z: encoder swap");
        assertThat(chain.found()).as("before and after").contains("rendition_unavailable");
    }

    @Test
    void aCheckThatThrowsIsOurFaultAndTheOthersRun() {
        List<Check> checks = new ArrayList<>(ManifestChecks.ALL);
        checks.add(0, new Throwing());
        Chain chain = new Chain(Channels.live(PACKAGER), checks);
        chain.shows(HD, live(100).text().replace("#EXT-X-TARGETDURATION:6\n", ""))
                .pass(2);

        assertThat(of(chain, "1080p_5M").getFirst().faults())
                .containsExactly(new ProbeFault("throwing", "java.lang.IllegalStateException: a bug of ours"));
        assertThat(chain.found()).containsExactly("target_duration_missing");
    }

    @Test
    void aContradictionIsBelievedAtTheThirdLook() {
        Chain chain = chain().pass(8).forgetThePast();
        chain.shows(
                        HD,
                        at -> LivePlaylist.at(at.minusSeconds(540))
                                .dated(Duration.ofMinutes(9))
                                .named("new_"))
                .pass(30);
        List<Boolean> found = of(chain, "1080p_5M").stream()
                .map(report -> !report.findings().isEmpty())
                .toList();

        assertThat(found.subList(0, 3))
                .as("the first look, the second and the next poll")
                .containsOnly(true);
        assertThat(found.subList(3, found.size()))
                .as("from then on it is the new stream")
                .containsOnly(false);
    }

    @Test
    void aContradictionThatWasGoneAMomentLaterChangesNothing() {
        Chain chain = chain().pass(8).forgetThePast();
        int[] polls = {0};
        chain.shows(HD, at -> polls[0]++ == 0 ? live(3).named("new_") : LivePlaylist.at(at))
                .pass(30);
        List<PollReport> reports = of(chain, "1080p_5M");

        assertThat(reports.get(0).findings()).hasSize(1);
        assertThat(reports.subList(1, reports.size()))
                .allMatch(report -> report.findings().isEmpty());
    }

    @Test
    void theProfileSwitchesOffAndSetsSeverities() {
        CheckSetting minor = new CheckSetting(true, Optional.of(Severity.MINOR), OptionalDouble.empty());
        ChannelProfile off = Channels.set(Channels.live(PACKAGER), "rendition_unavailable", CheckSetting.OFF);
        ChannelProfile mild = Channels.set(Channels.live(PACKAGER), "rendition_unavailable", minor);

        assertThat(new Chain(off).says(HD, 404).pass(20).found()).isEmpty();
        assertThat(of(new Chain(mild).says(HD, 404).pass(5), "1080p_5M")
                        .getFirst()
                        .findings())
                .extracting(Finding::severity)
                .containsOnly(Severity.MINOR);
    }

    @Test
    void whatHadNothingToLookAtIsNotJudged() {
        Chain chain = chain().says(HD, 404).pass(2);

        assertThat(of(chain, "1080p_5M").getFirst().judged()).containsExactlyInAnyOrder(Input.PROBE, Input.EXCHANGE);
        assertThat(of(chain, "720p_2M").getFirst().judged())
                .containsExactlyInAnyOrder(
                        Input.PROBE,
                        Input.EXCHANGE,
                        Input.DOCUMENT,
                        Input.INTERSTITIALS,
                        Input.RELOADS,
                        Input.STEP,
                        Input.TWINS,
                        Input.PAST,
                        Input.RENDITIONS);
    }

    @Test
    void whenAllIsWellNothingIsFound() {
        Chain chain = new Chain(Channels.live(PACKAGER, Channels.ORIGIN, Channels.EDGE)).pass(3600);

        assertThat(chain.found()).isEmpty();
        assertThat(chain.reports()).hasSizeGreaterThan(3000);
    }

    private static Chain chain() {
        return new Chain(Channels.live(PACKAGER));
    }

    private static List<PollReport> of(Chain chain, String rendition) {
        return chain.reports().stream()
                .filter(report -> report.where().rendition().name().equals(rendition))
                .toList();
    }

    private static PollReport at(Chain chain, int seconds) {
        return of(chain, "1080p_5M").stream()
                .filter(report -> report.at().isAfter(START.plusSeconds(seconds)))
                .findFirst()
                .orElseThrow();
    }

    private static final class Throwing implements StepCheck {
        private static final CheckInfo INFO =
                StepCheck.declare("throwing", Severity.MAJOR, Owner.PROBE, Confirm.AT_ONCE);

        @Override
        public CheckInfo info() {
            return INFO;
        }

        @Override
        public List<Finding> check(Step<MediaPlaylist> step, ChannelProfile profile) {
            throw new IllegalStateException("a bug of ours");
        }
    }
}
