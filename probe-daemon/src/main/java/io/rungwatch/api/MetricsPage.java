package io.rungwatch.api;

import io.rungwatch.access.Shares;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writing out many series takes a while and megabytes: off the event loops, which have polls to make, and once for all who ask within a
 * second. It goes out piece by piece, as fast as it is taken, so that who takes nothing costs nothing.
 */
final class MetricsPage implements Handler<RoutingContext> {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 16;
    /** Whoever takes none of it still leaves some for the Prometheus beside him. */
    private static final int MOST_OF_ONE = 8;
    /** Prometheus itself waits for ten seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int PIECE = 32 << 10;

    private final Vertx vertx;
    private final Supplier<String> scrape;
    private final InstantSource clock;
    private final Shares shares = new Shares(MOST, MOST_OF_ONE);
    private @Nullable Future<Buffer> last;
    private Instant begun = Instant.EPOCH;

    MetricsPage(Vertx vertx, Supplier<String> scrape, InstantSource clock) {
        this.vertx = vertx;
        this.scrape = scrape;
        this.clock = clock;
    }

    @Override
    public void handle(RoutingContext call) {
        String address = Gate.address(call.request().remoteAddress());
        if (!shares.take(address)) {
            call.response().putHeader("Retry-After", Long.toString(LONGEST.toSeconds()));
            ApiServer.refuse(
                    call,
                    503,
                    "the metrics are being handed to as many as may have them at once (" + MOST + ", " + MOST_OF_ONE
                            + " at one address): read them to the end, or try again in a while");
            return;
        }
        AtomicBoolean over = new AtomicBoolean();
        long limit = vertx.setTimer(
                LONGEST.toMillis(), late -> call.request().connection().close());
        Runnable end = () -> {
            if (over.compareAndSet(false, true)) {
                vertx.cancelTimer(limit);
                shares.giveBack(address);
            }
        };
        call.response().closeHandler(closed -> end.run());
        Context context = vertx.getOrCreateContext();
        page().onComplete(made -> context.runOnContext(on -> {
            if (made.succeeded()) {
                answer(call.response(), made.result(), end);
            } else {
                end.run();
                call.fail(made.cause());
            }
        }));
    }

    private synchronized Future<Buffer> page() {
        Instant now = clock.instant();
        Future<Buffer> page = last;
        if (page == null || page.isComplete() && (page.failed() || !isFresh(now))) {
            begun = now;
            page = vertx.executeBlocking(() -> Buffer.buffer(scrape.get()), false);
            last = page;
        }
        return page;
    }

    private boolean isFresh(Instant now) {
        return !now.isBefore(begun) && now.isBefore(begun.plus(FRESH));
    }

    private static void answer(HttpServerResponse response, Buffer page, Runnable end) {
        response.putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .putHeader("Content-Length", Integer.toString(page.length()));
        write(response, page, 0, end);
    }

    private static void write(HttpServerResponse response, Buffer page, int from, Runnable end) {
        int next = from;
        while (next < page.length() && !response.closed() && !response.writeQueueFull()) {
            int until = Math.min(next + PIECE, page.length());
            response.write(page.slice(next, until));
            next = until;
        }
        int rest = next;
        if (response.closed()) {
            end.run();
        } else if (rest < page.length()) {
            response.drainHandler(room -> write(response, page, rest, end));
        } else {
            response.end().onComplete(sent -> end.run());
        }
    }
}
