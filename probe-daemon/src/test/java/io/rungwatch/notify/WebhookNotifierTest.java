package io.rungwatch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rungwatch.notify.WebhookSettings.Format;
import io.rungwatch.url.Url;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A webhook against a server that does what servers do. */
class WebhookNotifierTest {
    private static final String SECRET = "s3cr3t-0f-th3-h00k";
    private static final String PATH = "/services/T0000/B0000/XXSECRETXX";
    private static final Instant NOW = Instant.parse("2026-12-01T02:14:20Z");
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private record Got(HttpServerRequest request, Buffer body) {}

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Got> got = new ArrayBlockingQueue<>(10);
    private volatile Consumer<HttpServerResponse> answer = HttpServerResponse::end;
    private HttpServer server;
    private WebhookNotifier hook;

    @BeforeEach
    void start() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    got.add(new Got(request, body));
                    answer.accept(request.response());
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        hook = hook(server.actualPort(), Duration.ofSeconds(10));
    }

    private WebhookNotifier hook(int port, Duration patience) throws Exception {
        Url url = Url.parse("http://127.0.0.1:" + port + PATH);
        return new WebhookNotifier(
                vertx,
                new WebhookSettings(url, Optional.of(SECRET), Format.RUNGWATCH, Optional.empty(), patience),
                InstantSource.fixed(NOW),
                Messages.LINKS);
    }

    @AfterEach
    void stop() throws Exception {
        hook.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aMessageIsPostedAndSigned() throws Exception {
        hook.deliver(Messages.raised());

        Got post = got.poll(5, TimeUnit.SECONDS);
        HttpServerRequest request = post.request();
        assertThat(request.path()).isEqualTo(PATH);
        assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeader("User-Agent")).startsWith("rungwatch/");
        assertThat(request.getHeader("X-Rungwatch-Delivery")).isEqualTo("a81f00c2-raised-1796091260000");
        assertThat(request.getHeader("X-Rungwatch-Timestamp")).isEqualTo("1796091260");
        assertThat(request.getHeader("X-Rungwatch-Signature")).isEqualTo("sha256=" + hmac("1796091260." + post.body()));
        assertThat(post.body().toJsonObject().getJsonObject("alert").getString("check"))
                .isEqualTo("playlist_stale");
    }

    @Test
    void howeverOftenItIsTriedTheDeliveryIsTheSame() throws Exception {
        answer = response -> response.setStatusCode(503).end();
        undelivered();
        answer = HttpServerResponse::end;
        hook.deliver(Messages.raised());

        assertThat(got.poll(5, TimeUnit.SECONDS).request().getHeader("X-Rungwatch-Delivery"))
                .isEqualTo(got.poll(5, TimeUnit.SECONDS).request().getHeader("X-Rungwatch-Delivery"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "403, false",
        "410, false",
        "413, true",
        "415, true",
        "422, true",
        "401, false",
        "404, false",
        "408, false",
        "429, false",
        "500, false",
        "502, false",
        "503, false"
    })
    void whatTheStatusSaysOfTheMessage(int status, boolean refused) {
        answer = response -> response.setStatusCode(status).end();

        Undelivered why = undelivered();

        assertThat(why.isRefused()).isEqualTo(refused);
        assertThat(why).hasMessageContaining("127.0.0.1:" + server.actualPort() + " answered " + status);
    }

    @Test
    void redirectsAreNotFollowed() {
        answer = response -> response.setStatusCode(307)
                .putHeader("Location", "http://127.0.0.1:" + server.actualPort() + "/elsewhere")
                .end();

        assertThat(undelivered()).hasMessageContaining("307 (redirects are not followed");
        assertThat(got).hasSize(1);
    }

    @Test
    void itsOwnWordsAreTold() {
        answer = response -> response.setStatusCode(400).end("invalid_payload\u001b[31m");

        assertThat(undelivered()).hasMessageEndingWith("answered 400: invalid_payload?[31m");
    }

    @Test
    void butNotWhereTheyRepeatASecret() {
        for (String said : new String[] {"no such service: " + PATH, "bad signature, not by S3CR3T-0f-th3-h00k"}) {
            answer = response -> response.setStatusCode(400).end(said);

            assertThat(undelivered()).hasMessageEndingWith("answered 400");
        }
    }

    @Test
    void aLongAnswerIsReadPast() throws Exception {
        answer = response -> response.end("x".repeat(900_000));
        hook.deliver(Messages.raised());

        answer = response -> response.setStatusCode(400).end("x".repeat(900_000));
        assertThat(undelivered().getMessage()).hasSizeLessThan(250);
    }

    @Test
    void butNotForEver() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        answer = response -> {
            response.setChunked(true).closeHandler(closed -> hungUp.countDown());
            endless(response);
        };

        assertThat(undelivered()).hasMessageContaining("without end");

        assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private void endless(HttpServerResponse response) {
        response.write(Buffer.buffer("x".repeat(10_000)))
                .onSuccess(written -> vertx.runOnContext(go -> endless(response)));
    }

    @Test
    void whoHangsIsLeftAfterAWhileAndAskedAnew() throws Exception {
        hook = hook(server.actualPort(), PATIENCE);
        answer = response -> {};
        assertThat(undelivered()).hasMessageContaining("did not answer");

        answer = response -> response.setChunked(true).write("and then nothing more");
        assertThat(undelivered().isRefused()).isFalse();

        answer = HttpServerResponse::end;
        hook.deliver(Messages.raised());
    }

    @Test
    void whoTricklesIsLeftToo() throws Exception {
        hook = hook(server.actualPort(), PATIENCE);
        CountDownLatch hungUp = new CountDownLatch(1);
        answer = response -> {
            response.setChunked(true).closeHandler(closed -> hungUp.countDown());
            vertx.setPeriodic(50, tick -> response.write("."));
        };

        assertThat(undelivered()).hasMessageContaining("did not answer");
        assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aConnectionThatBreaksOff() {
        answer = HttpServerResponse::reset;

        assertThat(undelivered()).hasMessageContaining("broke off").hasMessageNotContaining("XXSECRETXX");
    }

    @Test
    void nobodyListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        hook.close();
        hook = hook(free, PATIENCE);

        Undelivered why = undelivered();

        assertThat(why.isRefused()).isFalse();
        assertThat(why).hasMessageContaining("takes no connection").hasMessageNotContaining("XXSECRETXX");
        assertThat(why).hasNoCause();
    }

    @Test
    void settingsAreShownWithoutTheirSecrets() throws Exception {
        WebhookSettings settings = new WebhookSettings(
                Url.parse("https://hooks.slack.com" + PATH),
                Optional.of(SECRET),
                Format.SLACK,
                Optional.of("key"),
                PATIENCE);

        assertThat(settings).hasToString("WebhookSettings[hooks.slack.com:443, SLACK]");
    }

    private Undelivered undelivered() {
        Undelivered why = catchThrowableOfType(Undelivered.class, () -> hook.deliver(Messages.raised()));
        assertThat(why.getMessage()).doesNotContain("XXSECRETXX", SECRET);
        return why;
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
