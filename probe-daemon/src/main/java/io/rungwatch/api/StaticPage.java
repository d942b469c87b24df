package io.rungwatch.api;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** A page from the class path, read once. It loads nothing from elsewhere and runs only its own script. */
final class StaticPage implements Handler<RoutingContext> {
    private final Buffer page;

    StaticPage(Vertx vertx, String name) {
        page = vertx.fileSystem().readFileBlocking("page/" + name);
    }

    @Override
    public void handle(RoutingContext call) {
        call.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(page);
    }
}
