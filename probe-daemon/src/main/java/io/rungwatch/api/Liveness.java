package io.rungwatch.api;

import io.rungwatch.Version;
import io.rungwatch.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether the probe still moves: whoever gets no good answer starts it again.
 *
 * @param alive done when everything that polls has moved
 */
record Liveness(Supplier<CompletionStage<?>> alive, Duration patience) implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext call) {
        Future.fromCompletionStage(alive.get(), call.vertx().getOrCreateContext())
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(moved -> ApiServer.json(call, Json.object("live", true, "version", Version.text())))
                .onFailure(stuck -> ApiServer.refuse(
                        call,
                        503,
                        "what polls has not moved for " + patience.toMillis() + " ms: start the probe again"));
    }
}
