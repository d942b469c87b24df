package io.rungwatch.simulator.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Header;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.ByteBuffer;

/** One answer on its way, well or badly, as its disposition says. */
final class Sender {
    private static final int CHUNK = 64 * 1024;

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Answer answer;
    private long sent;

    Sender(Vertx vertx, HttpServerRequest request, Answer answer) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
        this.answer = answer;
    }

    void send() {
        if (response.closed()) {
            return;
        }
        switch (answer.disposition()) {
            case HANG -> {}
            case RESET -> reset();
            case NORMAL -> {
                head();
                pump(answer.body().length(), response::end);
            }
            case TRUNCATE -> {
                head();
                pump(answer.portion(), this::cut);
            }
            case TRICKLE -> {
                head();
                trickle();
            }
        }
    }

    private void head() {
        response.setStatusCode(answer.status());
        for (Header header : answer.headers()) {
            response.putHeader(header.name(), header.value());
        }
        if (answer.header("Content-Length").isEmpty() && answer.body().length() > 0) {
            response.setChunked(true);
        }
    }

    /** Writes while the peer keeps up; what it will never read is never made. */
    private void pump(long until, Runnable then) {
        if (sent == 0 && until == answer.body().length() && until > 0 && until <= CHUNK) {
            response.end(next((int) until));
            return;
        }
        while (sent < until) {
            if (response.closed()) {
                return;
            }
            if (response.writeQueueFull()) {
                response.drainHandler(ready -> {
                    response.drainHandler(null); // It stays otherwise, and goes on after the end.
                    pump(until, then);
                });
                return;
            }
            response.write(next((int) Math.min(CHUNK, until - sent)));
        }
        then.run();
    }

    /** The head must be out before the connection goes, even where no byte of the body is. */
    private void cut() {
        response.write(Buffer.buffer())
                .onComplete(written -> request.connection().close());
    }

    private void trickle() {
        if (response.closed()) {
            return;
        }
        long left = answer.body().length() - sent;
        if (left <= answer.portion()) {
            pump(answer.body().length(), response::end);
            return;
        }
        pump(sent + answer.portion(), this::pause);
    }

    private void pause() {
        vertx.setTimer(Math.max(1, answer.interval().toMillis()), id -> trickle());
    }

    /** Whole chunks: frames and what lies between them are too small to be sent one by one. */
    private Buffer next(int length) {
        ByteBuffer part = ByteBuffer.allocate(length);
        while (part.hasRemaining()) {
            part.put(answer.body().read(sent + part.position(), part.remaining()));
        }
        sent += length;
        return BufferInternal.buffer(Unpooled.wrappedBuffer(part.array()));
    }

    /** Without lingering, the kernel answers with RST instead of FIN: what a crashed server looks like. */
    private void reset() {
        HttpConnection connection = request.connection();
        if (connection instanceof ConnectionBase base) {
            base.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        connection.close();
    }
}
