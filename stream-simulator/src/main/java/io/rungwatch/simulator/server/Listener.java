package io.rungwatch.simulator.server;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** One port on loopback, served by several event loops. */
final class Listener extends VerticleBase {
    private static final int LONGEST_LINE = 16 * 1024;

    private final AtomicInteger port;
    private final Function<Vertx, Handler<HttpServerRequest>> handler;

    private Listener(AtomicInteger port, Function<Vertx, Handler<HttpServerRequest>> handler) {
        this.port = port;
        this.handler = handler;
    }

    /** The first instance learns which port it got, the others join it there. */
    static Future<Integer> deploy(
            Vertx vertx, int port, int instances, Function<Vertx, Handler<HttpServerRequest>> handler) {
        AtomicInteger bound = new AtomicInteger(port);
        Future<String> first = vertx.deployVerticle(new Listener(bound, handler));
        if (instances == 1) {
            return first.map(id -> bound.get());
        }
        DeploymentOptions others = new DeploymentOptions().setInstances(instances - 1);
        return first.compose(id -> vertx.deployVerticle(() -> (Deployable) new Listener(bound, handler), others))
                .map(id -> bound.get());
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port.get())
                .setMaxInitialLineLength(LONGEST_LINE)
                .setTcpNoDelay(true);
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(handler.apply(vertx))
                .invalidRequestHandler(HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER);
        return server.listen().onSuccess(listening -> port.set(listening.actualPort()));
    }
}
