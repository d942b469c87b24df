package io.rungwatch.sampler;

import static io.rungwatch.sampler.Loopback.ok;
import static io.rungwatch.sampler.Loopback.say;
import static io.rungwatch.sampler.Loopback.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Timing;
import io.rungwatch.url.Url;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProbeTest {
    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    @Test
    void anAnswerIsKeptAsItCame() {
        int port = loopback.server(
                (socket, request) -> say(
                        socket,
                        "HTTP/1.1 200 OK\r\nX-Cache: MISS\r\nx-cache: HIT\r\nETag: \"\u00e9\"\r\nContent-Length: 7\r\n\r\n#EXTM3U"));

        Exchange.Answered answer = loopback.answered(port, "/live/a.m3u8?token=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().all("X-Cache")).containsExactly("MISS", "HIT");
        assertThat(answer.headers().name(1)).isEqualTo("x-cache");
        assertThat(answer.headers().first("etag")).contains("\"\u00e9\"");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("#EXTM3U");
        assertThat(answer.finalUrl()).isEqualTo(url(port, "/live/a.m3u8?token=1"));
        assertThat(answer.hops()).isEmpty();
        assertThat(answer.remoteAddress()).isEqualTo("127.0.0.1:" + port);
        assertThat(answer.startedAt()).isEqualTo(Loopback.NOON);
    }

    @Test
    void theRequestIsThatOfAPlayer() {
        List<String> asked = new CopyOnWriteArrayList<>();
        int port = loopback.server((socket, request) -> {
            asked.add(request);
            say(socket, ok(""));
        });

        loopback.get(port, "?a=1");

        assertThat(asked)
                .containsExactly("GET /?a=1 HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nUser-Agent: Rungwatch/test (+probe)\r\nAccept: */*\r\nAccept-Encoding: gzip");
    }

    @Test
    void aConditionalRequestMayBeAnsweredWith304() {
        List<String> asked = new CopyOnWriteArrayList<>();
        int port = loopback.server((socket, request) -> {
            asked.add(request);
            say(socket, "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nContent-Length: 500\r\n\r\n");
        });

        Exchange.Answered answer = (Exchange.Answered) Loopback.await(loopback.probe()
                .fetch(Fetch.get(url(port, "/"), "\"1\"", "Sun, 01 Mar 2026 12:00:00 GMT", Loopback.LIMITS)));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(asked.getFirst())
                .endsWith("\r\nIf-None-Match: \"1\"\r\nIf-Modified-Since: Sun, 01 Mar 2026 12:00:00 GMT");
    }

    /** The length is of a body that never comes; the connection is as good as before. */
    @Test
    void aHeadHasNoBodyAndTheConnectionIsKept() {
        List<String> asked = new CopyOnWriteArrayList<>();
        int port = loopback.server((socket, request) -> {
            asked.add(request);
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
        });

        for (int i = 0; i < 2; i++) {
            Exchange.Answered answer = (Exchange.Answered)
                    Loopback.await(loopback.probe().fetch(Fetch.head(url(port, "/s.ts"), Loopback.LIMITS)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().first("Content-Length")).contains("100000000");
            assertThat(answer.body()).isEmpty();
            assertThat(answer.timing().reused()).isEqualTo(i > 0);
        }
        assertThat(asked).hasSize(2).allMatch(head -> head.startsWith("HEAD /s.ts HTTP/1.1\r\n"));
    }

    @Test
    void theFirstByteIsEnoughEvenIfAllOfThemCome() {
        List<String> asked = new CopyOnWriteArrayList<>();
        int port = loopback.server((socket, request) -> {
            asked.add(request);
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n" + "x".repeat(10_000));
        });

        Exchange.Answered answer = (Exchange.Answered)
                Loopback.await(loopback.probe().fetch(Fetch.firstByte(url(port, "/s.ts"), Loopback.LIMITS)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(asked.getFirst()).startsWith("GET /s.ts HTTP/1.1\r\n").endsWith("\r\nRange: bytes=0-0");
    }

    @Test
    void aValidatorCannotBringAHeaderOfItsOwn() {
        List<String> asked = new CopyOnWriteArrayList<>();
        int port = loopback.server((socket, request) -> {
            asked.add(request);
            say(socket, ok(""));
        });

        Loopback.await(
                loopback.probe().fetch(Fetch.get(url(port, "/"), "\"1\"\r\nAuthorization: x", null, Loopback.LIMITS)));

        assertThat(asked.getFirst()).doesNotContain("Authorization").doesNotContain("If-None-Match");
    }

    @ParameterizedTest
    @CsvSource({"200", "204", "206", "300", "304", "404", "503", "999"})
    void anyStatusIsAnAnswer(int status) {
        int port = loopback.server((socket, request) -> say(
                socket, "HTTP/1.1 " + status + " What\r\n" + (status == 204 ? "" : "Content-Length: 0\r\n") + "\r\n"));

        assertThat(loopback.answered(port, "/").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 7~~#EXTM3U",
                "Content-Length: 7~Content-Length: 7~~#EXTM3U",
                "Transfer-Encoding: chunked~~3~#EX~4;x=y~TM3U~0~X-Trailer: 1~~",
                "Content-Length: 3~Transfer-Encoding: chunked~~7~#EXTM3U~0~~",
                "Connection: close~~#EXTM3U",
            })
    void aBodyIsFramedInManyWays(String rest) {
        int port = loopback.server((socket, request) -> {
            say(
                    socket,
                    "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n" + rest.replace("~", "\r\n"));
            if (rest.startsWith("Connection")) {
                socket.close();
            }
        });

        assertThat(new String(loopback.answered(port, "/").body(), StandardCharsets.UTF_8))
                .isEqualTo("#EXTM3U");
    }

    @Test
    void bareLineFeedsAreReadAsPlayersReadThem() {
        int port = loopback.server((socket, request) -> say(socket, "HTTP/1.1 200 OK\nContent-Length: 7\n\n#EXTM3U"));

        assertThat(loopback.answered(port, "/").body()).hasSize(7);
    }

    @Test
    void gzipIsUndone() {
        String gzip = Packed.gzip("#EXTM3U\n");
        int port = loopback.server((socket, request) -> say(
                socket,
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + gzip.length() + "\r\n\r\n" + gzip));

        assertThat(new String(loopback.answered(port, "/").body(), StandardCharsets.UTF_8))
                .isEqualTo("#EXTM3U\n");
    }

    @Test
    void phasesOfAColdAndAReusedConnection() {
        int port = loopback.server((socket, request) -> say(socket, ok("#EXTM3U")));

        Timing cold = loopback.get(port, "/1").timing();
        Timing reused = loopback.get(port, "/2").timing();

        assertThat(cold.reused()).isFalse();
        assertThat(cold.connect()).isPositive();
        assertThat(reused.reused()).isTrue();
        assertThat(List.of(reused.dns(), reused.connect(), reused.tls())).containsOnly(0L);
        for (Timing timing : List.of(cold, reused)) {
            assertThat(timing.firstByte()).isPositive();
            assertThat(timing.total())
                    .isGreaterThanOrEqualTo(
                            timing.waited() + timing.dns() + timing.connect() + timing.tls() + timing.firstByte());
        }
    }

    /** The answer may have been there for as long: nobody looked. */
    @Test
    void whatOurOwnLoopDidNotLookAtIsSaid() {
        AtomicLong nanos = new AtomicLong();
        try (Loopback held = new Loopback(Loopback.options(), null, nanos::get)) {
            int port = held.server((socket, request) -> {
                nanos.addAndGet(request.startsWith("GET /slow") ? 3_000_000_000L : 40_000_000L);
                say(socket, ok("#EXTM3U"));
            });

            Timing quick = held.get(port, "/quick").timing();
            Timing slow = held.get(port, "/slow").timing();

            assertThat(quick.held()).isZero();
            assertThat(quick.firstByte()).isEqualTo(40_000_000L);
            assertThat(slow.held()).isBetween(3_000_000_000L, 3_040_000_000L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ftp, 21, not http",
        "http, 0, port 0",
        "http, 70000, port too large",
    })
    void whatIsNoUrlIsNotFetched(String scheme, int port, String why) {
        Exchange.Failed failed = loopback.failed(new Url(scheme, "127.0.0.1", port, "/"), Loopback.LIMITS);

        assertThat(failed.failure()).as(why).isEqualTo(Failure.BAD_URL);
    }

    @Test
    void theCallbackRunsOnTheProbesOwnLoop() {
        int port = loopback.server((socket, request) -> say(socket, ok("")));
        Promise<String> threads = Promise.promise();

        loopback.probe().fetch(Fetch.get(url(port, "/1"), null, null, Loopback.LIMITS), first -> {
            Thread loop = Thread.currentThread();
            loopback.probe()
                    .fetch(
                            Fetch.get(url(port, "/2"), null, null, Loopback.LIMITS),
                            second -> threads.complete(
                                    loop == Thread.currentThread() && Vertx.currentContext() != null
                                            ? "same loop"
                                            : "elsewhere"));
        });

        assertThat(Loopback.await(threads.future())).isEqualTo("same loop");
    }
}
