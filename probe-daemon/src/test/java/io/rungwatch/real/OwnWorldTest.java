package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rungwatch.Daemon;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Configuration;
import io.rungwatch.drive.SteadyClock;
import io.rungwatch.json.Json;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.server.SimulatorServer;
import io.rungwatch.store.Postgres;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What breaks under the probe itself, while all channels are well: it says so, blames nobody else, goes on as far as it can, and is as
 * before when it is over.
 */
@Tag("debian")
class OwnWorldTest {
    private static final Duration SEGMENT = Duration.ofSeconds(2);
    private static final Duration STANDSTILL = Duration.ofMinutes(1);
    private static final String PROBE = "probe";

    private final Vertx vertx = Vertx.vertx();
    private final List<JsonNode> posted = Collections.synchronizedList(new ArrayList<>());
    private final List<Relay> relays = new ArrayList<>();
    private final Map<String, String> layers = new LinkedHashMap<>();

    @TempDir
    private Path folder = Path.of("");

    private SimulatorServer simulator;
    private HttpServer hook;
    private int port;

    @BeforeEach
    void start() throws Exception {
        simulator = SimulatorServer.start(vertx, new Simulator(Presets.standard(2, SEGMENT)), InstantSource.system())
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        simulator.layers().forEach((name, base) -> layers.put(name, base.toString()));
        hook = hook(0);
        port = Web.freePort();
    }

    @AfterEach
    void stop() throws Exception {
        for (Relay relay : relays) {
            relay.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void theDiskIsFull() throws Exception {
        Path state = Files.createDirectories(folder.resolve("state"));
        assumeTrue(done("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", state.toString()), "needs root to mount");
        write("store: { url: \"jdbc:sqlite:history.db\" }");
        try (KilledProbe probe = new KilledProbe(folder)) {
            watching(probe);
            fill(state.resolve("filler"));

            Fault fault = simulator.addFault("status code=404 channel=CH_001 rendition=LD layer=edge-hn");
            Until.isTrue("the fault is told all the same", () -> told("raised", "CH_001"));
            Until.isTrue("so is the trouble with the journal", () -> told("raised", "journal_failing"));
            Until.isTrue("and with the history", () -> told("raised", "store_failing"));
            Files.delete(state.resolve("filler"));
            Until.isTrue("there is room again", () -> told("cleared", "journal_failing"));
            Until.isTrue("for the history too", () -> told("cleared", "store_failing"));
            simulator.removeFault(fault.id());
            Until.isTrue("it is over", () -> told("cleared", "CH_001"));

            isAsBefore("CH_002");
            assertThat(blamed()).containsExactly("CH_001", "CH_002");
        } finally {
            done("umount", state.toString());
        }
    }

    @Test
    void theHistorysDatabaseIsGone() throws Exception {
        try (Postgres postgres = Postgres.start()) {
            String url = postgres.fresh();
            write("store: { url: \"%s\", user: %s, password: %s }".formatted(url, Postgres.USER, Postgres.PASSWORD));
            try (KilledProbe probe = new KilledProbe(folder)) {
                watching(probe);

                postgres.kill();
                Until.isTrue("it is told", () -> told("raised", "store_failing"));
                Instant later = Instant.now();
                Until.isTrue("it goes on", () -> sees("CH_001", later));
                assertThat(blamed()).isEmpty();
                isAsBefore("CH_001");
                postgres.startAgain();
                Until.isTrue("it is over", Duration.ofSeconds(90), () -> told("cleared", "store_failing"));
                Until.isTrue("what happened meanwhile is written", () -> isWritten(url, "CH_001"));
                assertThat(blamed()).containsExactly("CH_001");
            }
        }
    }

    /** An alert of that channel, from its beginning to its end. */
    private static boolean isWritten(String url, String channel) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Postgres.USER, Postgres.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from alert_log where channel_id = '" + channel
                        + "' and resolved_at is not null")) {
            return found.next() && found.getInt(1) == 1;
        }
    }

    @Test
    void noFileCanBeOpened() throws Exception {
        behindRelays("");
        write("");
        try (KilledProbe probe = new KilledProbe(folder).packed()) {
            watching(probe);

            limitFiles(probe, "16:");
            cut();
            Until.isTrue("it says so", () -> probe.log().contains("files and connections are open"));
            Until.isTrue("it does not judge", () -> notJudged("CH_001", "no connection free") > 2);
            limitFiles(probe, "4096:");
            Until.isTrue("it is told", () -> told("raised", "files_exhausted") && told("cleared", "files_exhausted"));
            Instant later = Instant.now();
            Until.isTrue("everything is seen again", () -> sees("CH_001", later));

            assertThat(blamed()).isEmpty();
            isAsBefore("CH_002");
        }
    }

    @Test
    void itStandsStill() throws Exception {
        write("");
        try (KilledProbe probe = new KilledProbe(folder)) {
            watching(probe);

            probe.signal("STOP");
            LockSupport.parkNanos(STANDSTILL.toNanos());
            probe.signal("CONT");
            Instant again = Instant.now().plus(SEGMENT.multipliedBy(2));
            Until.isTrue("it sees again", () -> sees("CH_001", again));

            assertThat(posted).isEmpty();
            isAsBefore("CH_001");
        }
    }

    @Test
    void theClockIsSet() throws Exception {
        write("");
        AtomicLong ahead = new AtomicLong();
        InstantSource wall = () -> Instant.now().plusSeconds(ahead.get());
        ConfigLoader.Result read = ConfigLoader.load(folder.resolve("rungwatch.yaml"));
        Configuration configuration = ((ConfigLoader.Loaded) read).configuration();
        SteadyClock steady = new SteadyClock(wall, System::nanoTime);
        try (Daemon daemon = new Daemon(configuration, steady, wall, System::nanoTime)) {
            assertThat(daemon.listen()).isEqualTo(port);
            Until.isTrue("it sees", () -> sees("CH_001", Instant.EPOCH));

            for (long jump : List.of(3600L, -3600L)) {
                posted.clear();
                ahead.set(jump);
                Until.isTrue("it is told", () -> told("raised", "clock_set"));
                Instant later = Instant.now().plus(SEGMENT);
                Until.isTrue("it goes on", () -> sees("CH_001", later));
                ahead.set(0);
                Until.isTrue("and that it is over", () -> told("cleared", "clock_set"));
                assertThat(blamed()).isEmpty();
            }
            isAsBefore("CH_001");
        }
    }

    /** A machine that started with a wrong clock is synchronised: by and by the probe is right too, and finds nothing by that. */
    @ParameterizedTest
    @ValueSource(longs = {3600, -3600})
    void theClockIsSetAndStays(long wrong) throws Exception {
        write("");
        AtomicLong ahead = new AtomicLong(wrong);
        InstantSource wall = () -> Instant.now().plusSeconds(ahead.get());
        ConfigLoader.Result read = ConfigLoader.load(folder.resolve("rungwatch.yaml"));
        Configuration configuration = ((ConfigLoader.Loaded) read).configuration();
        SteadyClock steady = new SteadyClock(wall, System::nanoTime);
        try (Daemon daemon = new Daemon(configuration, steady, wall, System::nanoTime, Duration.ofSeconds(6))) {
            assertThat(daemon.listen()).isEqualTo(port);
            Until.isTrue("it sees", () -> sees("CH_001", Instant.EPOCH));
            Fault fault = simulator.addFault("status code=404 channel=CH_002 rendition=LD layer=edge-hn");
            Until.isTrue("a fault is told", () -> told("raised", "error_cached"));
            Set<String> before = ids("error_cached");

            ahead.set(0);
            Until.isTrue("it is told", () -> told("raised", "clock_set"));
            Until.isTrue("it is over by itself", () -> told("cleared", "clock_set"));
            assertThat(told("cleared", "error_cached")).as("the fault is not").isFalse();
            posted.clear();
            assertThat(Duration.between(Instant.now(), steady.instant()).abs()).isLessThan(Duration.ofSeconds(1));
            Instant later = Instant.now().plus(SEGMENT);
            Until.isTrue("it goes on", () -> sees("CH_001", later) && isSeen("CH_002"));
            assertThat(ids("error_cached")).as("the alert is the same").isEqualTo(before);
            assertThat(told("cleared", "error_cached")).as("and was not over").isFalse();

            simulator.removeFault(fault.id());
            Until.isTrue("now it is", () -> told("cleared", "error_cached"));
            assertThat(posted).extracting(told -> told.path("kind").asString()).doesNotContain("raised", "changed");
        }
    }

    private Set<String> ids(String check) throws Exception {
        Set<String> ids = new TreeSet<>();
        open().stream()
                .filter(alert -> alert.path("check").asString().equals(check))
                .forEach(alert -> ids.add(alert.path("id").asString()));
        return ids;
    }

    /** Its fault is found in the polls, not only remembered. */
    private boolean isSeen(String channel) throws Exception {
        return !Web.json(api("/api/v1/channels/" + channel)).path("firing").isEmpty();
    }

    @Test
    void theNameServiceIsGone() throws Exception {
        assumeTrue(done("unshare", "--mount", "true"), "needs root to give it another resolv.conf");
        behindRelays(".rungwatch.test");
        write("");
        try (Names names = new Names("127.53.64.11");
                KilledProbe probe = new KilledProbe(folder, names.only(folder))) {
            watching(probe);

            names.silence(true);
            // Each name is looked up again after half a minute, and a lookup gives up after some seconds.
            Until.isTrue("it says so", Duration.ofSeconds(90), () -> told("raised", "names_unresolved"));
            cut();
            Instant later = Instant.now().plus(SEGMENT);
            Until.isTrue("it goes on", () -> sees("CH_001", later));
            assertThat(blamed()).isEmpty();
            isAsBefore("CH_001");
            names.silence(false);
            Until.isTrue("it is over", Duration.ofSeconds(60), () -> told("cleared", "names_unresolved"));
            isAsBefore("CH_002");
        }
    }

    @Test
    void thereIsNoNameServiceWhenItStarts() throws Exception {
        assumeTrue(done("unshare", "--mount", "true"), "needs root to give it another resolv.conf");
        layers.keySet().retainAll(Set.of("packager", "edge-hn"));
        behindRelays(".rungwatch.test");
        write("");
        try (Names names = new Names("127.53.64.12");
                KilledProbe probe = new KilledProbe(folder, names.only(folder))) {
            names.silence(true);
            probe.start();
            Until.isTrue("it says so", Duration.ofSeconds(90), () -> {
                probe.isRunning();
                return told("raised", "names_unresolved");
            });
            assertThat(blamed()).isEmpty();

            names.silence(false);
            Until.isTrue("it sees", Duration.ofSeconds(60), () -> sees("CH_001", Instant.EPOCH));
            Until.isTrue("it is over", Duration.ofSeconds(60), () -> told("cleared", "names_unresolved"));
            assertThat(blamed()).isEmpty();
            isAsBefore("CH_001");
        }
    }

    @Test
    void theConfigurationIsGone() throws Exception {
        write("");
        Path channels = folder.resolve("channels");
        try (KilledProbe probe = new KilledProbe(folder)) {
            watching(probe);

            Files.move(channels, folder.resolve("elsewhere"));
            Until.isTrue("it is refused", () -> ready().contains("there is no such folder"));
            Until.isTrue("and told", () -> told("raised", "configuration_refused"));
            Instant later = Instant.now();
            Until.isTrue("it goes on", () -> sees("CH_001", later));
            isAsBefore("CH_001");
            Files.move(folder.resolve("elsewhere"), channels);
            Until.isTrue("it is taken over", () -> ready().contains("applied"));
            Until.isTrue("and told", () -> told("cleared", "configuration_refused"));

            assertThat(blamed()).containsExactly("CH_001");
        }
    }

    @Test
    void nobodyCanBeTold() throws Exception {
        write("");
        Path file = folder.resolve("alerts.jsonl");
        try (KilledProbe probe = new KilledProbe(folder)) {
            watching(probe);
            int port = hook.actualPort();
            hook.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
            Files.deleteIfExists(file);
            Files.createDirectory(file);

            Fault fault = simulator.addFault("status code=404 channel=CH_001 rendition=LD layer=edge-hn");
            Until.isTrue("it is known that nobody hears", () -> failing().equals(Set.of("hook", "audit")));
            simulator.removeFault(fault.id());
            Until.isTrue(
                    "it is over",
                    () -> open().stream()
                            .noneMatch(alert -> alert.path("channel").asString().equals("CH_001")));
            assertThat(probe.log())
                    .contains("hook does not take what it is told", "audit does not take what it is told");
            assertThat(posted).isEmpty();
            Files.delete(file);
            hook = hook(port);

            Until.isTrue("each hears of it", () -> told("raised", "CH_001") && told("cleared", "CH_001"));
            Until.isTrue(
                    "the file too",
                    () -> Files.exists(file) && Files.readString(file).contains("cleared"));
            Until.isTrue("nothing is wrong any more", () -> open().isEmpty());
        }
    }

    /** So that connections can be cut. */
    private void behindRelays(String domain) throws IOException {
        for (Map.Entry<String, String> layer : layers.entrySet()) {
            Relay relay = new Relay(URI.create(layer.getValue()).getPort());
            relays.add(relay);
            String host = domain.isEmpty() ? "127.0.0.1" : layer.getKey() + domain;
            layer.setValue("http://" + host + ":" + relay.port());
        }
    }

    private void cut() throws IOException {
        for (Relay relay : relays) {
            relay.cut();
        }
    }

    private HttpServer hook(int onPort) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    posted.add(Json.read(body.getBytes()));
                    request.response().end();
                }))
                .listen(onPort, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private void watching(KilledProbe probe) throws Exception {
        probe.start();
        Until.isTrue("it is up", () -> {
            probe.isRunning();
            return Web.status(api("/health/live")) == 200;
        });
        for (String channel : List.of("CH_001", "CH_002")) {
            Until.isTrue("it sees", () -> sees(channel, Instant.EPOCH));
        }
    }

    /** All playlists of the channel were looked at since then, and judged. */
    private boolean sees(String channel, Instant since) throws Exception {
        int seen = 0;
        for (JsonNode manifest : Web.json(api("/api/v1/channels/" + channel)).path("manifests")) {
            JsonNode last = manifest.path("last");
            boolean entry = manifest.path("rendition").asString().equals("manifest");
            if (!entry && !isJudged(last, since)) {
                return false;
            }
            seen++;
        }
        return seen > layers.size();
    }

    /** Of how many playlists the last poll was not judged for this. */
    private long notJudged(String channel, String reason) throws Exception {
        long found = 0;
        for (JsonNode manifest : Web.json(api("/api/v1/channels/" + channel)).path("manifests")) {
            JsonNode last = manifest.path("last");
            found += last.path("outcome").asString().equals("not judged")
                            && last.path("detail").asString().contains(reason)
                    ? 1
                    : 0;
        }
        return found;
    }

    private static boolean isJudged(JsonNode poll, Instant since) {
        return poll.path("outcome").asString().endsWith("changed")
                && Instant.parse(poll.path("at").asString()).isAfter(since);
    }

    /** A real fault is told, and its end. */
    private void isAsBefore(String channel) throws Exception {
        Fault fault = simulator.addFault("status code=404 channel=" + channel + " rendition=LD layer=edge-hn");
        Until.isTrue("a fault is told", () -> told("raised", channel));
        simulator.removeFault(fault.id());
        Until.isTrue("and its end", () -> told("cleared", channel));
        Until.isTrue("nothing else is open", () -> open().stream().allMatch(OwnWorldTest::isOurs));
    }

    private static boolean isOurs(JsonNode alert) {
        return alert.path("team").asString().equals(PROBE);
    }

    private boolean told(String kind, String what) {
        synchronized (posted) {
            return posted.stream()
                    .anyMatch(told -> told.path("kind").asString().equals(kind)
                            && Stream.of("channel", "check")
                                    .anyMatch(key -> told.path("alert")
                                            .path(key)
                                            .asString()
                                            .equals(what)));
        }
    }

    /** Channels of which somebody else than the probe's owner was told. */
    private Set<String> blamed() {
        Set<String> channels = new TreeSet<>();
        synchronized (posted) {
            posted.stream()
                    .map(told -> told.path("alert"))
                    .filter(alert -> !isOurs(alert))
                    .forEach(alert -> channels.add(alert.path("channel").asString()));
        }
        return channels;
    }

    private List<JsonNode> open() throws Exception {
        List<JsonNode> open = new ArrayList<>();
        Web.json(api("/api/v1/alerts")).path("alerts").forEach(open::add);
        return open;
    }

    private Set<String> failing() throws Exception {
        Set<String> names = new TreeSet<>();
        open().stream()
                .filter(alert -> alert.path("check").asString().equals("notifier_failing"))
                .forEach(alert -> names.add(alert.path("rendition").asString()));
        return names;
    }

    private String ready() throws Exception {
        return Web.text(api("/health/ready"));
    }

    private String api(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // Nothing more fits.
        }
    }

    private static void limitFiles(KilledProbe probe, String softAndHard) throws Exception {
        assertThat(done("prlimit", "--pid", Long.toString(probe.pid()), "--nofile=" + softAndHard))
                .isTrue();
    }

    private static boolean done(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private void write(String more) throws Exception {
        StringBuilder declared = new StringBuilder();
        layers.forEach((name, base) -> declared.append("  - { layer: ")
                .append(name)
                .append(", kind: ")
                .append(name.split("-", 2)[0])
                .append(", team: cdn, base: \"")
                .append(base)
                .append("\" }\n"));
        Files.createDirectories(folder.resolve("channels"));
        Files.writeString(folder.resolve("channels/all.yaml"), "channel: CH_001\n---\nchannel: CH_002\n");
        Files.writeString(folder.resolve("rungwatch.yaml"), """
                http: { listen: "127.0.0.1:%d" }
                layers:
                %sdefaults:
                  manifests: { hls: "/live/{channel}/master.m3u8" }
                  layers: [ %s ]
                sampling: { interval: 10s }
                alerts:
                  routes: [ { to: [hook, audit] } ]
                  notifiers:
                    hook:  { webhook: "http://127.0.0.1:%d/" }
                    audit: { log: alerts.jsonl }
                %s
                """.formatted(
                        port, declared, String.join(", ", layers.keySet()), hook.actualPort(), more));
    }
}
