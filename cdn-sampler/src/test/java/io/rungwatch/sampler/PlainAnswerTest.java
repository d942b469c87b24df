package io.rungwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Limits;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAnswerTest {
    private static final Limits LIMITS = Limits.PLAYLIST;

    private final PlainAnswer answer = new PlainAnswer();

    private boolean reads(String bytes) {
        return reads(bytes, LIMITS);
    }

    private boolean reads(String bytes, Limits limits) {
        ByteBuf buffer = Unpooled.copiedBuffer(bytes, StandardCharsets.ISO_8859_1);
        boolean plain = answer.read(buffer, limits);
        assertThat(buffer.readableBytes()).isEqualTo(bytes.length());
        return plain;
    }

    private static List<String> list(Headers headers) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            list.add(headers.name(i) + "=" + headers.value(i));
        }
        return list;
    }

    @Test
    void whatEverybodyWrites() {
        assertThat(reads("HTTP/1.1 200 OK\r\nETag: \"a: b\"\r\ncontent-length: 7\r\nX-Empty: \r\n"
                        + "Connection: Keep-Alive\r\nServer: caf\u00e9\r\n\r\n#EXTM3U"))
                .isTrue();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString().isEqualTo("#EXTM3U");
        assertThat(list(answer.headers()))
                .containsExactly(
                        "ETag=\"a: b\"", "content-length=7", "X-Empty=", "Connection=Keep-Alive", "Server=caf\u00e9");
        assertThat(answer.headers().first("etag")).hasValue("\"a: b\"");
    }

    @Test
    void oneAfterTheOther() {
        assertThat(reads("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nA: b\r\n\r\n123456789"))
                .isTrue();
        assertThat(reads("HTTP/1.1 304\r\nA: b\r\nContent-Length: 9\r\n\r\n")).isTrue();
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(reads("HTTP/1.1 304 Not Modified\r\n\r\n")).isTrue();
        assertThat(answer.headers().size()).isZero();
        assertThat(reads("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")).isTrue();
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 7",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n#EXTM3",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n#EXTM3U#",
                "HTTP/1.1 200 OK\nContent-Length: 7\n\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\n#EXTM3U",
                "HTTP/1.1 200 OK\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nContent-Length: +7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4294967303\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nTransfer-Encoding: identity\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nContent-Length:7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nContent-Length:  7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nA: b \r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nA : b\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\n: b\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nA: \u0000\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nA\u00e9: b\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 2000 OK\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\n\r\n",
                "HTTP/1.0 200 OK\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 304 Not Modified\r\n\r\n#EXTM3U",
            })
    void whatIsLeftToNetty(String bytes) {
        assertThat(reads(bytes)).isFalse();
    }

    @Test
    void whatIsTooLargeIsLeftToBeRefused() {
        String twenty = "x".repeat(20);
        assertThat(reads("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + twenty, LIMITS.withBytes(19)))
                .isFalse();
        assertThat(reads("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(64) + "Content-Length: 0\r\n\r\n"))
                .isFalse();
        assertThat(reads("HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n" + twenty.repeat(1000)))
                .isFalse();
    }

    static Stream<String> answers() {
        return Stream.of(
                "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nCache-Control: max-age=1\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nX: \r\nServer: caf\u00e9\r\nContent-Length: 7\r\n\r\n#EXTM3U",
                "HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\nContent-Length: 7\r\n\r\n");
    }

    /** What comes in two pieces is Netty's. */
    @ParameterizedTest
    @MethodSource("answers")
    void readsWhatNettyReads(String bytes) {
        try (Loopback loopback = new Loopback()) {
            int port = loopback.server((socket, request) -> {
                if (request.contains("/whole")) {
                    Loopback.say(socket, bytes);
                } else {
                    inPieces(loopback, socket, bytes);
                }
            });

            var whole = loopback.answered(port, "/whole");
            var pieces = loopback.answered(port, "/pieces");
            var again = loopback.answered(port, "/whole");

            assertThat(list(whole.headers())).isEqualTo(list(pieces.headers())).isEqualTo(list(again.headers()));
            assertThat(whole.status()).isEqualTo(pieces.status()).isEqualTo(again.status());
            assertThat(whole.body()).isEqualTo(pieces.body()).isEqualTo(again.body());
            assertThat(again.timing().reused()).isTrue();
        }
    }

    private static void inPieces(Loopback loopback, NetSocket socket, String bytes) {
        Loopback.say(socket, bytes.substring(0, 20));
        loopback.vertx.setTimer(50, later -> Loopback.say(socket, bytes.substring(20)));
    }
}
