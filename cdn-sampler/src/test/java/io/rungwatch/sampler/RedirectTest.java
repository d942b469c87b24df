package io.rungwatch.sampler;

import static io.rungwatch.sampler.Loopback.ok;
import static io.rungwatch.sampler.Loopback.say;
import static io.rungwatch.sampler.Loopback.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void theBaseIsTheLastUrl(int status) {
        int edge = loopback.server((socket, request) -> say(
                socket,
                request.startsWith("GET /a/x.m3u8")
                        ? moved(status, "../b/y.m3u8?s=1") + "Content-Length: 0\r\n\r\n"
                        : ok(request.substring(0, request.indexOf("\r\n")))));
        int start = loopback.server((socket, request) ->
                say(socket, moved(status, url(edge, "/a/x.m3u8").toString()) + "Content-Length: 0\r\n\r\n"));

        Exchange.Answered answer = loopback.answered(start, "/");

        assertThat(answer.hops()).containsExactly(url(edge, "/a/x.m3u8"), url(edge, "/b/y.m3u8?s=1"));
        assertThat(answer.finalUrl()).isEqualTo(url(edge, "/b/y.m3u8?s=1"));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("GET /b/y.m3u8?s=1 HTTP/1.1");
        assertThat(answer.timing().reused()).isFalse();
    }

    @Test
    void aLargeBodyOfARedirectIsLeftUnread() {
        int port = loopback.server((socket, request) -> say(
                socket,
                request.startsWith("GET /next")
                        ? ok("")
                        : moved(302, "/next") + "Content-Length: " + (10 << 20) + "\r\n\r\n" + "x".repeat(10 << 20)));

        assertThat(loopback.answered(port, "/").hops()).containsExactly(url(port, "/next"));
    }

    @Test
    void aSmallBodyOfARedirectKeepsTheConnection() {
        Set<String> connections = ConcurrentHashMap.newKeySet();
        int port = loopback.server((socket, request) -> {
            connections.add(socket.remoteAddress().toString());
            say(
                    socket,
                    request.startsWith("GET /next") ? ok("") : moved(302, "/next") + "Content-Length: 5\r\n\r\nMoved");
        });

        loopback.get(port, "/");

        assertThat(connections).hasSize(1);
    }

    @Test
    void whatWasFollowedBeforeAFailureIsTold() {
        int port = loopback.server((socket, request) -> {
            if (request.startsWith("GET /next")) {
                socket.close();
            } else {
                say(socket, moved(302, "/next") + "Content-Length: 0\r\n\r\n");
            }
        });

        assertThat(loopback.get(port, "/").hops()).isEqualTo(List.of(url(port, "/next")));
    }

    private static String moved(int status, String location) {
        return "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\n";
    }
}
