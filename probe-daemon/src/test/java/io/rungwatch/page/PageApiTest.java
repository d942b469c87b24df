package io.rungwatch.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.Daemon;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Configuration;
import io.rungwatch.json.Json;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.server.SimulatorServer;
import io.rungwatch.simulator.stream.Dash;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the page asks the daemon for, without a browser. */
class PageApiTest {
    private static final String TOKEN = "let-me-in";

    @TempDir
    private Path folder = Path.of("");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private SimulatorServer simulator;
    private HttpServer signing;
    private Daemon daemon;
    private String api;

    @BeforeEach
    void start() throws Exception {
        Simulator world = new Simulator(Presets.world(2, Presets.dash(Duration.ofSeconds(2), Dash.Addressing.TIME)));
        simulator = SimulatorServer.start(vertx, world, InstantSource.system())
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        signing = vertx.createHttpServer()
                .requestHandler(PageApiTest::signed)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        daemon = new Daemon(configuration(), InstantSource.system(), System::nanoTime);
        api = "http://127.0.0.1:" + daemon.listen();
    }

    @AfterEach
    void stop() throws Exception {
        daemon.close();
        simulator.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        vertx.close();
    }

    @Test
    void theBrowserMayRunNothingButThePagesOwnFiles() throws Exception {
        HttpResponse<String> page =
                client.send(HttpRequest.newBuilder(URI.create(api + "/")).build(), BodyHandlers.ofString());

        assertThat(page.statusCode())
                .as("no token is needed to see the empty page")
                .isEqualTo(200);
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy).contains("default-src 'none'", "script-src 'self';").doesNotContain("unsafe", "http");
        assertThat(page.body()).doesNotContain("<script>", "<style", "style=", "https://");
        String tag = page.headers().firstValue("ETag").orElse("");
        HttpRequest again = HttpRequest.newBuilder(URI.create(api + "/"))
                .header("If-None-Match", tag)
                .build();
        assertThat(client.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
        assertThat(get("/page/app.js").headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(get("/page/../logback.xml").statusCode()).isEqualTo(404);
        assertThat(get("/page/%2e%2e/logback.xml").statusCode()).isEqualTo(404);
    }

    @Test
    @Timeout(60)
    void theStreamTellsAllAtFirstAndThenWhatChanges() throws Exception {
        await("/api/v1/channels/CH_001", body -> body.path("manifests").size() > 20);
        HttpResponse<InputStream> stream = client.send(request("/api/v1/events").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            JsonNode whole = next(lines);
            assertThat(whole.path("whole").asBoolean()).isTrue();
            assertThat(whole.path("layers").size()).isEqualTo(4);
            assertThat(whole.path("channels").path(0).path(0).asString()).isEqualTo("CH_001");
            assertThat(whole.path("channels").path(1).path(4).asString()).matches("[.?]{4}");

            simulator.addFault("status code=503 channel=CH_002 layer=origin");
            List<JsonNode> told = new ArrayList<>();
            while (told.isEmpty() || !marks(told.getLast(), "CH_002").contains("4")) {
                told.add(next(lines));
                assertThat(told).hasSizeLessThan(60);
                assertThat(told.getLast().has("whole")).isFalse();
            }
            assertThat(marks(told.getLast(), "CH_002")).startsWith(".4");
            assertThat(told)
                    .as("who did not change is not told again")
                    .anyMatch(message -> marks(message, "CH_001").isEmpty());
        }
    }

    @Test
    void whatIsUnderMaintenanceSaysSo() throws Exception {
        HttpResponse<InputStream> stream = client.send(request("/api/v1/events").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            JsonNode rows = next(lines).path("channels");

            assertThat(rows.path(0).has(7)).isFalse();
            assertThat(rows.path(2).path(7).path("until").asString()).isEqualTo("2056-12-01T00:00:00Z");
            assertThat(rows.path(2).path(7).path("reason").asString()).isEqualTo("encoder swap");
        }
        JsonNode channels = await("/api/v1/channels", body -> true).path("channels");
        assertThat(channels.path(0).path("maintenance").isNull()).isTrue();
        assertThat(channels.path(2).path("maintenance").toString())
                .isEqualTo(
                        "{\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2056-12-01T00:00:00Z\",\"reason\":\"encoder swap\"}");
    }

    /** A letter for each layer; empty where the message says nothing of the channel. */
    private static String marks(JsonNode message, String channel) {
        for (JsonNode row : message.path("channels")) {
            if (row.path(0).asString().equals(channel)) {
                return row.path(4).asString();
            }
        }
        return "";
    }

    @Test
    void whatReadsAreProtectedByTheStreamIsToo() throws Exception {
        HttpRequest without =
                HttpRequest.newBuilder(URI.create(api + "/api/v1/events")).build();

        assertThat(client.send(without, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    @Timeout(60)
    void fiftyPagesMayBeOpenAndNoMore() throws Exception {
        List<HttpResponse<InputStream>> open = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            open.add(client.send(request("/api/v1/events").build(), BodyHandlers.ofInputStream()));
        }
        assertThat(open).allMatch(stream -> stream.statusCode() == 200);
        assertThat(get("/api/v1/events").body()).contains("too many pages are open");

        for (HttpResponse<InputStream> stream : open) {
            stream.body().close();
        }
        for (HttpResponse<InputStream> again = open.getFirst();
                again.statusCode() != 200 || again == open.getFirst(); ) {
            again = client.send(request("/api/v1/events").build(), BodyHandlers.ofInputStream());
        }
    }

    @Test
    void aChannelShowsItsSegmentsItsLadderAndItsProfile() throws Exception {
        JsonNode channel = await(
                "/api/v1/channels/CH_001/debug",
                body -> body.path("manifests").size() > 20
                        && body.path("ladder").path("found").size() == 8);

        JsonNode hls = manifest(channel, "hls", "HD");
        JsonNode segments = hls.path("tracks").path(0).path("segments");
        assertThat(segments.size()).isBetween(4, 60);
        JsonNode last = segments.path(segments.size() - 1);
        assertThat(last.path(2).asLong()).isEqualTo(2000);
        JsonNode dash = manifest(channel, "dash", "manifest");
        assertThat(dash.path("tracks").size()).isEqualTo(6);
        JsonNode track = dash.path("tracks").path(0).path("segments");
        assertThat(Math.abs(track.path(track.size() - 1).path(1).asLong()
                        - last.path(1).asLong()))
                .as("HLS and DASH of one packager lie on one axis")
                .isLessThan(20_000);
        assertThat(channel.path("profile").asString()).contains("channel: CH_001", "ladder:");
        JsonNode history = await(
                "/api/v1/channels/CH_001/history",
                body -> body.path("layers").path(0).path("lag").size() > 0);
        assertThat(history.path("layers").size()).isEqualTo(4);
        assertThat(history.path("layers").path(3).path("lag").path(0).path(1).asDouble())
                .isBetween(0.1, 20.0);
        assertThat(await("/api/v1/layers", body -> true)
                        .path("layers")
                        .path(3)
                        .path("kind")
                        .asString())
                .isEqualTo("edge");
        assertThat(get("/api/v1/catalogue/playlist_stale").body()).contains("impact", "action");
        assertThat(get("/api/v1/catalogue/nope").statusCode()).isEqualTo(404);
    }

    @Test
    void aUrlIsCheckedAsTheCommandLineDoes() throws Exception {
        String url = simulator.layer("origin") + "/live/CH_001/master.m3u8";
        HttpRequest without = HttpRequest.newBuilder(URI.create(api + "/api/v1/check"))
                .POST(BodyPublishers.ofString("{\"url\":\"" + url + "\"}"))
                .build();
        assertThat(client.send(without, BodyHandlers.ofString()).statusCode()).isEqualTo(401);

        HttpResponse<String> begun = post("/api/v1/check", "{\"url\":\"" + url + "\"}");

        assertThat(begun.statusCode()).isEqualTo(202);
        JsonNode done = await(
                "/api/v1/checks/"
                        + Json.read(begun.body().getBytes(StandardCharsets.UTF_8))
                                .path("id")
                                .asString(),
                body -> body.path("state").asString().equals("done"));
        assertThat(done.path("result").path("summary").path("answered").asInt()).isEqualTo(7);
        assertThat(done.path("result").path("samples").size()).isPositive();
        assertThat(get("/api/v1/checks/nope").statusCode()).isEqualTo(404);
    }

    private static final String CREDENTIAL = "hdnts=exp=1~hmac=abcdef0123456789";

    /** An origin that signs what it names, and has lost its segments. */
    private static void signed(HttpServerRequest request) {
        if (request.path().endsWith(".ts")) {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Set-Cookie", "sid=ab1; Path=/")
                    .end();
        } else {
            request.response()
                    .putHeader("Content-Type", "application/vnd.apple.mpegurl")
                    .end("""
                            #EXTM3U
                            #EXT-X-TARGETDURATION:2
                            #EXT-X-MEDIA-SEQUENCE:7
                            #EXT-X-KEY:METHOD=AES-128,URI="http://127.0.0.1:9/key?CREDENTIAL"
                            #EXTINF:2.0,
                            seg_7.ts?CREDENTIAL
                            #EXTINF:9.0,
                            seg_8.ts?CREDENTIAL
                            #EXTINF:2.0,
                            seg_9.ts?CREDENTIAL
                            """.replace("CREDENTIAL", CREDENTIAL));
        }
    }

    @Test
    void whatACheckFoundShowsNoCredentials() throws Exception {
        String url = "http://127.0.0.1:" + signing.actualPort() + "/live/a.m3u8?" + CREDENTIAL;

        HttpResponse<String> begun = post("/api/v1/check", "{\"url\":\"" + url + "\"}");

        assertThat(begun.body()).contains("/live/a.m3u8?hdnts=REDACTED-1");
        JsonNode done = await(
                "/api/v1/checks/"
                        + Json.read(begun.body().getBytes(StandardCharsets.UTF_8))
                                .path("id")
                                .asString(),
                body -> body.path("state").asString().equals("done"));
        assertThat(done.path("result").path("findings").size()).isPositive();
        assertThat(done.path("result").path("samples").path(0).path("url").asString())
                .endsWith(".ts?hdnts=REDACTED-1");
        assertThat(done.toString()).doesNotContain("abcdef0123456789");
    }

    /** Of a segment too, whose answer may hold a cookie that nothing but its header's name gives away. */
    @Test
    void aChannelShowsNoCredentials() throws Exception {
        daemon.apply(load(
                """
                http: { listen: 127.0.0.1:0, token: %s }
                layers: [ { layer: origin, kind: origin, team: cdn, base: "http://127.0.0.1:%d" } ]
                state: state/
                channels: signed/
                """.formatted(TOKEN, signing.actualPort()),
                "signed",
                "channel: CH_005\nmanifests: { hls: /live/a.m3u8 }\n"));

        JsonNode channel = await(
                "/api/v1/channels/CH_005/debug",
                body -> body.path("chain").path(0).has("sample")
                        && body.path("chain").path(0).path("sample").isObject());

        assertThat(channel.path("chain").path(0).path("sample").path("url").asString())
                .endsWith(".ts?hdnts=REDACTED-1");
        assertThat(channel.path("chain").path(0).path("fetched").path("headers").toString())
                .contains("Set-Cookie: REDACTED-1");
        assertThat(channel.toString()).doesNotContain("abcdef0123456789", "sid=ab1");
    }

    @Test
    void aCheckReachesNoHostThatTheDaemonMayNotAsk() throws Exception {
        int own = URI.create(api).getPort();
        HttpResponse<String> begun = post("/api/v1/check", "{\"url\":\"http://127.0.0.1:" + own + "/metrics\"}");

        JsonNode done = await(
                "/api/v1/checks/"
                        + Json.read(begun.body().getBytes(StandardCharsets.UTF_8))
                                .path("id")
                                .asString(),
                body -> body.path("state").asString().equals("done"));
        assertThat(done.path("result").path("summary").path("answered").asInt()).isZero();
        assertThat(done.toString()).doesNotContain("rungwatch_channels");
    }

    @Test
    void whatIsAskedWronglyIsAnsweredPlainly() throws Exception {
        assertThat(post("/api/v1/check", "{\"url\":\"ftp://a/b\"}").body()).contains("begins with http://");
        assertThat(post("/api/v1/check", "{}").body()).contains("'url' is missing");
        assertThat(post("/api/v1/check", "{\"url\":\"http://a/b\",\"seconds\":61}")
                        .body())
                .contains("from 0 to 60");
        assertThat(post("/api/v1/check", "{\"url\":\"http://a/b\",\"secs\":6}").body())
                .contains("unknown key 'secs'");
    }

    @Test
    void noMoreThanTwoUrlsAreCheckedAtOnce() throws Exception {
        String body = "{\"url\":\"" + simulator.layer("origin") + "/live/CH_001/master.m3u8\",\"seconds\":20}";

        assertThat(post("/api/v1/check", body).statusCode()).isEqualTo(202);
        assertThat(post("/api/v1/check", body).statusCode()).isEqualTo(202);
        assertThat(post("/api/v1/check", body).statusCode()).isEqualTo(429);
    }

    private static JsonNode manifest(JsonNode channel, String protocol, String rendition) {
        for (JsonNode manifest : channel.path("manifests")) {
            if (manifest.path("protocol").asString().equals(protocol)
                    && manifest.path("rendition").asString().equals(rendition)) {
                return manifest;
            }
        }
        throw new AssertionError("no " + protocol + " " + rendition + " in " + channel);
    }

    private static JsonNode next(BufferedReader lines) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                return Json.read(line.substring(6).getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new AssertionError("the stream ended");
    }

    private Configuration configuration() throws Exception {
        StringBuilder yaml = new StringBuilder(
                "http: { listen: 127.0.0.1:0, token: " + TOKEN + " }\nchannels: channels/\nlayers:\n");
        simulator
                .layers()
                .forEach((name, base) -> yaml.append("  - { layer: %s, kind: %s, team: %s, base: \"%s\" }\n"
                        .formatted(
                                name, name.replaceAll("-.*", ""), name.equals("packager") ? "packager" : "cdn", base)));
        yaml.append("""
                sampling: { segments: off }
                state: state/
                targets: { allow: [ "127.0.0.1:SIGNING" ] }
                defaults: { manifests: { hls: "/live/{channel}/master.m3u8", dash: "/live/{channel}/manifest.mpd" } }
                """.replace("SIGNING", String.valueOf(signing.actualPort())));
        return load(yaml.toString(), "channels", """
                channel: CH_001
                ladder: [ { rung: HD, bitrate: 5M, resolution: 1920x1080, codec: avc } ]
                ---
                channel: CH_002
                ---
                channel: CH_003
                maintenance: [ { from: 2026-01-01T00:00Z, to: 2056-12-01T00:00Z, reason: encoder swap } ]
                """);
    }

    private Configuration load(String yaml, String channels, String profiles) throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve(channels)).resolve("all.yaml"), profiles);
        Path file = Files.writeString(folder.resolve("rungwatch.yaml"), yaml);
        return switch (ConfigLoader.load(file)) {
            case ConfigLoader.Loaded loaded -> loaded.configuration();
            case ConfigLoader.Refused refused -> throw new AssertionError(refused.errors());
        };
    }

    private JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
        CompletableFuture<JsonNode> found = new CompletableFuture<>();
        long timer = vertx.setPeriodic(100, tick -> {
            var unused = client.sendAsync(request(path).build(), BodyHandlers.ofByteArray())
                    .thenAccept(answer -> {
                        JsonNode body = Json.read(answer.body());
                        if (wanted.test(body)) {
                            found.complete(body);
                        }
                    });
        });
        try {
            return found.get(60, TimeUnit.SECONDS);
        } finally {
            vertx.cancelTimer(timer);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "Bearer " + TOKEN);
    }
}
