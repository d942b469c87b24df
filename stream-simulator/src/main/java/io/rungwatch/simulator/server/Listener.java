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

    /** Vert.x lets all instances with one negative number share one free port. */
    private static final AtomicInteger FREE_PORTS = new AtomicInteger();

    private final int port;
    private final AtomicInteger bound;
    private final Function<Vertx, Handler<HttpServerRequest>> handler;

    private Listener(int port, AtomicInteger bound, Function<Vertx, Handler<HttpServerRequest>> handler) {
        this.port = port;
        this.bound = bound;
        this.handler = handler;
    }

    /** A port that was bound, and what to undeploy for it to be free again. */
    record Bound(String deployment, int port) {}

    static Future<Bound> deploy(
            Vertx vertx, int port, int instances, Function<Vertx, Handler<HttpServerRequest>> handler) {
        int wanted = port == 0 ? FREE_PORTS.decrementAndGet() : port;
        AtomicInteger bound = new AtomicInteger();
        return vertx.deployVerticle(
                        () -> (Deployable) new Listener(wanted, bound, handler),
                        new DeploymentOptions().setInstances(instances))
                .map(id -> new Bound(id, bound.get()));
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setTcpNoDelay(true);
        HttpServer server = vertx.createHttpServer(options).requestHandler(handler.apply(vertx));
        return server.listen().onSuccess(listening -> bound.set(listening.actualPort()));
    }
}
