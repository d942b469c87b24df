package io.rungwatch.notify;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.jspecify.annotations.Nullable;

/** How an answer begins: nobody needs more of it than a few words. The rest is read past, but not for ever. */
final class FirstBytes implements BodyStream<Buffer> {
    /** An answer that does not end. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final int KEPT = 2 << 10;
    private static final long MOST = 1 << 20;

    private final Promise<Buffer> result = Promise.promise();
    private final Buffer first = Buffer.buffer();
    private long read;

    @Override
    public Future<Void> write(Buffer data) {
        read += data.length();
        if (read > MOST) {
            TooLong tooLong = new TooLong();
            result.tryFail(tooLong);
            return Future.failedFuture(tooLong);
        }
        first.appendBuffer(data, 0, Math.min(data.length(), KEPT - first.length()));
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> end() {
        result.tryComplete(first);
        return Future.succeededFuture();
    }

    @Override
    public void handle(Throwable trouble) {
        result.tryFail(trouble);
    }

    @Override
    public Future<Buffer> result() {
        return result.future();
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public FirstBytes setWriteQueueMaxSize(int most) {
        return this;
    }

    @Override
    public FirstBytes drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }

    @Override
    public FirstBytes exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }
}
