package io.rungwatch.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.fault.FaultPlan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same answers through real sockets, by a client that shares no code with the server. */
class SimulatorServerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final String HD = "/live/CH_001/CH_001_HD_5M.m3u8";
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Simulator SIMULATOR = new Simulator(Presets.standard(2, Duration.ofSeconds(6)));
    private static SimulatorServer server = start();

    private static SimulatorServer start() {
        return await(SimulatorServer.start(VERTX, SIMULATOR, InstantSource.fixed(NOW)));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    @BeforeAll
    static void listens() {
        assertThat(server.layers()).containsOnlyKeys("packager", "origin", "midcache-hn", "edge-hn");
    }

    @AfterEach
    void clears() {
        server.setFaults(FaultPlan.NONE);
    }

    @AfterAll
    static void stops() {
        await(VERTX.close());
    }

    private static HttpRequest.Builder to(String layer, String path) {
        return HttpRequest.newBuilder(server.layer(layer).resolve(path)).timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void servesWhatTheSimulatorAnswers() throws Exception {
        for (String layer : server.layers().keySet()) {
            HttpResponse<String> response = send(to(layer, HD));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .isEqualTo(SIMULATOR
                            .answer(NOW, layer, io.rungwatch.simulator.http.Request.get(HD))
                            .text());
            assertThat(response.headers().firstValue("content-type")).hasValue("application/vnd.apple.mpegurl");
            assertThat(response.headers().allValues("date")).hasSize(1);
        }
        assertThat(send(to("edge-hn", HD)).headers().firstValue("x-cache")).isPresent();
        assertThat(send(to("edge-hn", "/nothing")).statusCode()).isEqualTo(404);
    }

    /** Megabytes in chunks, one after the other: what was sent is not kept. */
    @Test
    void servesLargeSegmentsWhole() throws Exception {
        String folder = "/live/CH_001/";
        String row = send(to("packager", folder + "CH_001_4K_15M.m3u8"))
                .body()
                .lines()
                .toList()
                .getLast();
        byte[] whole = SIMULATOR
                .answer(NOW, "edge-hn", io.rungwatch.simulator.http.Request.get(folder + row))
                .body()
                .toBytes();
        for (int time = 0; time < 5; time++) {
            HttpResponse<byte[]> response =
                    CLIENT.send(to("edge-hn", folder + row).build(), BodyHandlers.ofByteArray());
            assertThat(Arrays.equals(response.body(), whole)).isTrue();
        }
        assertThat(whole).hasSizeGreaterThan(9_000_000);
    }

    @Test
    void answersConditionsRangesAndHead() throws Exception {
        String etag = send(to("packager", HD)).headers().firstValue("etag").orElseThrow();
        assertThat(send(to("packager", HD).header("If-None-Match", etag)).statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> packed = CLIENT.send(
                to("packager", "/live/CH_001/master.m3u8")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        try (InputStream unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("#EXTM3U\n");
        }
        String segment = "/live/CH_001/"
                + send(to("packager", HD)).body().lines().toList().getLast();
        HttpResponse<byte[]> part = CLIENT.send(
                to("edge-hn", segment).header("Range", "bytes=188-563").build(), BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(376);
        HttpResponse<byte[]> whole = CLIENT.send(to("edge-hn", segment).build(), BodyHandlers.ofByteArray());
        assertThat(whole.body().length).isGreaterThan(3_000_000);
        HttpResponse<String> head = send(to("edge-hn", segment).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.headers().firstValueAsLong("content-length")).hasValue(whole.body().length);
        assertThat(head.body()).isEmpty();
        assertThat(send(to("edge-hn", segment).DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void hangsAlone() throws Exception {
        server.addFault("hang channel=CH_001");
        assertThatThrownBy(() -> send(to("packager", HD).timeout(Duration.ofMillis(300))))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(send(to("packager", HD.replace("CH_001", "CH_002"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void resets() throws Exception {
        server.addFault("reset channel=CH_001");
        try (Socket socket = raw("packager", HD)) {
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void truncates() throws Exception {
        server.addFault("truncated_body share=50%");
        try (Socket socket = raw("packager", HD)) {
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int length = Integer.parseInt(all.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
            assertThat(all.substring(all.indexOf("\r\n\r\n") + 4)).hasSize(length / 2);
        }
        server.setFaults(FaultPlan.NONE);
        server.addFault("truncated_body share=0");
        try (Socket socket = raw("packager", HD)) {
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
        }
    }

    private static Socket raw(String layer, String path) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.layer(layer).getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void tricklesToTheEnd() throws Exception {
        server.addFault("trickle bytes=100 pause=1ms");
        assertThat(send(to("packager", HD)).body())
                .isEqualTo(SIMULATOR
                        .answer(NOW, "packager", io.rungwatch.simulator.http.Request.get(HD))
                        .text());
    }

    @Test
    void delays() throws Exception {
        server.addFault("slow delay=10s");
        assertThatThrownBy(() -> send(to("packager", HD).timeout(Duration.ofMillis(200))))
                .isInstanceOf(HttpTimeoutException.class);
        server.setFaults(FaultPlan.NONE);
        server.addFault("slow delay=20ms");
        assertThat(send(to("packager", HD)).statusCode()).isEqualTo(200);
    }

    @Test
    void redirectsForEver() throws Exception {
        server.addFault("redirect_loop");
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        HttpResponse<String> last = following.send(to("packager", HD).build(), BodyHandlers.ofString());
        assertThat(last.statusCode()).isEqualTo(HttpURLConnection.HTTP_MOVED_TEMP);
        server.setFaults(FaultPlan.NONE);
        server.addFault("redirect");
        assertThat(following
                        .send(to("packager", HD).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void switchesFaultsOverHttp() throws Exception {
        HttpResponse<String> added = admin("POST", "/faults", "status channel=CH_001 code=503 for=1m");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).contains("\"id\" : \"f1\"", "\"kind\" : \"status\"");
        assertThat(send(to("packager", HD)).statusCode()).isEqualTo(503);
        assertThat(admin("GET", "/faults", "").body()).contains("code=503", "\"id\" : \"f1\"");
        assertThat(admin("DELETE", "/faults/f1", "").statusCode()).isEqualTo(204);
        assertThat(admin("DELETE", "/faults/f1", "").statusCode()).isEqualTo(404);
        assertThat(send(to("packager", HD)).statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        HttpResponse<String> bad = admin("POST", "/faults", "frozen_rugn rendition=HD");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("did you mean frozen_rung?");
        assertThat(admin("POST", "/faults", "").statusCode()).isEqualTo(400);
        assertThat(admin("POST", "/faults", "x".repeat(100_000)).statusCode()).isEqualTo(413);
        assertThat(admin("POST", "/faults", "hang from=+999999999d").statusCode())
                .isIn(201, 400);
        assertThat(admin("PUT", "/faults", "hang").statusCode()).isEqualTo(405);
        assertThat(admin("GET", "/other", "").statusCode()).isEqualTo(404);
        assertThat(send(to("packager", HD)).statusCode()).isEqualTo(200);
    }

    @Test
    void givesItsPortsBack() throws Exception {
        int taken = server.layer("origin").getPort();
        int free = portThatNobodyIsGiven();
        Vertx other = Vertx.vertx();
        Future<SimulatorServer> failing = SimulatorServer.start(
                other, SIMULATOR, InstantSource.fixed(NOW), new Ports(Map.of("packager", free, "origin", taken), 0, 2));
        assertThatThrownBy(() -> await(failing)).hasRootCauseInstanceOf(BindException.class);
        await(other.close());
        SimulatorServer second = await(SimulatorServer.start(
                VERTX, SIMULATOR, InstantSource.fixed(NOW), new Ports(Map.of("packager", free), 0, 2)));
        assertThat(second.layer("packager").getPort()).isEqualTo(free);
        await(second.close());
        assertThat(isGivenBack(free)).isTrue();
    }

    /** The kernel lets go of it a moment after it was closed. */
    private static boolean isGivenBack(int port) {
        for (int look = 0; look < 200; look++) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.isBound();
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
            }
        }
        return false;
    }

    /** Below those that the system hands out, so that no other test's connection sits on it when it is asked for again. */
    private static int portThatNobodyIsGiven() {
        for (int port = 20_011; ; port++) {
            try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // Somebody's server; the next one.
            }
        }
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(admin("GET", "/", "").body())
                .contains(server.layer("edge-hn").toString(), "/live/CH_002/master.m3u8", "frozen_rung")
                .contains("delay=3s");
    }

    private static HttpResponse<String> admin(String method, String path, String body)
            throws IOException, InterruptedException {
        URI target = server.admin().resolve(path);
        return CLIENT.send(
                HttpRequest.newBuilder(target)
                        .timeout(Duration.ofSeconds(10))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
