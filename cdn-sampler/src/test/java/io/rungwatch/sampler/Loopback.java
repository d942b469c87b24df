package io.rungwatch.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A probe and servers that say exactly the bytes they are told to, on loopback. */
final class Loopback implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Long enough for the slowest machine: a test that expects a timeout shortens the one limit that it is about. */
    private static final Duration AMPLE = Duration.ofSeconds(20);

    static final Limits LIMITS = new Limits(AMPLE, AMPLE, AMPLE, AMPLE, 64 << 10, 64 << 10, 32 << 10, 5);

    final Vertx vertx = Vertx.vertx();
    private final ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
    private final HttpProbe probe;

    Loopback() {
        this(options(), null);
    }

    Loopback(ProbeOptions options, @Nullable HostNames names) {
        this(options, names, System::nanoTime);
    }

    Loopback(ProbeOptions options, @Nullable HostNames names, LongSupplier nanos) {
        probe = new HttpProbe(context, options, InstantSource.fixed(NOON), nanos, names);
    }

    static ProbeOptions options() {
        return ProbeOptions.of("test", new TargetGuard(Set.of("127.0.0.1", "localhost")));
    }

    static Limits firstByte(long millis) {
        return limits(AMPLE, Duration.ofMillis(millis), AMPLE);
    }

    static Limits connect(long millis) {
        return limits(Duration.ofMillis(millis), AMPLE, AMPLE);
    }

    static Limits total(long millis) {
        return limits(AMPLE, AMPLE, Duration.ofMillis(millis));
    }

    static Limits silence(long millis) {
        return new Limits(AMPLE, AMPLE, AMPLE, Duration.ofMillis(millis), 64 << 10, 64 << 10, LIMITS.headerBytes(), 5);
    }

    private static Limits limits(Duration connect, Duration firstByte, Duration total) {
        return new Limits(
                connect, firstByte, total, AMPLE, LIMITS.wireBytes(), LIMITS.decodedBytes(), LIMITS.headerBytes(), 5);
    }

    HttpProbe probe() {
        return probe;
    }

    /** After everything that was started before: what is asked for goes out with the next task of the loop. */
    void onTheLoop(Runnable task) {
        context.runOnContext(now -> context.runOnContext(then -> task.run()));
    }

    /** Calls `answer` for each request head that has come in whole. */
    int server(BiConsumer<NetSocket, String> answer) {
        return server(new NetServerOptions(), answer);
    }

    int server(NetServerOptions options, BiConsumer<NetSocket, String> answer) {
        return vertx.createNetServer(options)
                .connectHandler(socket -> {
                    StringBuilder heard = new StringBuilder();
                    socket.exceptionHandler(broken -> {});
                    socket.handler(bytes -> {
                        heard.append(bytes.toString(StandardCharsets.ISO_8859_1));
                        for (int end = heard.indexOf("\r\n\r\n"); end >= 0; end = heard.indexOf("\r\n\r\n")) {
                            String request = heard.substring(0, end);
                            heard.delete(0, end + 4);
                            answer.accept(socket, request);
                        }
                    });
                })
                .listen(0, "127.0.0.1")
                .await()
                .actualPort();
    }

    static void say(NetSocket socket, String bytes) {
        socket.write(Buffer.buffer(bytes, "ISO-8859-1"));
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static Url url(int port, String target) {
        return url("http://127.0.0.1:" + port + target);
    }

    static Url url(String text) {
        try {
            return Url.parse(text);
        } catch (BadUrl e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    Exchange get(int port, String target) {
        return get(url(port, target), LIMITS);
    }

    Exchange get(Url url, Limits limits) {
        return await(start(url, limits));
    }

    Exchange.Answered answered(int port, String target) {
        return answered(url(port, target));
    }

    Exchange.Answered answered(Url url) {
        Exchange exchange = get(url, LIMITS);
        assertThat(exchange).isInstanceOf(Exchange.Answered.class);
        return (Exchange.Answered) exchange;
    }

    Exchange.Failed failed(Url url, Limits limits) {
        Exchange exchange = get(url, limits);
        assertThat(exchange).isInstanceOf(Exchange.Failed.class);
        return (Exchange.Failed) exchange;
    }

    Future<Exchange> start(Url url, Limits limits) {
        return probe.fetch(Fetch.get(url, null, null, limits));
    }

    static <T> T await(Future<T> future) {
        try {
            return future.await(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no end after 30 s", e);
        }
    }

    @Override
    public void close() {
        await(probe.close());
        await(vertx.close());
    }
}
