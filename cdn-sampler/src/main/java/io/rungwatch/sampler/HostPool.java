package io.rungwatch.sampler;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one endpoint. The one used last is used next, so that a quiet hour lets the surplus go. A host that hangs fills
 * its own pool only.
 */
final class HostPool {
    private final HttpProbe probe;
    private final Endpoint endpoint;
    private final RequestHead requestHead;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Visit> waiting = new ArrayDeque<>();
    private List<InetAddress> addresses = List.of();
    private long resolvedAt;
    private boolean resolving;
    private int open;
    private int dials;

    HostPool(HttpProbe probe, Endpoint endpoint) {
        this.probe = probe;
        this.endpoint = endpoint;
        this.requestHead =
                new RequestHead(endpoint.hostHeader(), probe.options().userAgent());
        InetAddress literal = endpoint.literal();
        if (literal != null) {
            addresses = List.of(literal);
        }
    }

    void acquire(Visit visit) {
        refresh();
        Connection connection = nextIdle();
        if (connection != null) {
            visit.ask(connection);
        } else {
            acquireFresh(visit);
        }
    }

    void acquireFresh(Visit visit) {
        if (open < probe.options().connectionsPerHost()) {
            open++;
            new Dial(probe, this, visit, dials++).start();
        } else {
            waiting.add(visit);
        }
    }

    private @Nullable Connection nextIdle() {
        Connection connection = idle.pollFirst();
        while (connection != null && !connection.healthy()) {
            connection.abandon();
            connection = idle.pollFirst();
        }
        return connection;
    }

    void release(Connection connection) {
        if (!addresses.contains(connection.address())) {
            connection.abandon();
            return;
        }
        Visit next = nextWaiting();
        if (next != null) {
            next.ask(connection);
        } else {
            connection.idleSince(probe.now());
            idle.addFirst(connection);
        }
    }

    void closed(Connection connection) {
        idle.remove(connection);
        slotFree();
    }

    void slotFree() {
        open--;
        Visit next = nextWaiting();
        if (next != null) {
            acquireFresh(next);
        }
    }

    private @Nullable Visit nextWaiting() {
        Visit next = waiting.pollFirst();
        while (next != null && next.over()) {
            next = waiting.pollFirst();
        }
        return next;
    }

    /** Known addresses at once; a name that was asked long ago, or never, from the name service. */
    void addresses(Consumer<List<InetAddress>> found, Consumer<String> notFound) {
        if (!addresses.isEmpty() && !outdated()) {
            found.accept(addresses);
        } else {
            probe.names().resolve(endpoint.name(), fresh -> found.accept(believe(fresh)), notFound);
        }
    }

    private boolean outdated() {
        return endpoint.literal() == null
                && probe.now() - resolvedAt > probe.options().dnsEvery().toNanos();
    }

    /** A CDN moves its name to other edges: kept connections must not hold the probe on the old one, nor may the poll wait. */
    private void refresh() {
        if (!idle.isEmpty() && !resolving && outdated()) {
            resolving = true;
            probe.names().resolve(endpoint.name(), this::refreshed, unknown -> refreshed(addresses));
        }
    }

    private void refreshed(List<InetAddress> fresh) {
        resolving = false;
        believe(fresh);
        idle.stream()
                .filter(connection -> !addresses.contains(connection.address()))
                .toList()
                .forEach(Connection::abandon);
    }

    private List<InetAddress> believe(List<InetAddress> fresh) {
        addresses = fresh;
        resolvedAt = probe.now();
        return fresh;
    }

    /** False when nothing is left to keep. */
    boolean sweep(long now, TargetGuard guard) {
        long keepAlive = probe.options().keepAlive().toNanos();
        idle.stream()
                .filter(connection -> now - connection.idleSince() > keepAlive
                        || guard.forbids(endpoint.host(), endpoint.port(), connection.address()))
                .toList()
                .forEach(Connection::abandon);
        return open > 0 || !waiting.isEmpty();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    RequestHead requestHead() {
        return requestHead;
    }

    int limit() {
        return probe.options().connectionsPerHost();
    }
}
