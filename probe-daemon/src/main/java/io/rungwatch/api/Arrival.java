package io.rungwatch.api;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request has arrived in full so long after its first byte, or its connection ends: the time that a connection may be idle begins again
 * with each byte, so that a byte a minute held it for ever. Between requests, and while an answer goes on, nothing runs.
 *
 * <p>First in the pipeline, where a byte is seen whatever it belongs to. Touched by the connection's event loop only.
 */
final class Arrival extends ChannelInboundHandlerAdapter {
    private final Duration within;
    private @Nullable Future<?> limit;

    private Arrival(Duration within) {
        this.within = within;
    }

    /** A new connection owes its first request. */
    static void watch(HttpConnection connection, Duration within) {
        if (connection instanceof ConnectionBase base) {
            base.channel().pipeline().addFirst(new Arrival(within));
        }
    }

    static void of(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase base) {
            Arrival arrival = base.channel().pipeline().get(Arrival.class);
            if (arrival != null) {
                request.end().onComplete(whole -> arrival.end());
            }
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        begin(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        begin(context);
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        if (limit == null) {
            limit = context.executor().schedule(() -> close(context), within.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void close(ChannelHandlerContext context) {
        Future<?> unused = context.close();
    }

    private void end() {
        if (limit != null) {
            limit.cancel(false);
            limit = null;
        }
    }
}
