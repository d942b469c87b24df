package io.rungwatch.bench.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;

/** Whom the daemon tells. */
final class Webhook implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Ledger ledger;

    Webhook(Ledger ledger) throws IOException {
        this.ledger = ledger;
        server.createContext("/", this::receive);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void receive(HttpExchange exchange) throws IOException {
        Instant at = Instant.now();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            ledger.note(Told.parse(at, body));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
