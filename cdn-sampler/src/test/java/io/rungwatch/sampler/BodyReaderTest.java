package io.rungwatch.sampler;

import static io.rungwatch.sampler.Loopback.ok;
import static io.rungwatch.sampler.Loopback.say;
import static io.rungwatch.sampler.Loopback.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.BodyReader;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that nobody keeps goes to its reader as it comes. */
class BodyReaderTest {
    private static final int LARGE = 1 << 20;

    private final Loopback loopback = new Loopback();
    private final Pieces pieces = new Pieces();

    /** What came, and in how many pieces. */
    private static final class Pieces implements BodyReader {
        private final List<String> all = new ArrayList<>();

        @Override
        public void add(byte[] bytes, int offset, int length) {
            all.add(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        }

        String text() {
            return String.join("", all);
        }
    }

    @AfterEach
    void close() {
        loopback.close();
    }

    @Test
    void aLargeBodyComesInPieces() {
        String body = "0123456789abcdef".repeat(LARGE / 16);
        int port = loopback.server((socket, request) -> say(socket, ok(body)));

        Exchange.Answered answer = answered(port, Loopback.LIMITS.withBytes(2 * LARGE));

        assertThat(answer.body()).isEmpty();
        assertThat(pieces.all).hasSizeGreaterThan(1);
        assertThat(pieces.text()).isEqualTo(body);
    }

    /** Whatever else is small and plain is kept and read at once; not this. */
    @Test
    void aSmallBodyGoesToTheReaderToo() {
        int port = loopback.server((socket, request) -> say(socket, ok("a segment")));

        Exchange.Answered answer = answered(port, Loopback.LIMITS);

        assertThat(answer.body()).isEmpty();
        assertThat(pieces.text()).isEqualTo("a segment");
    }

    @Test
    void chunksAreJoined() {
        int port = loopback.server(
                (socket, request) -> say(
                        socket,
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na s\r\n6;x=y\r\negment\r\n0\r\nX-Trailer: 1\r\n\r\n"));

        Exchange.Answered answer = answered(port, Loopback.LIMITS);

        assertThat(answer.body()).isEmpty();
        assertThat(pieces.text()).isEqualTo("a segment");
    }

    @Test
    void aPartIsWantedAsMuchAsAWhole() {
        int port = loopback.server((socket, request) -> say(
                socket, "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-3/9\r\nContent-Length: 4\r\n\r\na se"));

        assertThat(answered(port, Loopback.LIMITS).status()).isEqualTo(206);
        assertThat(pieces.text()).isEqualTo("a se");
    }

    /** Of an error people want to read what it says, and no reader of media does. */
    @ParameterizedTest
    @ValueSource(ints = {404, 503})
    void anErrorPageIsKept(int status) {
        int port = loopback.server(
                (socket, request) -> say(socket, "HTTP/1.1 " + status + " Sorry\r\nContent-Length: 5\r\n\r\nSorry"));

        Exchange.Answered answer = answered(port, Loopback.LIMITS);

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("Sorry");
        assertThat(pieces.all).isEmpty();
    }

    @Test
    void itIsAskedForAsItIsStored() {
        List<String> asked = new CopyOnWriteArrayList<>();
        int port = loopback.server((socket, request) -> {
            asked.add(request);
            say(socket, ok(""));
        });

        answered(port, Loopback.LIMITS);

        assertThat(asked.getFirst()).contains("\r\nAccept-Encoding: identity");
    }

    @Test
    void aBodyThatGoesSilentIsNotWaitedFor() {
        int port = loopback.server((socket, request) ->
                say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 40000\r\n\r\n" + "x".repeat(39_000)));

        Exchange exchange = read(port, Loopback.silence(200));

        assertThat(exchange).isInstanceOf(Exchange.Failed.class);
        assertThat(((Exchange.Failed) exchange).failure()).isEqualTo(Failure.SILENT);
        assertThat(pieces.text()).hasSize(39_000);
    }

    private Exchange.Answered answered(int port, Limits limits) {
        Exchange exchange = read(port, limits);
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return (Exchange.Answered) exchange;
    }

    private Exchange read(int port, Limits limits) {
        return Loopback.await(loopback.probe().fetch(Fetch.read(url(port, "/s.ts"), pieces, limits)));
    }
}
