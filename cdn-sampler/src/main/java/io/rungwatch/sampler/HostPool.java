package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.DNS;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    private final Addresses addresses;
    private int open;
    private int dials;
    private boolean handingOn;

    HostPool(HttpProbe probe, Endpoint endpoint) {
        this.probe = probe;
        this.endpoint = endpoint;
        this.requestHead =
                new RequestHead(endpoint.hostHeader(), probe.options().userAgent());
        this.addresses = new Addresses(probe, endpoint, this::dropOutdated);
    }

    void acquire(Visit visit) {
        if (!idle.isEmpty()) {
            addresses.refresh();
        }
        Connection connection = nextIdle();
        if (connection != null) {
            visit.ask(connection);
        } else {
            acquireFresh(visit);
        }
    }

    void acquireFresh(Visit visit) {
        visit.enter(Stage.RESOLVING);
        addresses.get(found -> dial(visit, found), why -> visit.fail(DNS, why));
    }

    private void dial(Visit visit, List<InetAddress> found) {
        if (visit.over()) {
            return;
        }
        if (open < limit()) {
            open++;
            new Dial(probe, this, visit, found, dials++).next();
        } else {
            visit.enter(Stage.WAITING);
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
        if (!addresses.contain(connection.address())) {
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

    /** A dial that fails at once comes back here: a loop, so that a long queue cannot use up the stack. */
    void slotFree() {
        open--;
        if (!handingOn) {
            handingOn = true;
            try {
                handOn();
            } finally {
                handingOn = false;
            }
        }
    }

    private void handOn() {
        Visit next = nextWaiting();
        while (next != null) {
            acquireFresh(next);
            next = open < limit() ? nextWaiting() : null;
        }
    }

    private @Nullable Visit nextWaiting() {
        Visit next = waiting.pollFirst();
        while (next != null && next.over()) {
            next = waiting.pollFirst();
        }
        return next;
    }

    private void dropOutdated() {
        idle.stream()
                .filter(connection -> !addresses.contain(connection.address()))
                .toList()
                .forEach(Connection::abandon);
    }

    /** False when nothing is left to keep. */
    boolean sweep(long now, TargetGuard guard) {
        long keepAlive = probe.options().keepAlive().toNanos();
        idle.stream()
                .filter(connection -> now - connection.idleSince() > keepAlive
                        || guard.forbids(endpoint.host(), endpoint.port(), connection.address()))
                .toList()
                .forEach(Connection::abandon);
        return open > 0 || !waiting.isEmpty() || addresses.needed();
    }

    Endpoint endpoint() {
        return endpoint;
    }

    RequestHead requestHead() {
        return requestHead;
    }

    PlainAnswer plainAnswer() {
        return probe.plainAnswer();
    }

    int limit() {
        return probe.options().connectionsPerHost();
    }
}
