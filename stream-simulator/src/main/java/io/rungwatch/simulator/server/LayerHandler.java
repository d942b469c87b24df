package io.rungwatch.simulator.server;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks the simulator and puts its answer on the wire when it is due. */
record LayerHandler(Vertx vertx, String layer, Switchboard switchboard) implements Handler<HttpServerRequest> {
    private static final Logger LOG = Logger.getLogger(LayerHandler.class.getName());

    @Override
    public void handle(HttpServerRequest request) {
        try {
            Answer answer = switchboard.answer(layer, translated(request));
            long delay = answer.delay().toMillis();
            Sender sender = new Sender(vertx, request, answer);
            if (delay > 0) {
                vertx.setTimer(delay, id -> sender.send());
            } else {
                sender.send();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "no answer to " + request.method() + " " + request.uri(), e);
            if (!request.response().headWritten()) {
                request.response().setStatusCode(500).end();
            }
        }
    }

    private static Request translated(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return new Request(
                request.method().name(),
                request.uri(),
                headers.get(HttpHeaders.IF_NONE_MATCH),
                headers.get(HttpHeaders.IF_MODIFIED_SINCE),
                headers.get("Range"),
                headers.get(HttpHeaders.ACCEPT_ENCODING));
    }
}
