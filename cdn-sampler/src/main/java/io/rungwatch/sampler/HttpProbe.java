package io.rungwatch.sampler;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes GETs and measures them. One per event loop: whatever happens to one fetch, the others notice nothing. Every outcome is an
 * {@link Exchange}; nothing is thrown, logged or retried, but for the one case of a kept connection that the server had just closed.
 */
public final class HttpProbe {
    static final String STOPPED = "the probe is being stopped";

    private static final long SWEEP_MILLIS = 5_000;
    private static final int AT_ONCE = 32;

    private record Question(Fetch fetch, Consumer<Exchange> then) {}

    private final ContextInternal context;
    private final ProbeOptions options;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final HostNames names;
    private final NameService nameService;
    private final NetClient net;
    private final Deadlines deadlines;
    private final ContentCoding coding = new ContentCoding();
    private final PlainAnswer plainAnswer = new PlainAnswer();
    private final Map<Endpoint, HostPool> pools = new HashMap<>();
    private final ArrayDeque<Question> questions = new ArrayDeque<>();
    private final ArrayDeque<Runnable> answers = new ArrayDeque<>();
    private TargetGuard guard;
    private long sweeper;
    private boolean stopped;

    /** Belongs to the event loop that it is made on. `nanos` only measures spans. */
    public HttpProbe(Vertx vertx, ProbeOptions options, InstantSource clock, LongSupplier nanos) {
        this(vertx, options, clock, nanos, new NameService(nanos));
    }

    /** One of several that share a name service. */
    public HttpProbe(
            Vertx vertx, ProbeOptions options, InstantSource clock, LongSupplier nanos, NameService nameService) {
        this((ContextInternal) vertx.getOrCreateContext(), options, clock, nanos, null, nameService);
    }

    HttpProbe(
            ContextInternal context,
            ProbeOptions options,
            InstantSource clock,
            LongSupplier nanos,
            @Nullable HostNames names) {
        this(context, options, clock, nanos, names, new NameService(nanos));
    }

    private HttpProbe(
            ContextInternal context,
            ProbeOptions options,
            InstantSource clock,
            LongSupplier nanos,
            @Nullable HostNames names,
            NameService nameService) {
        this.nameService = nameService;
        this.context = context;
        this.options = options;
        this.clock = clock;
        this.nanos = nanos;
        this.names = names == null ? new SystemNames(context) : names;
        this.guard = options.guard();
        this.net = context.owner().createNetClient(new NetClientOptions());
        this.deadlines = new Deadlines(context.owner(), nanos);
        context.emit(this, HttpProbe::startSweeping);
    }

    /** Answers on this probe's event loop. */
    public void fetch(Fetch fetch, Consumer<Exchange> then) {
        context.emit(new Question(fetch, then), this::queue);
    }

    public Future<Exchange> fetch(Fetch fetch) {
        Promise<Exchange> promise = context.promise();
        fetch(fetch, promise::complete);
        return promise.future();
    }

    private void queue(Question question) {
        if (questions.isEmpty()) {
            context.nettyEventLoop().execute(this::ask);
        }
        questions.add(question);
    }

    /**
     * What is due together goes out together, so that a server that was woken for the first need not be woken for the others; but after
     * some of it the sockets get a look, so that answers find in the processor's caches who asked, and their connections are used again.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a visit that fails says so itself
    private void ask() {
        for (int i = 0; i < AT_ONCE && !questions.isEmpty(); i++) {
            Question next = questions.remove();
            context.emit(new Visit(this, next.fetch(), next.then()), Visit::begin);
        }
        if (!questions.isEmpty()) {
            context.nettyEventLoop().schedule(this::ask, 0, TimeUnit.NANOSECONDS);
        }
    }

    /** For a configuration that was changed while running: connections that are no longer allowed are closed. */
    public void guard(TargetGuard now) {
        context.emit(now, changed -> {
            guard = changed;
            sweep();
        });
    }

    public Future<Void> close() {
        Promise<Void> closed = context.promise();
        context.emit(closed, promise -> {
            stopped = true;
            while (!questions.isEmpty()) {
                ask();
            }
            context.owner().cancelTimer(sweeper);
            deadlines.endAll(Visit::stop);
            handOver();
            net.close().onComplete(promise);
        });
        return closed.future();
    }

    private void startSweeping() {
        sweeper = context.owner().setPeriodic(SWEEP_MILLIS, id -> sweep());
    }

    private void sweep() {
        long now = now();
        pools.values().removeIf(pool -> !pool.sweep(now, guard));
    }

    /**
     * Answers are thought about when the sockets that were ready together have all been read: what one answer means takes longer than
     * reading the next, whose time would not be its own.
     */
    void hand(Exchange exchange, Consumer<Exchange> then) {
        if (answers.isEmpty()) {
            context.nettyEventLoop().execute(this::handOver);
        }
        answers.add(() -> then.accept(exchange));
    }

    private void handOver() {
        for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
            context.emit(answer, Runnable::run);
        }
    }

    HostPool pool(Endpoint endpoint) {
        return pools.computeIfAbsent(endpoint, missing -> new HostPool(this, missing));
    }

    Instant wallClock() {
        return clock.instant();
    }

    long now() {
        return nanos.getAsLong();
    }

    ContextInternal context() {
        return context;
    }

    ProbeOptions options() {
        return options;
    }

    HostNames names() {
        return names;
    }

    NameService nameService() {
        return nameService;
    }

    NetClient net() {
        return net;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    ContentCoding coding() {
        return coding;
    }

    PlainAnswer plainAnswer() {
        return plainAnswer;
    }

    TargetGuard guard() {
        return guard;
    }

    boolean stopped() {
        return stopped;
    }
}
