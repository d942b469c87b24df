package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.BAD_URL;
import static io.rungwatch.exchange.Failure.RESET;
import static io.rungwatch.exchange.Failure.TRUNCATED;

import io.rungwatch.exchange.BodyReader;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Limits;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One fetch from the question to the last answer, redirects included, with a clock of its own that no other visit can hold up. */
final class Visit {
    /** Where {@link Deadlines} keeps this visit. */
    int slot;

    /** When the present stage has lasted too long. */
    long deadline;

    private final HttpProbe probe;
    private final Fetch fetch;
    private final Consumer<Exchange> then;
    private final Instant startedAt;
    private final long end;
    private final Stopwatch watch;
    private final List<Url> hops = new ArrayList<>(0);
    private long hopStarted;
    /** What it had been in all when the present stage began. */
    private long away;

    private Url url;
    private @Nullable HostPool pool;
    private @Nullable Connection connection;
    private String remote = "";
    private boolean retried;
    private boolean delivered;

    Visit(HttpProbe probe, Fetch fetch, Consumer<Exchange> then) {
        this.probe = probe;
        this.fetch = fetch;
        this.then = then;
        this.startedAt = probe.wallClock();
        long now = probe.now();
        this.watch = new Stopwatch(now);
        this.end = now + fetch.limits().total().toNanos();
        this.url = fetch.url();
    }

    void begin() {
        probe.deadlines().add(this);
        if (probe.stopped()) {
            fail(Failure.CONNECT, HttpProbe.STOPPED);
        } else if (Endpoint.isHttp(url) && RequestHead.isTarget(url.host()) && RequestHead.isTarget(url.target())) {
            go(url);
        } else {
            fail(BAD_URL, Wording.quoted(url.toString()));
        }
    }

    private void go(Url next) {
        url = next;
        hopStarted = probe.now();
        retried = false;
        enter(Stage.WAITING);
        pool = probe.pool(Endpoint.of(next));
        pool.acquire(this);
    }

    void enter(Stage next) {
        long now = probe.now();
        long awaySoFar = probe.deadlines().away(now);
        watch.enter(next, now, awaySoFar - away);
        away = awaySoFar;
        long limit = switch (next) {
            case ASKED -> now + limits().firstByte().toNanos();
            case READING, OVER -> end;
            default -> hopStarted + limits().connect().toNanos();
        };
        deadline = limit - end > 0 ? end : limit;
    }

    void ask(Connection ready) {
        connection = ready;
        remote = ready.remote();
        enter(Stage.ASKED);
        BodyReader reader = fetch.reader();
        if (reader != null) {
            ready.secured().ifPresent(reader::over);
        }
        ready.ask(
                this,
                new Answer(limits(), fetch.headersOnly(), fetch.reader()),
                fetch.how() == Fetch.How.HEAD,
                pool().requestHead().of(ready.channel().alloc(), url.target(), fetch));
    }

    void firstByte() {
        enter(Stage.READING);
    }

    /** Something came; whoever only takes his time has until the end. */
    void goesOn() {
        if (watch.stage() == Stage.READING && limits().silence().compareTo(limits().total()) < 0) {
            long limit = probe.now() + limits().silence().toNanos();
            deadline = limit - end > 0 ? end : limit;
        }
    }

    void answered(Answer answer, String from) {
        connection = null;
        try {
            if (Redirect.is(answer.status())) {
                Url next = Redirect.follow(
                        fetch.url(),
                        hops,
                        limits().redirects(),
                        answer.status(),
                        answer.headers().all("Location"));
                hops.add(next);
                go(next);
            } else {
                enter(Stage.OVER);
                byte[] body = fetch.headersOnly() || answer.isRead()
                        ? answer.body()
                        : probe.coding().decode(answer.headers(), answer.body(), limits().decodedBytes());
                finish(new Exchange.Answered(
                        startedAt,
                        watch.timing(),
                        List.copyOf(hops),
                        url,
                        from,
                        answer.status(),
                        answer.headers(),
                        body));
            }
        } catch (BadAnswer bad) {
            fail(bad.failure(), from + ": " + bad.detail());
        }
    }

    /**
     * A server may close an idle connection in the moment we use it: that is no fault of anybody, so a fresh connection is tried once.
     */
    void brokeOff(Answer answer, Connection broken, String cause) {
        if (answer.untouched() && broken.reused() && !retried) {
            retried = true;
            connection = null;
            enter(Stage.WAITING);
            pool().acquireFresh(this);
            return;
        }
        boolean truncated = answer.headSeen() && cause.isEmpty();
        fail(
                truncated ? TRUNCATED : RESET,
                remote + " closed the connection " + answer.progress() + (cause.isEmpty() ? "" : " (" + cause + ")"));
    }

    void fail(Failure failure, String detail) {
        if (!over()) {
            enter(Stage.OVER);
        }
        finish(new Exchange.Failed(startedAt, watch.timing(), List.copyOf(hops), failure, detail));
    }

    private void finish(Exchange exchange) {
        if (delivered) {
            return;
        }
        delivered = true;
        probe.deadlines().remove(this);
        probe.hand(exchange, then);
    }

    void stop() {
        abandonConnection();
        fail(Failure.CONNECT, HttpProbe.STOPPED);
    }

    private void abandonConnection() {
        if (connection != null) {
            connection.abandon();
            connection = null;
        }
    }

    /** The deadline has passed. What is still under way for this visit is closed, never put back. */
    void expire() {
        abandonConnection();
        Stage stage = watch.stage();
        boolean total = deadline == end;
        fail(Overdue.failure(stage, total), Overdue.detail(stage, total, limits(), pool(), remote));
    }

    private HostPool pool() {
        return Objects.requireNonNull(pool, "asked before it went anywhere");
    }

    boolean over() {
        return watch.stage() == Stage.OVER;
    }

    Limits limits() {
        return fetch.limits();
    }

    String remote() {
        return remote;
    }

    void remote(String address) {
        remote = address;
    }
}
