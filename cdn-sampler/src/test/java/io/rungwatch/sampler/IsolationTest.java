package io.rungwatch.sampler;

import static io.rungwatch.sampler.Loopback.ok;
import static io.rungwatch.sampler.Loopback.say;
import static io.rungwatch.sampler.Loopback.url;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One hanging URL costs nobody else anything: shown by the order of events, never by the clock. */
class IsolationTest {
    private static final int HANGING = 100;

    @Test
    void oneHundredHangingFetchesHoldUpNoNeighbour() {
        try (Loopback loopback = new Loopback()) {
            AtomicInteger heard = new AtomicInteger();
            Promise<Void> allHang = Promise.promise();
            int port = loopback.server((socket, request) -> {
                if (request.startsWith("GET /ok")) {
                    say(socket, ok("#EXTM3U"));
                } else if (heard.incrementAndGet() == HANGING) {
                    allHang.complete();
                }
            });
            List<Future<Exchange>> hanging = IntStream.range(0, HANGING)
                    .mapToObj(i -> loopback.start(url(port, "/hang/" + i), Loopback.LIMITS))
                    .toList();
            Loopback.await(allHang.future());

            assertThat(loopback.answered(port, "/ok").status()).isEqualTo(200);
            assertThat(hanging).noneMatch(Future::isComplete);

            Loopback.await(loopback.probe().close());
            assertThat(hanging)
                    .allMatch(Future::isComplete)
                    .allSatisfy(end -> assertThat(end.result())
                            .isInstanceOfSatisfying(
                                    Exchange.Failed.class,
                                    failed -> assertThat(failed.detail()).isEqualTo(HttpProbe.STOPPED)));
        }
    }

    @Test
    void aHostThatUsesUpItsConnectionsHoldsUpNoOtherHost() {
        try (Loopback loopback = new Loopback(Loopback.options().withConnectionsPerHost(1), null)) {
            Promise<Void> hangs = Promise.promise();
            int dead = loopback.server((socket, request) -> hangs.complete());
            int alive = loopback.server((socket, request) -> say(socket, ok("#EXTM3U")));
            Future<Exchange> first = loopback.start(url(dead, "/1"), Loopback.LIMITS);
            Loopback.await(hangs.future());
            Future<Exchange> second = loopback.start(url(dead, "/2"), Loopback.LIMITS);

            assertThat(loopback.answered(alive, "/").status()).isEqualTo(200);
            assertThat(first.isComplete() || second.isComplete()).isFalse();

            Exchange.Failed third = loopback.failed(url(dead, "/3"), Loopback.connect(60));
            assertThat(third.failure()).isEqualTo(Failure.NO_FREE_CONNECTION);
            assertThat(third.detail()).isEqualTo("all 1 connections to 127.0.0.1:" + dead + " were busy for 60 ms");
            assertThat(third.timing().waited()).isPositive();
        }
    }

    @Test
    void whoWaitsForAConnectionGetsTheNextFreeOne() {
        try (Loopback loopback = new Loopback(Loopback.options().withConnectionsPerHost(1), null)) {
            int port = loopback.server((socket, request) -> {
                if (request.startsWith("GET /stop")) {
                    socket.close();
                } else {
                    say(socket, ok(""));
                }
            });
            List<Future<Exchange>> all = List.of("/1", "/2", "/stop", "/3", "/4").stream()
                    .map(target -> loopback.start(url(port, target), Loopback.LIMITS))
                    .toList();

            assertThat(all.stream().map(Loopback::await).map(Exchange.Answered.class::isInstance))
                    .containsExactly(true, true, false, true, true);
        }
    }

    @Test
    void whoWaitsGetsItsOwnAnswer() {
        try (Loopback loopback = new Loopback(Loopback.options().withConnectionsPerHost(1), null)) {
            int port = loopback.server((socket, request) -> say(socket, ok(request.split(" ", -1)[1])));
            List<String> targets = List.of("/1", "/2", "/3", "/4");
            List<Future<Exchange>> all = targets.stream()
                    .map(target -> loopback.start(url(port, target), Loopback.LIMITS))
                    .toList();

            assertThat(all.stream().map(Loopback::await).map(Exchange.Answered.class::cast))
                    .extracting(answer -> answer.status() + " " + new String(answer.body(), UTF_8))
                    .containsExactly("200 /1", "200 /2", "200 /3", "200 /4");
        }
    }

    @Test
    void aLongQueueForADeadPortIsToldOneAfterTheOther() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Loopback loopback = new Loopback(Loopback.options().withConnectionsPerHost(1), null)) {
            List<Future<Exchange>> all = IntStream.range(0, 2_000)
                    .mapToObj(i -> loopback.start(url(port, "/" + i), Loopback.LIMITS))
                    .toList();

            assertThat(all)
                    .extracting(Loopback::await)
                    .allSatisfy(end -> assertThat(end)
                            .isInstanceOfSatisfying(
                                    Exchange.Failed.class,
                                    failed -> assertThat(failed.failure()).isEqualTo(Failure.CONNECT)));
        }
    }

    @Test
    void afterItsEndAProbeAnswersAtOnce() {
        try (Loopback loopback = new Loopback()) {
            Loopback.await(loopback.probe().close());

            assertThat(loopback.failed(url(80, "/"), Loopback.LIMITS).detail()).isEqualTo(HttpProbe.STOPPED);
        }
    }
}
