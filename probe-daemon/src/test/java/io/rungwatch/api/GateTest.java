package io.rungwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.access.Doorman;
import io.rungwatch.access.HttpSettings;
import io.rungwatch.access.TokenHash;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who holds connections without asking for anything. No server here has a limit for what is idle. */
@Timeout(60)
class GateTest {
    private static final String ASKED = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String ANSWERED = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

    private final Vertx vertx = Vertx.vertx();
    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : open) {
            socket.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void oneAddressLeavesConnectionsForTheOthers() throws Exception {
        int port = listen(Duration.ofMinutes(1));
        for (int i = 0; i < 100; i++) {
            assertThat(answer(say(connect(port, "127.0.0.1"), ASKED))).isEqualTo(ANSWERED);
        }

        assertThat(answer(say(connect(port, "127.0.0.1"), ASKED))).isEmpty();
        assertThat(answer(say(connect(port, "127.0.0.2"), ASKED))).isEqualTo(ANSWERED);

        open.getFirst().close();
        String again = "";
        while (again.isEmpty()) {
            again = answer(say(connect(port, "127.0.0.1"), ASKED));
        }
        assertThat(again).isEqualTo(ANSWERED);
    }

    @Test
    void whatDoesNotArriveEndsItsConnectionAndWhatIsIdleLivesOn() throws Exception {
        int port = listen(Duration.ofSeconds(1));
        Socket kept = say(connect(port, "127.0.0.1"), ASKED);
        assertThat(answer(kept)).isEqualTo(ANSWERED);
        Socket begunAgain = say(connect(port, "127.0.0.1"), ASKED);
        assertThat(answer(begunAgain)).isEqualTo(ANSWERED);

        List<Socket> owing = List.of(
                connect(port, "127.0.0.1"),
                say(connect(port, "127.0.0.1"), "G"),
                say(connect(port, "127.0.0.1"), "GET / HTTP/1.1\r\nHost: localhost\r\n"),
                say(begunAgain, "GET / HTTP/1.1\r\nHost: "));
        for (Socket socket : owing) {
            assertThat(answer(socket)).isEmpty();
        }
        Socket body =
                say(connect(port, "127.0.0.1"), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n1234");
        assertThat(answer(body)).isEqualTo(ANSWERED);
        assertThat(answer(body)).isEmpty();

        assertThat(answer(say(kept, ASKED)))
                .as("it has been idle for longer than a request may take")
                .isEqualTo(ANSWERED);
    }

    private int listen(Duration arrival) throws Exception {
        HttpSettings settings = HttpSettings.onlyHere(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Gate gate = new Gate(
                new Doorman(settings, () -> settings, TokenHash.of("own")),
                Optional::empty,
                InstantSource.system(),
                arrival);
        return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(gate::connected)
                .requestHandler(gate.before(request -> request.response().end("ok")))
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private Socket connect(int port, String from) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setSoTimeout(20_000);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static Socket say(Socket socket, String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException closed) {
            assertThat(socket.getInputStream().available()).isZero();
        }
        return socket;
    }

    /** Empty where the connection was ended instead. */
    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readNBytes(ANSWERED.length()), StandardCharsets.US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }
}
