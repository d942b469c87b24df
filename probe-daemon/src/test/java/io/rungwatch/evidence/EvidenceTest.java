package io.rungwatch.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.AllChecks;
import io.rungwatch.alert.Alert;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Rendition;
import io.rungwatch.drive.HarFile;
import io.rungwatch.drive.Recorded;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.hls.Hls;
import io.rungwatch.json.Json;
import io.rungwatch.profile.Layer;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is kept of the polls of one place. */
class EvidenceTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final CheckInfo CHECK = AllChecks.LIST.stream()
            .map(Check::info)
            .filter(info -> info.id().equals("playlist_stale"))
            .findFirst()
            .orElseThrow();
    private static final Timing TIMING = new Timing(0, 0, 0, 2_000_000, 3_000_000, true);

    private final Recorder recorder = new Recorder();
    private Url url;
    private Where where;
    private Layer layer;
    private int second;

    @BeforeEach
    void place() throws BadUrl {
        url = Url.parse("http://edge/live/hd.m3u8");
        layer = new Layer("edge", Layer.Kind.EDGE, "cdn", Url.parse("http://edge/"), Optional.empty());
        where = new Where("CH_001", Protocol.HLS, layer, new Rendition("HD", Rendition.Kind.VIDEO));
    }

    @Test
    void nothingSeenIsNoEvidence() {
        assertThat(recorder.capture(alert())).isEmpty();
    }

    @Test
    void aCleanPlaceIsTheBodyBeforeThisBodyAndTheLastAnswer() {
        for (String body : List.of("a", "b", "c", "c", "c")) {
            fetched(body, !body.equals(body(last())));
        }

        assertThat(bodies()).containsExactly("b", "c", "c");
        assertThat(recorder.capture(alert()).orElseThrow().shots().getLast().at())
                .isEqualTo(START.plusSeconds(5));
    }

    @Test
    void theFirstBadOnesAreKeptHoweverLongItLasts() {
        fetched("a", true);
        fetched("b", true);
        for (int i = 0; i < 100; i++) {
            failed(true);
        }

        assertThat(recorder.capture(alert()).orElseThrow().shots())
                .extracting(shot -> shot.exchange() instanceof Exchange.Failed)
                .containsExactly(false, false, true, true, true, true, true);
    }

    @Test
    void whatIsWrongForDaysIsNotHeldForDays() {
        fetched("a", true);
        failed(true);
        second = 16 * 60;
        failed(true);
        failed(true);

        assertThat(bodies()).containsExactly("a");
    }

    @Test
    void theSameBytesAreHeldOnce() {
        fetched("a", true);
        failed(true);
        fetched("a", false);

        List<Shot> shots = recorder.capture(alert()).orElseThrow().shots();
        assertThat(shots.getLast().body()).isSameAs(shots.getFirst().body());
    }

    @Test
    void whatIsBadAndTheSameIsHeldOnceToo() {
        fetched("a", true);
        for (int i = 0; i < 3; i++) {
            second++;
            byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
            report(new Outcome.Unreachable(answered(page, 503)), true);
        }

        List<Shot> shots = recorder.capture(alert()).orElseThrow().shots();
        assertThat(shots.getLast().body()).isSameAs(shots.get(2).body());
        assertThat(((Exchange.Answered) shots.getLast().exchange()).body())
                .isSameAs(shots.getLast().body());
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsNotKeptAndTheFileSaysSo() throws Exception {
        fetched(new byte[Shot.LARGEST], true);
        fetched(new byte[Shot.LARGEST + 1], true);
        unchanged();
        failed(true);

        List<Shot> shots = recorder.capture(alert()).orElseThrow().shots();
        assertThat(shots).extracting(shot -> shot.body().length).containsExactly(0, 0, 0);
        assertThat(((Exchange.Answered) shots.getFirst().exchange()).body()).isEmpty();
        byte[] har = Har.of(recorder.capture(alert()).orElseThrow(), 1 << 20);
        JsonNode entry = Json.read(har).at("/log/entries/0");
        assertThat(entry.at("/comment").asString())
                .isEqualTo("HD at edge: a body of 1048577 bytes was not kept: 1048576 are the most");
        assertThat(entry.at("/response/content/size").asInt()).isEqualTo(1048577);
        assertThat(HarFile.read(har).unseen()).isNotEmpty().allMatch(url::equals);
    }

    @Test
    void afterSomeCleanPollsItIsForgotten() {
        fetched("a", true);
        failed(true);
        for (int i = 0; i < 5; i++) {
            fetched("b" + i, true);
        }

        assertThat(bodies()).containsExactly("b3", "b4");
    }

    @Test
    void aBodyOfA304IsTheOneBefore() throws Exception {
        fetched("#EXTM3U a", true);
        unchanged();
        unchanged();

        byte[] har = Har.of(recorder.capture(alert()).orElseThrow(), 1 << 20);

        assertThat(HarFile.read(har).entries())
                .extracting(recorded ->
                        new String(((Exchange.Answered) recorded.exchange()).body(), StandardCharsets.UTF_8))
                .containsExactly("#EXTM3U a", "#EXTM3U a");
    }

    @Test
    void aFailureIsReadBackAsItWas() throws Exception {
        fetched("a", true);
        failed(true);

        byte[] har = Har.of(recorder.capture(alert()).orElseThrow(), 1 << 20);
        Recorded back = HarFile.read(har).entries().getLast();

        assertThat(back.exchange()).isInstanceOfSatisfying(Exchange.Failed.class, failed -> {
            assertThat(failed.failure()).isEqualTo(Failure.RESET);
            assertThat(failed.startedAt()).isEqualTo(START.plusSeconds(2));
            assertThat(failed.timing().total()).isEqualTo(TIMING.total());
        });
        assertThat(new String(har, StandardCharsets.UTF_8)).doesNotContain("s3cr3t-t0k3n");
    }

    @Test
    void bytesThatAreNoTextComeBackTheSame() throws Exception {
        byte[] latin = "#EXTM3U \u00e9 a.ts?token=s3cr3t".getBytes(StandardCharsets.ISO_8859_1);
        fetched(latin, true);

        byte[] har = Har.of(recorder.capture(alert()).orElseThrow(), 1 << 20);
        Exchange.Answered back =
                (Exchange.Answered) HarFile.read(har).entries().getFirst().exchange();

        assertThat(new String(back.body(), StandardCharsets.ISO_8859_1))
                .isEqualTo("#EXTM3U \u00e9 a.ts?token=REDACTED-1");
    }

    @Test
    void whatIsNoLongerWatchedIsForgotten() {
        fetched("a", true);
        recorder.forget(where);
        assertThat(recorder.capture(alert())).isEmpty();

        fetched("a", true);
        recorder.forgetChannel("CH_001");
        assertThat(recorder.capture(alert())).isEmpty();
    }

    @Test
    void itIsWrittenWhilePollsGoOn(@TempDir Path folder) throws Exception {
        EvidenceFiles files = new EvidenceFiles(folder, EvidenceFiles.Bounds.USUAL, () -> START);
        fetched("#EXTM3U", true);
        failed(true);
        try (Evidence evidence = new Evidence(recorder, files)) {
            evidence.keep("a81f00c2", alert());
        }

        byte[] har = files.read("a81f00c2").orElseThrow();
        assertThat(Json.read(har).at("/log/_rungwatch/check").asString()).isEqualTo("playlist_stale");
        assertThat(HarFile.read(har).entries()).hasSize(2);
    }

    private Exchange.Answered last() {
        return recorder.capture(alert())
                .map(recording ->
                        (Exchange.Answered) recording.shots().getLast().exchange())
                .orElseGet(() -> answered(new byte[0], 200));
    }

    private static String body(Exchange.Answered answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private List<String> bodies() {
        return recorder.capture(alert()).orElseThrow().shots().stream()
                .map(shot -> new String(shot.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private void fetched(String body, boolean changed) {
        fetched(body.getBytes(StandardCharsets.UTF_8), changed);
    }

    private void fetched(byte[] body, boolean changed) {
        second++;
        report(new Outcome.Fetched(answered(body, 200), Hls.parse(body), changed), false);
    }

    private void unchanged() {
        second++;
        report(new Outcome.Fetched(answered(new byte[0], 304), Hls.parse(new byte[0]), false), false);
    }

    private void failed(boolean wrong) {
        second++;
        Exchange failed = new Exchange.Failed(
                START.plusSeconds(second), TIMING, List.of(), Failure.RESET, "at http://edge/a?token=s3cr3t-t0k3n");
        report(new Outcome.Unreachable(failed), wrong);
    }

    private Exchange.Answered answered(byte[] body, int status) {
        return new Exchange.Answered(
                START.plusSeconds(second), TIMING, List.of(), url, "192.0.2.1", status, Headers.NONE, body);
    }

    private void report(Outcome outcome, boolean wrong) {
        List<Finding> findings = wrong ? List.of(Finding.of(CHECK, "stands still")) : List.of();
        recorder.accept(new PollReport(
                where,
                url,
                START.plusSeconds(second),
                outcome,
                findings,
                List.of(),
                Set.of(),
                false,
                Duration.ofSeconds(6)));
    }

    private Alert alert() {
        return new Alert(
                "a81f00c2",
                Finding.of(CHECK, "stands still"),
                CHECK.severity(),
                "cdn",
                "CH_001",
                "CH_001",
                Protocol.HLS,
                layer.name(),
                url,
                List.of("HD"),
                List.of(),
                List.of(),
                START,
                START,
                Optional.empty());
    }
}
