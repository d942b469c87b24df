package io.rungwatch.real;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that answers whatever bytes an input wants: `/NAME/file` is asked of the input of that name. */
final class HostileServer implements AutoCloseable {
    private static final String END = "\r\n\r\n";

    private final Map<String, HostileInput> inputs = new HashMap<>();
    private final NetServer server;
    private final Vertx vertx;

    HostileServer(Vertx vertx, List<HostileInput> all) throws Exception {
        this.vertx = vertx;
        all.forEach(input -> inputs.put(input.name(), input));
        server = vertx.createNetServer()
                .connectHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    String base() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void serve(NetSocket socket) {
        StringBuilder heard = new StringBuilder();
        socket.exceptionHandler(gone -> socket.close());
        socket.handler(bytes -> {
            heard.append(bytes.toString(StandardCharsets.ISO_8859_1));
            if (heard.toString().endsWith(END)) {
                String request = heard.toString();
                heard.setLength(0);
                answer(new Wire(vertx, socket, request));
            }
        });
    }

    private void answer(Wire wire) {
        HostileInput input = inputs.get(wire.folder());
        if (input == null) {
            wire.status("404 Not Found");
        } else {
            input.answers().to(wire);
        }
    }

    @Override
    public void close() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
