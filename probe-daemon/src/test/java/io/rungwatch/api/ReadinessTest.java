package io.rungwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.status.Status;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final Layer EDGE =
            new Layer("edge", Layer.Kind.EDGE, "cdn", new Url("http", "edge", 80, "/"), Optional.empty());
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Status status = new Status();
    private final Health health = new Health(status);

    @Test
    void itIsReadyWhenEachChannelWasLookedAtOnce() throws Exception {
        watch("CH_001");
        watch("CH_002");
        assertThat(asked()).startsWith("503 ").contains("\"ready\":false");

        look("CH_001");
        assertThat(asked()).startsWith("503 ");

        look("CH_002");
        assertThat(asked()).startsWith("200 ").contains("\"ready\":true");
    }

    @Test
    void aChannelThatComesLaterSendsNobodyAway() throws Exception {
        watch("CH_001");
        look("CH_001");
        assertThat(asked()).startsWith("200 ");

        watch("CH_002");

        assertThat(asked()).startsWith("200 ");
    }

    @Test
    void whoHasNothingToWatchIsReady() throws Exception {
        assertThat(asked()).startsWith("200 ");
    }

    private void watch(String channel) {
        status.watch(ChannelProfile.unknown(channel, "/live/master.m3u8", List.of(EDGE)));
    }

    /** In vain, which is a look as well. */
    private void look(String channel) {
        Exchange exchange = new Exchange.Failed(NOW, Timing.NONE, List.of(), Failure.RESET, "");
        status.accept(new PollReport(
                new Where(channel, Protocol.HLS, EDGE, Rendition.ENTRY),
                EDGE.base(),
                NOW,
                new Outcome.Unreachable(exchange),
                List.of(),
                List.of(),
                Set.of(),
                false,
                Duration.ofSeconds(6)));
    }

    private String asked() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Router router = Router.router(vertx);
            router.get("/health/ready").handler(new Readiness(health));
            int port = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .await()
                    .actualPort();
            URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } finally {
            vertx.close().await();
        }
    }
}
