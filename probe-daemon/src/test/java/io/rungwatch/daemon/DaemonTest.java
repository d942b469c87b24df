package io.rungwatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.Daemon;
import io.rungwatch.access.Grant;
import io.rungwatch.access.HttpSettings;
import io.rungwatch.access.Proof;
import io.rungwatch.access.Role;
import io.rungwatch.access.TokenHash;
import io.rungwatch.config.AlertSettings;
import io.rungwatch.config.Configuration;
import io.rungwatch.config.SamplingSettings;
import io.rungwatch.config.StoreSettings;
import io.rungwatch.duty.Flapping;
import io.rungwatch.duty.Rules;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Layer;
import io.rungwatch.profile.Layer.Kind;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.server.SimulatorServer;
import io.rungwatch.snmp.Mib;
import io.rungwatch.snmp.SnmpAccess;
import io.rungwatch.snmp.SnmpSettings;
import io.rungwatch.url.Url;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole daemon against the whole simulator over sockets, with the clock turned up. */
class DaemonTest {
    private static final List<Kind> KINDS = List.of(Kind.PACKAGER, Kind.ORIGIN, Kind.MIDCACHE, Kind.EDGE);

    @TempDir
    private Path state = Path.of("");

    private final FastClock clock = new FastClock(10);
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private SimulatorServer simulator;
    private Daemon daemon;
    private Configuration configuration;
    private String api;

    @BeforeEach
    void start() throws Exception {
        Simulator world = new Simulator(Presets.standard(3, Duration.ofSeconds(6)));
        simulator = SimulatorServer.start(vertx, world, clock)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        configuration = configuration(List.of("CH_001", "CH_002", "CH_003"), Optional.empty());
        daemon = new Daemon(configuration, clock, clock::nanos);
        api = "http://127.0.0.1:" + daemon.listen();
    }

    @AfterEach
    void stop() throws Exception {
        daemon.close();
        simulator.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        vertx.close();
    }

    @Test
    void aFrozenRungIsAnAlertAtThePackagerAndClearsAfterwards() throws Exception {
        await("/api/v1/channels/CH_001", channel -> channel.path("manifests").size() == 28);
        simulator.addFault("frozen_rung channel=CH_001 rendition=HD for=60s");

        JsonNode alert = await(
                        "/api/v1/alerts",
                        body -> body.path("alerts").size() == 1
                                && body.path("alerts").path(0).path("alsoAt").size() == 3)
                .path("alerts")
                .path(0);

        assertThat(alert.path("check").asString()).isEqualTo("playlist_stale");
        assertThat(alert.path("channel").asString()).isEqualTo("CH_001");
        assertThat(alert.path("rendition").asString()).isEqualTo("1080p_5M");
        assertThat(alert.path("layer").asString()).isEqualTo("packager");
        assertThat(alert.path("team").asString()).isEqualTo("packager");
        assertThat(get("/metrics").body())
                .contains("rungwatch_channel_alerts{channel=\"CH_001\",severity=\"critical\"} 0.0");

        JsonNode cleared = await(
                "/api/v1/alerts?state=cleared", body -> body.path("alerts").size() == 1);
        assertThat(cleared.path("alerts").path(0).path("id").asString())
                .isEqualTo(alert.path("id").asString());
        assertThat(await("/api/v1/alerts", body -> true).path("alerts").size()).isZero();
    }

    @Test
    void oneFaultOfALayerUnderAllChannelsIsOneAlert() throws Exception {
        await("/api/v1/channels/CH_003", channel -> channel.path("manifests").size() == 28);
        Fault fault = simulator.addFault("status code=503 layer=origin");

        JsonNode group = await(
                        "/api/v1/alerts",
                        body -> body.path("alerts").size() == 1
                                && body.path("alerts").path(0).path("channels").size() == 3)
                .path("alerts")
                .path(0);

        assertThat(group.path("message").asString())
                .startsWith("The entry manifest gives no usable answer at origin: 3 of 3 channels, all: ")
                .contains("503");
        assertThat(group.path("team").asString()).isEqualTo("cdn");
        JsonNode members = await("/api/v1/alerts?members=true", body -> true).path("alerts");
        assertThat(members.size()).isEqualTo(3);
        assertThat(members.path(0).path("group").asString())
                .isEqualTo(group.path("id").asString());
        JsonNode channel = await("/api/v1/channels/CH_002", body -> true);
        assertThat(channel.path("worst").asString()).isEqualTo("critical");
        assertThat(channel.path("firing").path(0).path("group").asString())
                .isEqualTo(group.path("id").asString());
        assertThat(get("/metrics").body())
                .contains("rungwatch_channel_alerts{channel=\"CH_002\",severity=\"critical\"} 1.0");

        assertThat(simulator.removeFault(fault.id())).isTrue();
        await("/api/v1/alerts", body -> body.path("alerts").isEmpty());
        JsonNode last = await("/api/v1/alerts?state=cleared", body -> true)
                .path("alerts")
                .path(0);
        assertThat(last.path("id").asString()).isEqualTo(group.path("id").asString());
        assertThat(last.path("channels").size()).isEqualTo(3);
        assertThat(get("/api/v1/alerts/" + last.path("id").asString() + "/evidence.har")
                        .statusCode())
                .as("the recording of a group that is over")
                .isEqualTo(200);
    }

    @Test
    void whatAlertsLeadToIsThere() throws Exception {
        assertThat(get("/docs/runbooks/playlist_stale.md").body()).startsWith("# playlist_stale\n");
        assertThat(get("/docs/checks.md").body()).contains("playlist_stale");
        assertThat(get("/docs/runbooks/none.md").statusCode()).isEqualTo(404);
        assertThat(get("/docs/runbooks/%2e%2e/%2e%2e/logback.xml").statusCode()).isEqualTo(404);
        assertThat(get("/docs/..%2fdb%2f001_metrics.sql").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsOverIsKnownAfterAReloadAndARestart() throws Exception {
        configuration = withHistory(Duration.ofMinutes(1));
        daemon.close();
        daemon = new Daemon(configuration, clock, clock::nanos);
        api = "http://127.0.0.1:" + daemon.listen();
        daemon.apply(withHistory(Duration.ofMinutes(2)));
        await("/api/v1/channels/CH_001", channel -> channel.path("manifests").size() == 28);
        simulator.addFault("frozen_rung channel=CH_001 rendition=HD for=60s");
        JsonNode cleared = await(
                        "/api/v1/alerts?state=cleared",
                        body -> body.path("alerts").size() == 1)
                .path("alerts")
                .path(0);
        awaitMetric("rungwatch_notifications_waiting{notifier=\"#history\"} 0.0");

        daemon.close();
        // As when it was over for longer than the probe remembers.
        Files.move(state.resolve("journal.db"), state.resolve("journal.old"));
        Files.deleteIfExists(state.resolve("journal.db-wal"));
        daemon = new Daemon(configuration, clock, clock::nanos);
        api = "http://127.0.0.1:" + daemon.listen();

        JsonNode after = await(
                "/api/v1/alerts?state=cleared", body -> body.path("alerts").size() == 1);
        assertThat(after.path("alerts").path(0)).isEqualTo(cleared);
        assertThat(after.path("incomplete").isNull()).isTrue();
    }

    /** A full disk at a start: what receivers of SNMP know the probe by cannot be written. */
    @Test
    void anEngineThatCannotBeWrittenKeepsTheProbeNotFromStarting() throws Exception {
        daemon.close();
        Files.createDirectory(state.resolve("snmp-engine.new"));
        SnmpSettings nms = new SnmpSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 9),
                new SnmpAccess.Community("public"),
                false,
                Mib.DOCUMENTATION);
        configuration = withAlerts(new AlertSettings(
                new Rules(Set.of("nms"), List.of(), List.of(), Flapping.USUAL),
                Map.of("nms", nms),
                Duration.ofMinutes(1),
                Optional.empty()));
        daemon = new Daemon(configuration, clock, clock::nanos);
        api = "http://127.0.0.1:" + daemon.listen();

        JsonNode alert = await("/api/v1/alerts", body -> body.path("alerts").size() == 1)
                .path("alerts")
                .path(0);
        assertThat(alert.path("check").asString()).isEqualTo("snmp_engine_failing");
        assertThat(alert.path("team").asString()).isEqualTo("probe");
        assertThat(alert.path("message").asString()).contains("snmp-engine cannot be written");
        assertThat(alert.path("evidence").isNull()).isTrue();
    }

    private Configuration withAlerts(AlertSettings alerts) {
        return new Configuration(
                configuration.file(),
                configuration.channelsFolder(),
                configuration.http(),
                configuration.layers(),
                configuration.allowPrivate(),
                configuration.sampling(),
                alerts,
                state,
                Optional.empty(),
                configuration.channels());
    }

    private Configuration withHistory(Duration heartbeat) {
        AlertSettings alerts = configuration.alerts();
        return new Configuration(
                configuration.file(),
                configuration.channelsFolder(),
                configuration.http(),
                configuration.layers(),
                configuration.allowPrivate(),
                configuration.sampling(),
                new AlertSettings(alerts.rules(), alerts.notifiers(), heartbeat, alerts.agent()),
                state,
                Optional.of(StoreSettings.USUAL),
                configuration.channels());
    }

    @Test
    void oneHangingChannelIsNoTroubleForItsNeighbour() throws Exception {
        simulator.addFault("hang channel=CH_002 layer=*");
        await("/api/v1/alerts", body -> body.path("alerts").size() > 0);

        JsonNode neighbour = await(
                "/api/v1/channels/CH_003", channel -> channel.path("manifests").size() == 28);

        assertThat(neighbour.path("firing").size()).isZero();
    }

    @Test
    void aChangedConfigurationTakesAndLeavesChannels() throws Exception {
        await("/api/v1/channels/CH_003", channel -> channel.path("manifests").size() == 28);

        daemon.apply(configuration(List.of("CH_001"), Optional.empty()));

        assertThat(await("/api/v1/channels", body -> true).path("channels").size())
                .isEqualTo(1);
        assertThat(get("/metrics").body()).doesNotContain("channel=\"CH_003\"").contains("channel=\"CH_001\"");
        assertThat(get("/api/v1/channels/CH_003").statusCode()).isEqualTo(404);
    }

    @Test
    void aChannelThatLeavesInTroubleOnlyClears() throws Exception {
        await("/api/v1/channels/CH_002", channel -> channel.path("manifests").size() == 28);
        simulator.addFault("status code=503 channel=CH_002 layer=*");
        await(
                "/api/v1/alerts",
                body -> body.path("alerts").path(0).path("alsoAt").size() == 3);

        daemon.apply(configuration(List.of("CH_001"), Optional.empty()));

        JsonNode all = await("/api/v1/alerts?state=all", body -> true).path("alerts");
        assertThat(all.size()).isEqualTo(1);
        assertThat(all.path(0).path("check").asString()).isEqualTo("manifest_unavailable");
        assertThat(all.path(0).path("layer").asString()).isEqualTo("packager");
        assertThat(all.path(0).path("state").asString()).isEqualTo("cleared");
    }

    @Test
    void anAlertOutlivesAReloadThatAsksForTheSame() throws Exception {
        await("/api/v1/channels/CH_001", channel -> channel.path("manifests").size() == 28);
        simulator.addFault("frozen_rung channel=CH_001 rendition=HD");
        JsonNode before = await(
                        "/api/v1/alerts",
                        body -> body.path("alerts").path(0).path("alsoAt").size() == 3)
                .path("alerts")
                .path(0);

        daemon.apply(judgedWithout("layer_behind"));
        Instant aMinuteLater = clock.instant().plusSeconds(60);
        await("/api/v1/channels/CH_001", body -> lastPoll(body).isAfter(aMinuteLater));

        JsonNode all = await("/api/v1/alerts?state=all", body -> true).path("alerts");
        assertThat(all.size()).isEqualTo(1);
        assertThat(all.path(0).path("id").asString())
                .isEqualTo(before.path("id").asString());
        assertThat(all.path(0).path("state").asString()).isEqualTo("firing");

        daemon.apply(judgedWithout("playlist_stale"));
        await(
                "/api/v1/alerts?state=cleared",
                body -> body.path("alerts").path(0).path("id").equals(before.path("id")));
    }

    @Test
    void aRefusedConfigurationIsSaidEverywhere() throws Exception {
        daemon.refuse(List.of("channels/a.yaml:3:1: unknown key nmae"));

        assertThat(get("/health/ready").body()).contains("refused", "unknown key nmae");
        awaitMetric("rungwatch_config_last_reload_successful 0.0");

        daemon.apply(configuration);
        awaitMetric("rungwatch_config_last_reload_successful 1.0");
    }

    @Test
    void oneChannelHasAsManySeriesAsTheDocsSay() throws Exception {
        await("/api/v1/channels/CH_001", channel -> channel.path("manifests").size() == 28);

        long series = get("/metrics")
                .body()
                .lines()
                .filter(line -> line.contains("channel=\"CH_001\""))
                .count();

        assertThat(series).isEqualTo(88);
    }

    @Test
    void whatIsAskedWronglyIsAnsweredPlainly() throws Exception {
        assertThat(get("/api/v1/alerts?state=fring").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/alerts?members=yes").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/channels/NOPE").body()).contains("no channel is called NOPE");
        assertThat(get("/nope").statusCode()).isEqualTo(404);
        assertThat(get("/").body()).contains("<title>Rungwatch</title>");
        assertThat(get("/api/v1/channels/CH_001/debug").statusCode()).isEqualTo(200);
    }

    private static Instant lastPoll(JsonNode channel) {
        Instant last = Instant.EPOCH;
        for (JsonNode manifest : channel.path("manifests")) {
            Instant at = Instant.parse(manifest.path("last").path("at").asString());
            last = at.isAfter(last) ? at : last;
        }
        return last;
    }

    private Configuration judgedWithout(String check) {
        List<ChannelProfile> profiles = configuration.channels().stream()
                .map(profile -> new ChannelProfile(
                        profile.channel(),
                        profile.name(),
                        profile.mode(),
                        profile.tier(),
                        profile.hls(),
                        profile.dash(),
                        profile.layers(),
                        profile.segment(),
                        profile.ladder(),
                        profile.audio(),
                        profile.subtitles(),
                        profile.expect(),
                        Map.of(check, CheckSetting.OFF),
                        profile.maintenance()))
                .toList();
        return new Configuration(
                configuration.file(),
                configuration.channelsFolder(),
                configuration.http(),
                configuration.layers(),
                configuration.allowPrivate(),
                SamplingSettings.OFF,
                AlertSettings.NONE,
                state,
                Optional.empty(),
                profiles);
    }

    private Configuration configuration(List<String> channels, Optional<String> token) throws Exception {
        List<Layer> layers = new ArrayList<>();
        for (var layer : simulator.layers().entrySet()) {
            Kind kind = KINDS.get(layers.size());
            String team = kind == Kind.PACKAGER ? "packager" : "cdn";
            layers.add(new Layer(
                    layer.getKey(), kind, team, Url.parse(layer.getValue().toString()), Optional.empty()));
        }
        List<ChannelProfile> profiles = channels.stream()
                .map(id -> ChannelProfile.unknown(id, "/live/" + id + "/master.m3u8", layers))
                .toList();
        return new Configuration(
                Path.of("rungwatch.yaml"),
                Path.of("channels"),
                new HttpSettings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        Optional.empty(),
                        token
                                .map(word -> new Grant("http.token", Role.OPERATE, new Proof.Token(TokenHash.of(word))))
                                .stream()
                                .toList(),
                        Optional.empty()),
                layers,
                Set.of(),
                SamplingSettings.OFF,
                AlertSettings.NONE,
                state,
                Optional.empty(),
                profiles);
    }

    @Test
    void whoHasAnAlertInHandSaysSoAndARestartForgetsNothing() throws Exception {
        await("/api/v1/channels/CH_001", channel -> channel.path("manifests").size() == 28);
        simulator.addFault("frozen_rung channel=CH_001 rendition=HD layer=packager for=1000s");
        JsonNode alert = await("/api/v1/alerts", body -> body.path("alerts").size() == 1)
                .path("alerts")
                .path(0);
        String id = alert.path("id").asString();

        HttpResponse<String> acknowledged =
                post("/api/v1/alerts/" + id + "/ack", "{\"by\":\"tran\",\"note\":\"encoder swap\"}");

        assertThat(acknowledged.statusCode()).as(acknowledged.body()).isEqualTo(200);
        assertThat(acknowledged.body()).contains("\"written\":true").doesNotContain("\"before\"");
        assertThat(post("/api/v1/alerts/" + id + "/ack", "{\"by\":\"le\"}").body())
                .contains("\"before\":{\"by\":\"tran\",");
        assertThat(post("/api/v1/alerts/" + id + "/ack", "{\"by\":\"tran\",\"note\":\"encoder swap\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/channels/CH_001").body())
                .contains("\"told\":{\"worst\":\"minor\",\"alerts\":1,\"inHand\":1,\"held\":0}");
        HttpResponse<String> har = get("/api/v1/alerts/" + id + "/evidence.har");
        assertThat(har.statusCode()).isEqualTo(200);
        assertThat(Json.read(har.body().getBytes(StandardCharsets.UTF_8))
                        .path("log")
                        .path("entries")
                        .size())
                .isPositive();

        daemon.close();
        daemon = new Daemon(configuration, clock, clock::nanos);
        api = "http://127.0.0.1:" + daemon.listen();

        JsonNode after = await("/api/v1/alerts", body -> body.path("alerts").size() == 1)
                .path("alerts")
                .path(0);
        assertThat(after.path("id").asString()).isEqualTo(id);
        assertThat(after.path("state").asString()).isEqualTo("acknowledged");
        assertThat(after.path("acknowledged").path("by").asString()).isEqualTo("tran");
        await("/api/v1/channels/CH_001", channel -> channel.path("firing").size() == 1);
        assertThat(await("/api/v1/alerts?state=all", body -> true)
                        .path("alerts")
                        .size())
                .as("found again, it is the same one")
                .isEqualTo(1);
    }

    @Test
    void aSilenceIsBegunSeenAndEnded() throws Exception {
        String body =
                "{\"match\":{\"channel\":\"CH_001\"},\"seconds\":600,\"reason\":\"encoder swap\",\"by\":\"tran\"}";
        JsonNode silence = Json.read(post("/api/v1/silences", body).body().getBytes(StandardCharsets.UTF_8));
        await("/api/v1/channels/CH_001", channel -> channel.path("manifests").size() == 28);
        simulator.addFault("frozen_rung channel=CH_001 rendition=HD layer=packager for=1000s");

        JsonNode alert = await("/api/v1/alerts", all -> all.path("alerts").size() == 1)
                .path("alerts")
                .path(0);

        assertThat(alert.path("silence").path("reason").asString()).isEqualTo("encoder swap");
        assertThat(alert.path("state").asString()).isEqualTo("silenced");
        assertThat(get("/metrics").body())
                .contains("rungwatch_alerts{severity=\"minor\",state=\"silenced\"} 1.0")
                .contains("rungwatch_alerts{severity=\"minor\",state=\"firing\"} 0.0");
        assertThat(get("/api/v1/silences").body()).contains(silence.path("id").asString());
        HttpRequest end = HttpRequest.newBuilder(URI.create(
                        api + "/api/v1/silences/" + silence.path("id").asString()))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(state.resolve("token")).strip())
                .DELETE()
                .build();
        assertThat(client.send(end, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/silences").body()).isEqualTo("{\"silences\":[]}");
    }

    /** `path | body | status | what is told`. */
    private static final String WRONG = """
            /api/v1/alerts/none/ack | {"by":"tran"} | 404 | no alert of the id none
            /api/v1/alerts/none/ack | {} | 400 | 'by' is missing
            /api/v1/alerts/none/ack | {"by":"tran","not":"x"} | 400 | unknown key 'not'; did you mean 'note'?
            /api/v1/alerts/none/ack | {"by": | 400 | the body is no JSON
            /api/v1/silences | [] | 400 | must be a JSON object
            /api/v1/silences | {"match":{},"seconds":60,"reason":"x","by":"y"} | 400 | 'match' is missing
            /api/v1/silences | {"match":{"chanel":"x"},"seconds":60,"reason":"x","by":"y"} | 400 | did you mean 'channel'?
            /api/v1/silences | {"match":{"channel":"x"},"seconds":0,"reason":"x","by":"y"} | 400 | above 0
            /api/v1/silences | {"match":{"channel":"x"},"seconds":9999999,"reason":"x","by":"y"} | 400 | within 30 days
            /api/v1/silences | {"match":{"channel":"x"},"until":"tomorrow","reason":"x","by":"y"} | 400 | no point in time
            /api/v1/silences | {"match":{"channel":"x"},"seconds":60,"by":"y"} | 400 | 'reason' is missing
            /api/v1/silences | {"match":{"check":"playlist_stal"},"seconds":60,"reason":"x","by":"y"} | 400 | unknown check 'playlist_stal'; did you mean 'playlist_stale'?
            /api/v1/silences | {"match":{"severity":"bad"},"seconds":60,"reason":"x","by":"y"} | 400 | unknown severity 'bad'; known here: info, minor, major, critical
            /api/v1/silences | {"match":{"tier":"x*"},"seconds":60,"reason":"x","by":"y"} | 400 | unknown tier 'x*'; known here: top, mid, tail
            /api/v1/silences | {"match":{"channel":"CH_999"},"seconds":60,"reason":"x","by":"y"} | 200 | "covers":0,"unwatched":["CH_999"]
            """;

    @Test
    void whatIsAskedForWronglyChangesNothing() throws Exception {
        for (String row : WRONG.lines().toList()) {
            String[] cells = row.split(" \\| ", -1);
            HttpResponse<String> answer = post(cells[0], cells[1]);

            assertThat(answer.statusCode()).as(row + answer.body()).isEqualTo(Integer.parseInt(cells[2]));
            assertThat(answer.body()).contains(cells[3]);
        }
    }

    @Test
    void nobodyChangesAnythingWithoutTheToken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/api/v1/silences"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("state/token");
    }

    @Test
    void twoProbesDoNotShareAState() {
        assertThatThrownBy(() -> new Daemon(configuration, clock, clock::nanos))
                .hasMessageContaining("another rungwatch is running on the state folder");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(state.resolve("token")).strip())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
        return awaitBody(path, text -> wanted.test(Json.read(text)), Json::read);
    }

    private void awaitMetric(String line) throws Exception {
        awaitBody("/metrics", text -> new String(text, StandardCharsets.UTF_8).contains(line), text -> text);
    }

    private <T> T awaitBody(String path, Predicate<byte[]> wanted, Function<byte[], T> read) throws Exception {
        CompletableFuture<T> found = new CompletableFuture<>();
        long timer = vertx.setPeriodic(50, tick -> {
            var unused = client.sendAsync(request(path), HttpResponse.BodyHandlers.ofByteArray())
                    .thenAccept(answer -> {
                        if (wanted.test(answer.body())) {
                            found.complete(read.apply(answer.body()));
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
        return client.send(request(path), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).build();
    }
}
