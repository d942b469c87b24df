package io.rungwatch.sampler;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The addresses of one host. Whoever asks while a lookup is under way shares it: a name service that hangs is asked once, not by every
 * poll. What it said last is believed until it says something else: that it is silent is no fault of the host.
 */
final class Addresses {
    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(5);

    private record Asking(Consumer<List<InetAddress>> found, Consumer<String> notFound) {}

    private final HttpProbe probe;
    private final Endpoint endpoint;
    private final Runnable changed;
    private final boolean literal;
    private List<InetAddress> known;
    private List<Asking> waiting = new ArrayList<>();
    private boolean asking;
    private long foundAt;
    private long askedAt;
    private long wantedAt;

    Addresses(HttpProbe probe, Endpoint endpoint, Runnable changed) {
        this.probe = probe;
        this.endpoint = endpoint;
        this.changed = changed;
        InetAddress address = endpoint.literal();
        this.literal = address != null;
        this.known = address == null ? List.of() : List.of(address);
    }

    /** What was found before at once, else what the name service says now. */
    void get(Consumer<List<InetAddress>> found, Consumer<String> notFound) {
        wantedAt = probe.now();
        refresh();
        if (!known.isEmpty()) {
            found.accept(known);
        } else {
            waiting.add(new Asking(found, notFound));
            ask();
        }
    }

    /** A CDN moves its name to other edges: kept connections must not hold the probe on the old one, nor may a poll wait for that. */
    void refresh() {
        if (!literal && !known.isEmpty() && past(foundAt) && past(askedAt)) {
            ask();
        }
    }

    private boolean past(long moment) {
        return probe.now() - moment > probe.options().dnsEvery().toNanos();
    }

    private void ask() {
        if (!asking) {
            asking = true;
            askedAt = probe.now();
            probe.names().resolve(endpoint.name(), this::found, this::notFound);
        }
    }

    private void found(List<InetAddress> fresh) {
        probe.nameService().answered();
        boolean moved = !fresh.equals(known);
        known = fresh;
        foundAt = probe.now();
        if (moved) {
            changed.run();
        }
        tell(asked -> asked.found().accept(fresh));
    }

    private void notFound(HostNames.Unresolved unresolved) {
        if (unresolved.denied()) {
            probe.nameService().answered();
        } else {
            probe.nameService().silent(endpoint.name(), unresolved.why());
        }
        if (unresolved.denied() && !known.isEmpty()) {
            known = List.of();
            changed.run();
        }
        tell(asked -> asked.notFound().accept(unresolved.why()));
    }

    private void tell(Consumer<Asking> answer) {
        asking = false;
        List<Asking> told = waiting;
        waiting = new ArrayList<>();
        told.forEach(answer);
    }

    boolean contain(InetAddress address) {
        return known.contains(address);
    }

    /** Those of a host that closes each connection are kept as well. */
    boolean needed() {
        return asking || (!literal && !known.isEmpty() && probe.now() - wantedAt < KEPT_NANOS);
    }
}
