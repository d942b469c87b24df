package io.rungwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LivenessTest {
    @Test
    void isToldWhileThePollsMove() throws Exception {
        HttpResponse<String> answer = asked(CompletableFuture.completedFuture(null));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"live\"");
    }

    @Test
    void isNotWhenTheyHang() throws Exception {
        HttpResponse<String> answer = asked(new CompletableFuture<>());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("what polls has not moved for 50 ms");
    }

    private static HttpResponse<String> asked(CompletableFuture<?> alive) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Router router = Router.router(vertx);
            router.get("/health/live").handler(new Liveness(() -> alive, Duration.ofMillis(50)));
            int port = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .await()
                    .actualPort();
            URI live = URI.create("http://127.0.0.1:" + port + "/health/live");
            return client.send(HttpRequest.newBuilder(live).build(), BodyHandlers.ofString());
        } finally {
            vertx.close().await();
        }
    }
}
