package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.AllChecks;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.report.Look;
import io.rungwatch.report.Seen;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.url.Url;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HarFileTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String MASTER = "/live/CH_001/master.m3u8";
    private static final String RUNG = "/live/CH_001/CH_001_HD_5M.m3u8";

    @Test
    void aBrowsersRecordingIsReadWhateverItsOrderAndEncoding() throws Exception {
        List<Object> entries = new ArrayList<>();
        entries.add(entry("https://www.example.com/", START.minusSeconds(1), "<html>", false));
        entries.add(entry("data:image/png;base64,AAAA", START, "", false));
        entries.add(simulated(MASTER, START, false));
        entries.add(simulated(RUNG, START.plusSeconds(1), true));
        Collections.reverse(entries);

        List<Recorded> recorded = HarFile.read(har(entries)).entries();

        assertThat(recorded).extracting(r -> r.url().path()).containsExactly("/", MASTER, RUNG);
        assertThat(recorded.getLast().exchange()).isInstanceOf(Exchange.Answered.class);
        assertThat(text(recorded.getLast())).startsWith("#EXTM3U");
    }

    @Test
    void aRungThatFreezesInARecordingIsFound() throws Exception {
        List<Object> entries = new ArrayList<>();
        entries.add(simulated(MASTER, START, false));
        Simulator frozen = simulator().withFault("frozen_rung channel=CH_001 rendition=HD", START.plusSeconds(30));
        for (int second = 1; second < 60; second += 6) {
            entries.add(answered(frozen, RUNG, START.plusSeconds(second), second % 4 == 1));
        }

        Look look = replay(HarFile.read(har(entries)));

        assertThat(look.findings())
                .extracting(seen -> seen.finding().check().id())
                .containsExactly("playlist_stale");
        assertThat(look.polls()).isEqualTo(11);
    }

    @Test
    void aCleanRecordingAndOneOfNothingButAPlaylistAreClean() throws Exception {
        List<Object> entries = new ArrayList<>();
        for (int second = 0; second < 60; second += 6) {
            entries.add(simulated(RUNG, START.plusSeconds(second), false));
        }

        Look look = replay(HarFile.read(har(entries)));

        assertThat(look.findings()).isEmpty();
        assertThat(look.answered()).isPositive();
    }

    @Test
    void whatIsNoRecordingIsRefusedInWords() {
        assertThatThrownBy(() -> HarFile.read("no".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("this is no JSON, and so no HAR file");
        assertThatThrownBy(() -> HarFile.read("{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not a HAR file");
    }

    @Test
    void whatTheRecordingDoesNotHoldIsPassedOverAndCounted() throws Exception {
        List<Object> entries = new ArrayList<>();
        entries.add(simulated(MASTER, START, false));
        entries.add(simulated(RUNG, START.plusSeconds(1), false));
        for (int second = 7; second < 120; second += 6) {
            entries.add(bare("http://packager" + RUNG, START.plusSeconds(second), 0, Json.object()));
        }
        entries.add(bare("http://packager" + MASTER, START.plusSeconds(60), 200, Json.object("size", 500)));
        entries.add(bare("http://packager/logo.png", START.plusSeconds(60), 200, Json.object("size", 500)));

        HarFile recording = HarFile.read(har(entries));
        Look look = new Look();
        Replay replay = replayInto(look);
        replay.play(recording);

        assertThat(look.findings()).isEmpty();
        assertThat(recording.unseen()).hasSize(21);
        assertThat(replay.unseen()).isEqualTo(20);
    }

    @Test
    void aRedirectAndItsTargetAreOneAnswerOfOneChannel() throws Exception {
        List<Object> entries = new ArrayList<>();
        entries.add(redirect("http://cdn/in" + MASTER, START, "/on" + MASTER));
        entries.add(redirect("http://cdn/on" + MASTER, START.plusMillis(20), "http://packager" + MASTER));
        entries.add(simulated(MASTER, START.plusMillis(40), false));
        entries.add(redirect("http://packager" + RUNG, START.plusSeconds(1), "http://edge" + RUNG));
        entries.add(atTheEdge(START.plusSeconds(1)));
        // Some players go on where they were led to.
        entries.add(atTheEdge(START.plusSeconds(7)));

        HarFile recording = HarFile.read(har(entries));
        Look look = new Look();
        Replay replay = replayInto(look);
        replay.play(recording);

        Recorded first = recording.entries().getFirst();
        assertThat(first.url()).hasToString("http://cdn/in" + MASTER);
        assertThat(first.exchange().startedAt()).isEqualTo(START);
        assertThat(first.exchange().hops())
                .extracting(Url::toString)
                .containsExactly("http://cdn/on" + MASTER, "http://packager" + MASTER);
        assertThat(first.exchange().timing().total()).isEqualTo(52_500_000L);
        assertThat(((Exchange.Answered) first.exchange()).finalUrl()).hasToString("http://packager" + MASTER);
        assertThat(recording.entries()).hasSize(3);
        assertThat(replay.channels()).isEqualTo(1);
        assertThat(replay.others()).isZero();
        assertThat(look.findings())
                .extracting(seen -> seen.finding().check().id())
                .doesNotContain("rendition_unavailable", "manifest_unavailable");
    }

    @Test
    void aRedirectWhoseTargetIsNotThereIsPassedOver() throws Exception {
        HarFile recording = HarFile.read(har(List.of(
                redirect("http://cdn" + MASTER, START, "http://packager" + MASTER),
                simulated(MASTER, START.plusSeconds(60), false))));

        assertThat(recording.entries())
                .extracting(entry -> entry.url().toString())
                .containsExactly("http://packager" + MASTER);
        assertThat(recording.unseen()).extracting(Url::toString).containsExactly("http://cdn" + MASTER);
    }

    @Test
    void notModifiedMeansTheBodyBeforeItIfTheRecordingHasIt() throws Exception {
        String url = "http://packager" + MASTER;
        HarFile recording = HarFile.read(har(List.of(
                bare(url, START, 304, Json.object("size", 0)),
                simulated(MASTER, START.plusSeconds(1), false),
                bare(url, START.plusSeconds(2), 304, Json.object("size", 0)),
                bare(url, START.plusSeconds(3), 200, Json.object("size", 500)),
                bare(url, START.plusSeconds(4), 304, Json.object("size", 0)))));

        assertThat(recording.entries()).hasSize(2);
        assertThat(text(recording.entries().getLast()))
                .isEqualTo(text(recording.entries().getFirst()));
        assertThat(recording.unseen()).hasSize(3);
    }

    private static Map<String, ?> atTheEdge(Instant at) {
        return entry(
                "http://edge" + RUNG,
                at,
                simulator().answer(at, "packager", Request.get(RUNG)).text(),
                false);
    }

    private static Map<String, ?> bare(String url, Instant at, int status, Map<String, ?> content) {
        return Json.object(
                "startedDateTime", at.toString(),
                "request", Json.object("method", "GET", "url", url),
                "response", Json.object("status", status, "content", content));
    }

    private static Map<String, ?> redirect(String url, Instant at, String target) {
        return Json.object(
                "startedDateTime", at.toString(),
                "time", 10,
                "request", Json.object("method", "GET", "url", url),
                "response",
                        Json.object(
                                "status",
                                302,
                                "redirectURL",
                                target,
                                "headers",
                                List.of(Json.object("name", "Location", "value", target)),
                                "content",
                                Json.object("size", 0)));
    }

    private static Replay replayInto(Look look) throws Exception {
        Layer layer =
                new Layer("packager", Layer.Kind.PACKAGER, "packager", Url.parse("http://packager/"), Optional.empty());
        return new Replay(AllChecks.LIST, url -> ChannelProfile.unknown("CH", url.toString(), List.of(layer)), look);
    }

    private static Look replay(HarFile recording) throws Exception {
        Look look = new Look();
        replayInto(look).play(recording);
        for (Seen seen : look.findings()) {
            assertThat(seen.where().channel()).isEqualTo("CH");
        }
        return look;
    }

    private static Simulator simulator() {
        return new Simulator(Presets.standard(1, Duration.ofSeconds(6)));
    }

    private static Map<String, ?> simulated(String path, Instant at, boolean base64) {
        return answered(simulator(), path, at, base64);
    }

    private static Map<String, ?> answered(Simulator simulator, String path, Instant at, boolean base64) {
        return entry(
                "http://packager" + path,
                at,
                simulator.answer(at, "packager", Request.get(path)).text(),
                base64);
    }

    private static Map<String, ?> entry(String url, Instant at, String text, boolean base64) {
        String content = base64 ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) : text;
        return Json.object(
                "startedDateTime",
                at.toString(),
                "time",
                12.5,
                "request",
                Json.object("method", "GET", "url", url),
                "response",
                Json.object(
                        "status",
                        200,
                        "headers",
                        List.of(Json.object("name", "Content-Type", "value", "application/vnd.apple.mpegurl")),
                        "content",
                        base64
                                ? Json.object("text", content, "encoding", "base64", "size", text.length())
                                : Json.object("text", content, "size", text.length())));
    }

    private static byte[] har(List<?> entries) {
        return Json.write(Json.object("log", Json.object("version", "1.2", "entries", entries)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Recorded recorded) {
        return new String(((Exchange.Answered) recorded.exchange()).body(), StandardCharsets.UTF_8);
    }
}
