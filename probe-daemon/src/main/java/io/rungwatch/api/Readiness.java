package io.rungwatch.api;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Whether the probe has something to show: 503 keeps whoever reads away for now, and is no reason to start it again. */
record Readiness(Health health) implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext call) {
        call.response().setStatusCode(health.ready() ? 200 : 503);
        ApiServer.json(call, health.view());
    }
}
