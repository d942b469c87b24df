package io.rungwatch.api;

import io.rungwatch.json.Json;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The board as a stream of server-sent events: whole at first, then once a second what has changed, if only the time. Nothing is read or
 * written while nobody listens, and it is read beside the event loops, which have polls to make.
 */
final class Events {
    private static final int MOST_STREAMS = 50;
    private static final long EVERY_MILLIS = 1000;
    /** Rounds that a reader may be behind; it gets the whole board when it has caught up. */
    private static final int PATIENCE = 10;

    /** One who listens. Touched on its own context only, but for `whole`. */
    private static final class Reader {
        final RoutingContext call;
        final Context context;
        /** It knows nothing yet, or missed something. */
        volatile boolean whole = true;

        int behind;

        Reader(RoutingContext call, Context context) {
            this.call = call;
            this.context = context;
        }
    }

    private record Texts(Optional<String> whole, String changes) {}

    private final Vertx vertx;
    private final Board.Reader boards;
    private final Health health;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean reading = new AtomicBoolean();
    private @Nullable Board last;
    private long timer = -1;

    Events(Vertx vertx, Board.Reader boards, Health health) {
        this.vertx = vertx;
        this.boards = boards;
        this.health = health;
    }

    void open(RoutingContext call) {
        if (readers.size() >= MOST_STREAMS) {
            ApiServer.refuse(
                    call, 503, "too many pages are open (" + MOST_STREAMS + "): close some, or try again in a while");
            return;
        }
        HttpServerResponse response = call.response()
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("Content-Encoding", "identity");
        Reader reader = new Reader(call, vertx.getOrCreateContext());
        response.exceptionHandler(lost -> readers.remove(reader));
        response.closeHandler(closed -> readers.remove(reader));
        response.write(": rungwatch\n\n");
        readers.add(reader);
        begin();
        round();
    }

    private synchronized void begin() {
        if (timer < 0) {
            timer = vertx.setPeriodic(EVERY_MILLIS, tick -> round());
        }
    }

    private synchronized boolean ended() {
        if (readers.isEmpty() && timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
        return readers.isEmpty();
    }

    private void round() {
        if (ended() || !reading.compareAndSet(false, true)) {
            return;
        }
        vertx.executeBlocking(this::texts, false).onComplete(done -> {
            reading.set(false);
            if (done.succeeded()) {
                readers.forEach(reader -> reader.context.runOnContext(on -> tell(reader, done.result())));
            }
        });
    }

    /** One at a time, as `reading` says. */
    private Texts texts() {
        Board now = boards.read();
        Board before = last == null ? now : last;
        last = now;
        boolean asked = readers.stream().anyMatch(reader -> reader.whole);
        return new Texts(
                asked ? Optional.of(event(BoardText.whole(now))) : Optional.empty(),
                event(BoardText.changes(before, now)));
    }

    private String event(Map<String, @Nullable Object> message) {
        health.refusal().ifPresent(errors -> message.put("refused", errors));
        return "data: " + Json.write(message) + "\n\n";
    }

    private void tell(Reader reader, Texts texts) {
        HttpServerResponse response = reader.call.response();
        if (response.ended() || response.closed()) {
            readers.remove(reader);
        } else if (!Gate.stillMay(reader.call)) {
            readers.remove(reader);
            reader.call.request().connection().close();
        } else if (response.writeQueueFull()) {
            reader.whole = true;
            reader.behind++;
            if (reader.behind > PATIENCE) {
                readers.remove(reader);
                reader.call.request().connection().close();
            }
        } else if (!reader.whole) {
            reader.behind = 0;
            response.write(texts.changes());
        } else if (texts.whole().isPresent()) {
            reader.whole = false;
            reader.behind = 0;
            response.write(texts.whole().get());
        }
    }
}
