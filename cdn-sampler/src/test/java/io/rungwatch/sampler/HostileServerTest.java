package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.BAD_ENCODING;
import static io.rungwatch.exchange.Failure.BAD_REDIRECT;
import static io.rungwatch.exchange.Failure.BAD_RESPONSE;
import static io.rungwatch.exchange.Failure.FIRST_BYTE_TIMEOUT;
import static io.rungwatch.exchange.Failure.FORBIDDEN_TARGET;
import static io.rungwatch.exchange.Failure.HEADERS_TOO_LARGE;
import static io.rungwatch.exchange.Failure.REDIRECT_LOOP;
import static io.rungwatch.exchange.Failure.RESET;
import static io.rungwatch.exchange.Failure.TOO_LARGE;
import static io.rungwatch.exchange.Failure.TOO_MANY_REDIRECTS;
import static io.rungwatch.exchange.Failure.TOTAL_TIMEOUT;
import static io.rungwatch.exchange.Failure.TRUNCATED;
import static io.rungwatch.sampler.Loopback.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Limits;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server can do to a probe, and what an operator then reads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileServerTest {
    /** `#EXTM3U` and a line end, as it is stored. */
    private static final String BROTLI = "\u008b\u0003\u0080#EXTM3U\n\u0003";

    private static final String HEAD = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NO_BODY = "Content-Length: 0\r\n\r\n";

    private final Loopback loopback = new Loopback();

    record Row(String name, BiConsumer<NetSocket, String> server, Limits limits, Failure failure, String detail) {
        Row(String name, BiConsumer<NetSocket, String> server, Failure failure, String detail) {
            this(name, server, Loopback.LIMITS, failure, detail);
        }

        Row(String name, String bytes, Failure failure, String detail) {
            this(name, (socket, request) -> say(socket, bytes), failure, detail);
        }

        static Row closing(String name, String bytes, Failure failure, String detail) {
            return new Row(
                    name,
                    (socket, request) -> {
                        say(socket, bytes);
                        socket.close();
                    },
                    failure,
                    detail);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> slow() {
        return Stream.of(
                new Row(
                        "hangs before the head",
                        (socket, request) -> {},
                        Loopback.firstByte(100),
                        FIRST_BYTE_TIMEOUT,
                        "no answer within 100 ms after connecting to 127.0.0.1:"),
                new Row(
                        "hangs in the head",
                        (socket, request) -> say(socket, HEAD),
                        Loopback.total(300),
                        TOTAL_TIMEOUT,
                        "stopped after 300 ms while"),
                new Row(
                        "hangs in the body",
                        (socket, request) -> say(socket, HEAD + "Content-Length: 9\r\n\r\n#EXT"),
                        Loopback.total(300),
                        TOTAL_TIMEOUT,
                        "stopped after 300 ms while"),
                new Row(
                        "trickles",
                        HostileServerTest::trickle,
                        Loopback.total(300),
                        TOTAL_TIMEOUT,
                        "stopped after 300 ms while"),
                new Row(
                        "hangs in the body of a redirect to a server that hangs",
                        (socket, request) -> say(
                                socket,
                                request.contains("/next") ? "" : redirect("/next") + "Content-Length: 9\r\n\r\n"),
                        Loopback.firstByte(100),
                        FIRST_BYTE_TIMEOUT,
                        "no answer within 100 ms"));
    }

    static Stream<Row> broken() {
        return Stream.of(
                Row.closing("closes without a word", "", RESET, "closed the connection before any byte"),
                Row.closing("closes in the head", HEAD + "Content-", RESET, "in the middle of the headers"),
                Row.closing(
                        "closes in the body", HEAD + "Content-Length: 9\r\n\r\n#EXT", TRUNCATED, "after 4 of 9 bytes"),
                Row.closing(
                        "closes without the last chunk",
                        CHUNKED + "4\r\n#EXT\r\n",
                        TRUNCATED,
                        "after 4 bytes, before the last chunk"),
                new Row("is no HTTP server", "SSH-2.0-OpenSSH_9.2\r\n\r\n", BAD_RESPONSE, ""),
                new Row("sends a status that is no number", "HTTP/1.1 abc OK\r\n\r\n", BAD_RESPONSE, ""),
                new Row("sends status 99", "HTTP/1.1 99 OK\r\n" + NO_BODY, BAD_RESPONSE, "status 99"),
                new Row("sends status 1000", "HTTP/1.1 1000 OK\r\n" + NO_BODY, BAD_RESPONSE, "status 1000"),
                new Row(
                        "switches protocols",
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
                        BAD_RESPONSE,
                        "status 101"),
                new Row("answers as HTTP/2", "HTTP/2.0 200 OK\r\n" + NO_BODY, BAD_RESPONSE, "answered as HTTP/2.0"),
                new Row("sends NUL in a header", HEAD + "X-Cache: a\0b\r\n" + NO_BODY, BAD_RESPONSE, ""),
                new Row(
                        "sends two Content-Lengths",
                        HEAD + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                        BAD_RESPONSE,
                        "Multiple Content-Length"),
                new Row("sends Content-Length -1", HEAD + "Content-Length: -1\r\n\r\n", BAD_RESPONSE, "Content-Length"),
                new Row("sends a chunk size that is no number", CHUNKED + "zz\r\n", BAD_RESPONSE, ""),
                new Row(
                        "sends interim answers for ever",
                        (socket, request) -> say(socket, "HTTP/1.1 100 Continue\r\n\r\n".repeat(20)),
                        BAD_RESPONSE,
                        "more than 8 interim answers"),
                new Row(
                        "sends unknown interim answers for ever",
                        (socket, request) -> say(socket, "HTTP/1.1 102 Processing\r\n\r\n".repeat(20)),
                        BAD_RESPONSE,
                        "more than 8 interim answers"));
    }

    static Stream<Row> large() {
        return Stream.of(
                new Row(
                        "sends a header of 1 MiB",
                        HEAD + "ETag: \"" + "x".repeat(1 << 20),
                        HEADERS_TOO_LARGE,
                        "no end of the headers"),
                new Row(
                        "sends 10,000 headers",
                        HEAD + "A: b\r\n".repeat(10_000) + NO_BODY,
                        HEADERS_TOO_LARGE,
                        "header"),
                new Row(
                        "sends just too many header bytes",
                        HEAD + "A: " + "b".repeat(32 << 10) + "\r\n" + NO_BODY,
                        HEADERS_TOO_LARGE,
                        "header"),
                new Row(
                        "promises too much",
                        HEAD + "Content-Length: 65537\r\n\r\n",
                        TOO_LARGE,
                        "Content-Length is 65537, allowed are 65536"),
                new Row(
                        "never stops sending chunks",
                        (socket, request) -> endless(socket, CHUNKED, "1000\r\n" + "x".repeat(4096) + "\r\n"),
                        TOO_LARGE,
                        "allowed are 65536"),
                new Row(
                        "never stops sending",
                        (socket, request) -> endless(socket, HEAD + "\r\n", "x".repeat(4096)),
                        TOO_LARGE,
                        "allowed are 65536"),
                new Row(
                        "wraps each byte in much chunk",
                        (socket, request) -> endless(socket, CHUNKED, "1;" + "x".repeat(4000) + "\r\nx\r\n"),
                        TOO_LARGE,
                        "allowed are 65536"));
    }

    static Stream<Row> encoded() {
        String gzip = Packed.gzip("#EXTM3U\n");
        return Stream.of(
                packed(
                        "sends a gzip bomb",
                        "gzip",
                        Packed.gzip("0".repeat(8 << 20)),
                        TOO_LARGE,
                        "more than 65536 bytes after gunzip"),
                packed("compresses twice", "gzip", Packed.gzip(gzip), BAD_ENCODING, "still gzip after gunzip"),
                packed(
                        "says that it compressed twice",
                        "gzip, gzip",
                        Packed.gzip(gzip),
                        BAD_ENCODING,
                        "only gzip was offered"),
                packed("says gzip, sends text", "gzip", "#EXTM3U\n", BAD_ENCODING, "but the body is not"),
                packed("cuts the gzip data", "gzip", gzip.substring(0, gzip.length() - 9), BAD_ENCODING, "ends early"),
                packed("cuts the gzip header", "gzip", gzip.substring(0, 9), BAD_ENCODING, "the body is not"),
                packed(
                        "damages the gzip data",
                        "gzip",
                        gzip.substring(0, 11) + "\u00ff\u00ff" + gzip.substring(13),
                        BAD_ENCODING,
                        "Content-Encoding is gzip, but"),
                packed("sends a wrong checksum", "gzip", Packed.wrongChecksum(gzip), BAD_ENCODING, "checksum"),
                packed(
                        "sends garbage behind the gzip data",
                        "gzip",
                        gzip + "garbage!!!",
                        BAD_ENCODING,
                        "behind the end"),
                packed(
                        "sends zlib unasked",
                        "deflate",
                        Packed.zlib("#EXTM3U\n"),
                        BAD_ENCODING,
                        "only gzip was offered"),
                packed(
                        "sends raw deflate",
                        "deflate",
                        Packed.deflate("#EXTM3U\n"),
                        BAD_ENCODING,
                        "only gzip was offered"),
                packed("says Brotli, sends text", "br", "whatever", BAD_ENCODING, "\"br\""),
                packed("sends Brotli unasked", "br", BROTLI, BAD_ENCODING, "\"br\", but only gzip was offered"),
                packed("sends Brotli in gzip", "br, gzip", Packed.gzip(BROTLI), BAD_ENCODING, "only gzip was offered"),
                packed("sends Brotli of nothing", "br", ";", BAD_ENCODING, "only gzip was offered"),
                new Row(
                        "encodes the transfer",
                        HEAD + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                        BAD_ENCODING,
                        "Transfer-Encoding"));
    }

    static Stream<Row> redirecting() {
        return Stream.of(
                redirecting("redirects to itself", "/", REDIRECT_LOOP, "back to"),
                new Row(
                        "redirects in a circle",
                        (socket, request) ->
                                say(socket, redirect(request.startsWith("GET /a ") ? "/b" : "/a") + NO_BODY),
                        REDIRECT_LOOP,
                        "back to"),
                new Row(
                        "redirects ever on",
                        (socket, request) ->
                                say(socket, redirect(request.substring(4, request.indexOf(" HTTP")) + "x") + NO_BODY),
                        TOO_MANY_REDIRECTS,
                        "after 5 redirects"),
                redirecting("redirects to a file", "file:///etc/passwd", BAD_REDIRECT, "to \"file:///etc/passwd\""),
                redirecting("redirects to a script", "javascript:alert(1)", BAD_REDIRECT, "javascript"),
                redirecting("redirects to what is no URL", "http://[", BAD_REDIRECT, "302 from"),
                redirecting("redirects to port 0", "http://127.0.0.1:0/", BAD_REDIRECT, "302 from"),
                redirecting("redirects to port 70000", "http://127.0.0.1:70000/", BAD_REDIRECT, "302 from"),
                redirecting(
                        "redirects into the private network",
                        "http://10.0.0.1/",
                        FORBIDDEN_TARGET,
                        "10.0.0.1:80 is a private address"),
                redirecting(
                        "redirects to the metadata service",
                        "http://169.254.169.254/latest/",
                        FORBIDDEN_TARGET,
                        "private"),
                redirecting("redirects to loopback in IPv6", "http://[::1]/", FORBIDDEN_TARGET, "private"),
                redirecting(
                        "redirects to loopback in mapped IPv4",
                        "http://[::ffff:127.0.0.1]/",
                        FORBIDDEN_TARGET,
                        "private"),
                new Row(
                        "redirects without a Location",
                        "HTTP/1.1 302 Found\r\n" + NO_BODY,
                        BAD_REDIRECT,
                        "without a Location"),
                new Row(
                        "redirects to two places",
                        redirect("/a") + "Location: /b\r\n" + NO_BODY,
                        BAD_REDIRECT,
                        "with 2 Locations"));
    }

    private static Row packed(String name, String coding, String body, Failure failure, String detail) {
        return new Row(
                name,
                HEAD + "Content-Encoding: " + coding + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
                failure,
                detail);
    }

    private static Row redirecting(String name, String location, Failure failure, String detail) {
        return new Row(name, redirect(location) + NO_BODY, failure, detail);
    }

    private static String redirect(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n";
    }

    private static void trickle(NetSocket socket, String request) {
        say(socket, HEAD + "Content-Length: 60000\r\n\r\n");
        repeat(socket, 10, "x");
    }

    private static void endless(NetSocket socket, String head, String more) {
        say(socket, head);
        repeat(socket, 1, more);
    }

    private static void repeat(NetSocket socket, long millis, String bytes) {
        Vertx vertx = Vertx.currentContext().owner();
        long timer = vertx.setPeriodic(millis, tick -> say(socket, bytes));
        socket.closeHandler(closed -> vertx.cancelTimer(timer));
    }

    @AfterAll
    void close() {
        loopback.close();
    }

    @Test
    void aServerThatResetsTheConnection() {
        int port = loopback.server(new NetServerOptions().setSoLinger(0), (socket, request) -> {
            say(socket, HEAD + "Content-Length: 9\r\n\r\n#EXT");
            socket.close();
        });

        assertThat(loopback.failed(Loopback.url(port, "/"), Loopback.LIMITS).failure())
                .isEqualTo(RESET);
    }

    @ParameterizedTest
    @MethodSource({"slow", "broken", "large", "encoded", "redirecting"})
    void aServerThat(Row row) {
        int port = loopback.server(row.server());

        Exchange.Failed failed = loopback.failed(Loopback.url(port, "/"), row.limits());

        assertThat(failed.failure()).as(failed.detail()).isEqualTo(row.failure());
        assertThat(failed.detail()).contains(row.detail());
        assertThat(failed.startedAt()).isEqualTo(Loopback.NOON);
    }
}
