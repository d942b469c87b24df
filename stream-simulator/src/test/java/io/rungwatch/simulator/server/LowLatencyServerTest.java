package io.rungwatch.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Disposition;
import io.rungwatch.simulator.http.Request;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What comes as it is made, on the wire. */
class LowLatencyServerTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Simulator SIMULATOR =
            new Simulator(Presets.world(1, Presets.lowLatency(Duration.ofSeconds(4), Duration.ofSeconds(1))));
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String HD = "/live/CH_001/CH_001_HD_5M.m3u8";

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private static <T> HttpResponse<T> fetch(Instant at, String path, HttpResponse.BodyHandler<T> handler)
            throws Exception {
        SimulatorServer server = await(SimulatorServer.start(VERTX, SIMULATOR, InstantSource.fixed(at)));
        URI target = server.layer("packager").resolve(path);
        HttpRequest request =
                HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(10)).build();
        try {
            return CLIENT.send(request, handler);
        } finally {
            await(server.close());
        }
    }

    private static Answer ask(Instant at, String path) {
        return SIMULATOR.answer(at, "packager", Request.get(path));
    }

    @AfterAll
    static void stops() {
        await(VERTX.close());
    }

    @Test
    void aGrowingSegmentHasNoLength() throws Exception {
        // Two seconds later, for at the hour the last segment is whole and the next has no chunk yet.
        Instant at = Instant.parse("2026-11-20T09:00:02Z");
        long number = LongStream.range(22_774_000, 22_775_000)
                .filter(n -> ask(at, "/live/CH_001/dash/HD_5M/" + n + ".m4s").disposition() == Disposition.TRICKLE)
                .findFirst()
                .orElseThrow();
        String path = "/live/CH_001/dash/HD_5M/" + number + ".m4s";
        Instant nearly = at;
        while (ask(nearly.plusMillis(10), path).disposition() == Disposition.TRICKLE) {
            nearly = nearly.plusMillis(10);
        }
        HttpResponse<byte[]> response = fetch(nearly, path, BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("transfer-encoding")).hasValue("chunked");
        assertThat(response.body())
                .hasSize((int) ask(at.plusSeconds(9), path).body().length());
    }

    @Test
    void aReloadIsAnsweredWhenThePartIsThere() throws Exception {
        Instant at = Instant.parse("2026-11-20T09:00:00Z");
        String now = ask(at, HD).text();
        while (ask(at.plusMillis(5), HD).text().equals(now)) {
            at = at.plusMillis(5);
        }
        long last = Long.parseLong(now.replaceAll("(?s).*/(\\d+)\\.m4s\n.*", "$1"));
        Answer held = ask(at, HD + "?_HLS_msn=" + last + "&_HLS_part=9");
        HttpResponse<String> response = fetch(at, HD + "?_HLS_msn=" + last + "&_HLS_part=9", BodyHandlers.ofString());
        assertThat(response.body()).isEqualTo(held.text());
    }
}
