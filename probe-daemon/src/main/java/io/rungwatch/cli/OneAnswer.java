package io.rungwatch.cli;

import io.rungwatch.Version;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Limits;
import io.rungwatch.sampler.HttpProbe;
import io.rungwatch.sampler.ProbeOptions;
import io.rungwatch.sampler.TargetGuard;
import io.rungwatch.url.Url;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Asks a URL once. By GET: many caches treat HEAD and ranges as something else. */
final class OneAnswer {
    /** A segment of a high rung has to fit. */
    private static final Limits LIMITS = Limits.PLAYLIST.withBytes(64 << 20).withTotal(Duration.ofSeconds(30));

    /** What makes Akamai, Edgecast, Fastly and Traffic Server tell more. It can change what they cache, so it is sent only on request. */
    private static final Headers DEBUG = Headers.of(
            "Pragma",
            "akamai-x-cache-on, akamai-x-cache-remote-on, akamai-x-check-cacheable",
            "X-EC-Debug",
            "x-ec-cache, x-ec-cache-remote, x-ec-check-cacheable, x-ec-cache-state",
            "Fastly-Debug",
            "1",
            "X-Debug",
            "X-Cache, Via");

    private OneAnswer() {}

    static Exchange of(Url url, boolean debug) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        try {
            ProbeOptions options =
                    ProbeOptions.of(Version.text(), new TargetGuard(Set.of(url.host() + ":" + url.port())));
            Promise<Exchange> answer = Promise.promise();
            vertx.runOnContext(go -> new HttpProbe(vertx, options, InstantSource.system(), System::nanoTime)
                    .fetch(Fetch.get(url, LIMITS).with(debug ? DEBUG : Headers.NONE), answer::complete));
            return answer.future().toCompletionStage().toCompletableFuture().join();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
