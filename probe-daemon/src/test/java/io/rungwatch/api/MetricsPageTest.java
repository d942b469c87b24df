package io.rungwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who ask for the metrics at once, and some who do not read them. */
@Timeout(60)
class MetricsPageTest {
    /** More than sockets hold. */
    private static final String MUCH = "x".repeat(16 << 20);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicLong second = new AtomicLong();
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : open) {
            socket.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoDoesNotReadLeavesSomeForOthers() throws Exception {
        int port = listen(new MetricsPage(
                vertx,
                () -> {
                    made.incrementAndGet();
                    return MUCH;
                },
                () -> Instant.ofEpochSecond(second.get())));

        for (int i = 0; i < 8; i++) {
            assertThat(status(ask(port, "127.0.0.1"))).isEqualTo("200");
        }
        assertThat(whole(ask(port, "127.0.0.1")))
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("retry-after: 30")
                .contains("read them to the end, or try again in a while");
        assertThat(whole(ask(port, "127.0.0.2"))).startsWith("HTTP/1.1 200").endsWith("xxx");
        for (int i = 0; i < 8; i++) {
            assertThat(status(ask(port, "127.0.0.3"))).isEqualTo("200");
        }
        assertThat(status(ask(port, "127.0.0.4"))).isEqualTo("503");
        assertThat(made).as("all of them take from one page").hasValue(1);

        open.getFirst().close();
        String again = "503";
        while (again.equals("503")) {
            again = status(ask(port, "127.0.0.4"));
        }
        assertThat(again).isEqualTo("200");
    }

    @Test
    void whoAsksMeanwhileGetsTheSame() throws Exception {
        CountDownLatch arrived = new CountDownLatch(5);
        MetricsPage page = new MetricsPage(
                vertx,
                () -> {
                    awaited(arrived);
                    return "page " + made.incrementAndGet();
                },
                () -> Instant.ofEpochSecond(second.addAndGet(10)));
        Router router = Router.router(vertx);
        router.get("/metrics").handler(call -> {
            page.handle(call);
            arrived.countDown();
        });
        int port = listen(router);

        List<Socket> asking = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            asking.add(ask(port, "127.0.0.1"));
        }
        for (Socket socket : asking) {
            assertThat(whole(socket)).endsWith("page 1");
        }
        assertThat(whole(ask(port, "127.0.0.1"))).endsWith("page 2");
    }

    @Test
    void aPageIsNewAgainAfterASecondAndAfterAFailure() throws Exception {
        int port = listen(new MetricsPage(
                vertx,
                () -> {
                    if (made.incrementAndGet() == 3) {
                        throw new IllegalStateException("as if");
                    }
                    return "page " + made;
                },
                () -> Instant.ofEpochSecond(second.get())));

        assertThat(whole(ask(port, "127.0.0.1"))).endsWith("page 1");
        assertThat(whole(ask(port, "127.0.0.1"))).endsWith("page 1");
        second.incrementAndGet();
        assertThat(whole(ask(port, "127.0.0.1"))).endsWith("page 2");
        second.decrementAndGet();
        assertThat(whole(ask(port, "127.0.0.1"))).startsWith("HTTP/1.1 500");
        for (int i = 0; i < 20; i++) {
            assertThat(whole(ask(port, "127.0.0.1"))).endsWith("page 4");
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int listen(MetricsPage page) throws Exception {
        Router router = Router.router(vertx);
        router.get("/metrics").handler(page);
        return listen(router);
    }

    private int listen(Router router) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private Socket ask(int port, String from) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setSoTimeout(20_000);
        socket.setReceiveBufferSize(4096);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Of the answer so much, and no more is read. */
    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).substring(9);
    }

    private static String whole(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
