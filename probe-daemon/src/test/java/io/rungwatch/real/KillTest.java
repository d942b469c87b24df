package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.json.Json;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.fault.FaultPlan;
import io.rungwatch.simulator.server.SimulatorServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The real process is killed again and again, at any instant, while faults come and go, alone and of many channels at once, while somebody
 * acknowledges, and while the configuration is read again. Everybody who is to be told hears of every alert that was written down, hears of
 * its end, and never of the end alone; and of each acknowledgement that was answered.
 */
@Tag("debian")
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 10);
    private static final long LONGEST_LIFE_MILLIS = 7000;
    /** After something was asked of it. */
    private static final long SHORT_LIFE_MILLIS = 400;
    /** One in so many does not even come up. */
    private static final int STILLBORN = 5;

    private static final int CHANNELS = 8;
    private static final List<String> FAULTS = List.of(
            "status code=404 channel=%s rendition=LD layer=edge-hn",
            "status code=503 channel=%s rendition=SD layer=*",
            "missing_rung channel=%s rendition=4K layer=packager",
            "frozen_rung channel=%s rendition=HD layer=packager");
    /** Under all channels: more than enough to be one alert. */
    private static final String OF_MANY = "status code=500 layer=edge-hn from=+3s for=12s every=25s";

    private static final Pattern TRAP = Pattern.compile("rungwatchNoticeKind\\.0 = INTEGER: ([a-z]+)\\(\\d\\)"
            + ".*?rungwatchAlertId\\.\\d+ = STRING: ([0-9a-f]{8})");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<JsonNode> posted = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, CompletableFuture<HttpResponse<String>>> asked = new LinkedHashMap<>();
    private final Set<String> inHand = new TreeSet<>();
    private int reloads;
    private SimulatorServer simulator;
    private HttpServer hook;
    private Nms nms;
    private int port;

    @BeforeEach
    void start() throws Exception {
        simulator = SimulatorServer.start(
                        vertx, new Simulator(Presets.standard(CHANNELS, Duration.ofSeconds(1))), InstantSource.system())
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        hook = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    posted.add(Json.read(body.getBytes()));
                    request.response().end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        nms = Nms.in(folder.resolve("nms"));
        nms.listen("", "SHA-256", "AES");
        write();
    }

    @AfterEach
    void stop() throws Exception {
        nms.close();
        nms.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void nothingIsLost() throws Exception {
        Random random = new Random(1);
        Set<String> written = new TreeSet<>();
        try (KilledProbe probe = new KilledProbe(folder)) {
            for (int i = 0; i < CHANNELS; i++) {
                // Each at a pace of its own, so that a kill meets all moments of an alert's life.
                simulator.addFault(FAULTS.get(i % FAULTS.size()).formatted(channel(i)) + " from=+" + i + "s for="
                        + (6 + i / 2) + "s every=" + (11 + i) + "s");
            }
            simulator.addFault(OF_MANY);
            int kills = 0;
            // On a machine that is busy with other things much is not judged, and little is told.
            while (kills < KILLS || !isTelling() && kills < 3 * KILLS) {
                probe.start();
                if (kills % STILLBORN != 0) {
                    Until.isTrue("it is up", () -> isUp(probe));
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_LIFE_MILLIS)));
                    stir(probe, kills);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(SHORT_LIFE_MILLIS)));
                probe.kill();
                written.addAll(probe.written());
                inHand.addAll(answered());
                kills++;
            }
            simulator.setFaults(FaultPlan.NONE);
            probe.start();
            Until.isTrue("everything is over and told everywhere", Duration.ofMinutes(4), () -> allOver(written));

            System.out.printf(
                    "killed %d times, %d reloads, %d acknowledged, %d groups: %d alerts written down; webhook %s, log %s, SNMP %s%n",
                    kills,
                    reloads,
                    inHand.size(),
                    groups().size(),
                    written.size(),
                    of(hooked()),
                    of(logged()),
                    of(trapped()));
            assertThat(ids(logged(), "raised")).as("else this proves nothing").hasSizeGreaterThan(KILLS / 4);
            assertThat(groups()).as("else this proves nothing of groups").isNotEmpty();
            assertThat(inHand)
                    .as("else this proves nothing of acknowledgements")
                    .isNotEmpty();
            assertThat(reloads).as("else this proves nothing of reloads").isPositive();
            for (List<Heard> sink : List.of(hooked(), logged(), trapped())) {
                assertThat(ids(sink, "raised")).containsAll(written);
                assertThat(ids(sink, "raised")).isEqualTo(ids(logged(), "raised"));
                assertThat(ids(sink, "acknowledged")).containsAll(inHand);
                assertNoEndBeforeItsBeginning(sink);
                assertThat(lastWords(sink).values())
                        .as("what is over is over for everybody")
                        .containsOnly("cleared");
            }
        }
    }

    /** Enough has happened. */
    private boolean isTelling() throws Exception {
        return ids(logged(), "raised").size() >= KILLS / 3 && !groups().isEmpty() && !inHand.isEmpty();
    }

    /** In turn: nothing, an acknowledgement, a changed configuration that makes everybody be told anew by others. */
    private void stir(KilledProbe probe, int turn) throws Exception {
        switch (turn % 3) {
            case 1 -> acknowledge();
            case 2 -> {
                reloads++;
                write();
                probe.hangUp();
            }
            default -> {}
        }
    }

    /** Of what everybody was told; the answer may not come any more. */
    private void acknowledge() throws Exception {
        Set<String> raised = ids(logged(), "raised");
        HttpRequest list = HttpRequest.newBuilder(api("/api/v1/alerts")).build();
        for (JsonNode alert : Json.read(client.send(list, HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .path("alerts")) {
            String id = alert.path("id").asString();
            if (raised.contains(id) && alert.path("acknowledged").isNull()) {
                HttpRequest request = HttpRequest.newBuilder(api("/api/v1/alerts/" + id + "/ack"))
                        .header(
                                "Authorization",
                                "Bearer "
                                        + Files.readString(folder.resolve("state/token"))
                                                .strip())
                        .POST(HttpRequest.BodyPublishers.ofString("{\"by\":\"night shift\"}"))
                        .build();
                asked.put(id, client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
                return;
            }
        }
    }

    /** Those that were said to outlive a restart. */
    private Set<String> answered() {
        Set<String> ids = new TreeSet<>();
        asked.forEach((id, answer) -> {
            String said =
                    answer.handle((got, lost) -> lost == null ? got.body() : "").join();
            if (said.contains("\"written\":true")) {
                ids.add(id);
            }
        });
        asked.clear();
        return ids;
    }

    private Set<String> groups() {
        synchronized (posted) {
            return posted.stream()
                    .map(told -> told.path("alert"))
                    .filter(alert -> alert.path("channels").size() > 1)
                    .map(alert -> alert.path("id").asString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private URI api(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private boolean isUp(KilledProbe probe) throws Exception {
        try {
            HttpRequest request = HttpRequest.newBuilder(api("/health/live"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            probe.isRunning();
            return false;
        }
    }

    /** What a receiver heard. */
    private record Heard(String kind, String id) {}

    private boolean allOver(Set<String> written) throws Exception {
        for (List<Heard> sink : List.of(hooked(), logged(), trapped())) {
            Set<String> raised = ids(sink, "raised");
            if (!raised.containsAll(written)
                    || !raised.equals(ids(sink, "cleared"))
                    || !ids(sink, "acknowledged").containsAll(inHand)
                    || !lastWords(sink).values().stream().allMatch("cleared"::equals)
                    || raised.size() < written.size()) {
                return false;
            }
        }
        return true;
    }

    private static void assertNoEndBeforeItsBeginning(List<Heard> sink) {
        Set<String> begun = new TreeSet<>();
        for (Heard heard : sink) {
            if (heard.kind().equals("raised")) {
                begun.add(heard.id());
            } else {
                assertThat(begun)
                        .as("%s of %s before its raise", heard.kind(), heard.id())
                        .contains(heard.id());
            }
        }
    }

    private static Map<String, String> lastWords(List<Heard> sink) {
        Map<String, String> last = new LinkedHashMap<>();
        sink.stream()
                .filter(heard -> heard.kind().equals("raised") || heard.kind().equals("cleared"))
                .forEach(heard -> last.put(heard.id(), heard.kind()));
        return last;
    }

    private static Set<String> ids(List<Heard> sink, String kind) {
        Set<String> ids = new TreeSet<>();
        sink.stream().filter(heard -> heard.kind().equals(kind)).forEach(heard -> ids.add(heard.id()));
        return ids;
    }

    private static String of(List<Heard> sink) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        sink.forEach(heard -> kinds.merge(heard.kind(), 1, Integer::sum));
        return kinds + ", " + ids(sink, "raised").size() + " ids raised, "
                + ids(sink, "cleared").size() + " cleared";
    }

    private List<Heard> hooked() {
        synchronized (posted) {
            return posted.stream().map(KillTest::heard).toList();
        }
    }

    private List<Heard> logged() throws Exception {
        Path file = folder.resolve("alerts.jsonl");
        List<Heard> heard = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            heard.add(heard(Json.read(line.getBytes(StandardCharsets.UTF_8))));
        }
        return heard;
    }

    private static Heard heard(JsonNode told) {
        return heard(told.path("kind").asString(), told.path("alert").path("id").asString());
    }

    private static Heard heard(String kind, String id) {
        return new Heard(kind.equals("merged") ? "cleared" : kind, id);
    }

    private List<Heard> trapped() throws Exception {
        List<Heard> heard = new ArrayList<>();
        Matcher traps = TRAP.matcher(nms.told());
        while (traps.find()) {
            heard.add(heard(traps.group(1), traps.group(2)));
        }
        return heard;
    }

    private static String channel(int index) {
        return String.format("CH_%03d", index + 1);
    }

    private void write() throws Exception {
        StringBuilder layers = new StringBuilder();
        simulator
                .layers()
                .forEach((name, address) -> layers.append("  - { layer: ")
                        .append(name)
                        .append(", kind: ")
                        .append(name.split("-", 2)[0])
                        .append(", team: cdn, base: ")
                        .append(address.toString().replaceAll("/$", ""))
                        .append(" }\n"));
        Files.createDirectories(folder.resolve("channels"));
        Files.writeString(
                folder.resolve("channels/all.yaml"),
                IntStream.range(0, CHANNELS)
                        .mapToObj(i -> "channel: " + channel(i) + "\n")
                        .collect(Collectors.joining("---\n")));
        Files.writeString(folder.resolve("rungwatch.yaml"), """
                http: { listen: "127.0.0.1:%d" }
                layers:
                %sdefaults:
                  manifests: { hls: "/live/{channel}/master.m3u8" }
                  layers: [ packager, edge-hn ]
                  ladder:
                    - { rung: 4K, bitrate: 15M,  resolution: 3840x2160 }
                    - { rung: HD, bitrate: 5M,   resolution: 1920x1080 }
                    - { rung: SD, bitrate: 2M,   resolution: 1280x720 }
                    - { rung: LD, bitrate: 500k, resolution: 640x360 }
                sampling: { segments: off }
                alerts:
                  heartbeat: %ds
                  routes: [ { to: [hook, audit, nms] } ]
                  flapping: { times: 1000 }
                  notifiers:
                    hook:  { webhook: "http://127.0.0.1:%d/" }
                    audit: { log: alerts.jsonl }
                    nms:   { snmp: "udp:127.0.0.1:%d", version: v2c, community: watchers, inform: true }
                """.formatted(
                port, layers, 60 + reloads, hook.actualPort(), nms.address().getPort()));
    }
}
