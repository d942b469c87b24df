package io.rungwatch.sampler;

import static io.rungwatch.sampler.Loopback.ok;
import static io.rungwatch.sampler.Loopback.say;
import static io.rungwatch.sampler.Loopback.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.vertx.core.net.NetSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeepAliveTest {
    private final Loopback loopback = new Loopback();
    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void close() {
        loopback.close();
    }

    @Test
    void aConnectionThatTheServerClosedAtTheMomentOfUseIsNoFaultOfTheServer() {
        int port = loopback.server(counting((socket, nth) -> {
            if (nth == 1) {
                say(socket, ok(""));
            } else {
                socket.close();
            }
        }));

        Exchange first = loopback.get(port, "/1");
        Exchange second = loopback.get(port, "/2");

        assertThat(first).isInstanceOf(Exchange.Answered.class);
        assertThat(second).isInstanceOf(Exchange.Answered.class);
        assertThat(second.timing().reused()).isFalse();
        assertThat(requests).hasValue(3);
    }

    @Test
    void aFreshConnectionThatIsClosedIsAFaultAndIsNotTriedAgain() {
        int port = loopback.server(counting((socket, nth) -> socket.close()));

        assertThat(loopback.failed(url(port, "/"), Loopback.LIMITS).failure()).isEqualTo(Failure.RESET);
        assertThat(requests).hasValue(1);
    }

    @Test
    void aServerThatClosesAfterTheFirstByteIsNotAskedAgain() {
        int port = loopback.server(counting((socket, nth) -> {
            if (nth == 1) {
                say(socket, ok(""));
            } else {
                say(socket, "H");
                socket.close();
            }
        }));

        loopback.get(port, "/1");

        assertThat(loopback.failed(url(port, "/2"), Loopback.LIMITS).failure()).isEqualTo(Failure.RESET);
        assertThat(requests).hasValue(2);
    }

    @Test
    void bytesBehindAnAnswerNeverBecomeTheNextOne() {
        int port = loopback.server(counting((socket, nth) -> say(socket, ok("#EXTM3U") + ok("not asked for"))));

        Exchange.Answered first = loopback.answered(port, "/1");
        Exchange.Answered second = loopback.answered(port, "/2");

        assertThat(first.body()).hasSize(7);
        assertThat(second.body()).hasSize(7);
        assertThat(second.timing().reused()).isFalse();
    }

    @Test
    void aContentLengthThatIsTooShortSpoilsOnlyItsOwnConnection() {
        int port = loopback.server(
                counting((socket, nth) -> say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n#EXTM3U")));

        assertThat(loopback.answered(port, "/1").body()).hasSize(4);
        assertThat(loopback.answered(port, "/2").timing().reused()).isFalse();
    }

    @Test
    void aServerThatWantsToCloseIsBelieved() {
        int port = loopback.server(counting(
                (socket, nth) -> say(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")));

        loopback.get(port, "/1");

        assertThat(loopback.get(port, "/2").timing().reused()).isFalse();
    }

    @Test
    void aFetchThatWasStoppedTakesItsConnectionAlong() {
        int port = loopback.server(counting((socket, nth) -> {
            if (nth != 1) {
                say(socket, ok(""));
            }
        }));

        assertThat(loopback.failed(url(port, "/1"), Loopback.firstByte(50)).failure())
                .isEqualTo(Failure.FIRST_BYTE_TIMEOUT);
        assertThat(loopback.get(port, "/2").timing().reused()).isFalse();
    }

    /** The script is told which request of its connection this is: 1, 2 … */
    private BiConsumer<NetSocket, String> counting(BiConsumer<NetSocket, Integer> script) {
        Map<NetSocket, Integer> asked = new HashMap<>();
        return (socket, request) -> {
            requests.incrementAndGet();
            script.accept(socket, asked.merge(socket, 1, Integer::sum));
        };
    }
}
