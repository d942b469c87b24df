package io.rungwatch.sampler;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The addresses of one host. Whoever asks while a lookup is under way shares it: a name service that hangs is asked once, not by every
 * poll.
 */
final class Addresses {
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

    Addresses(HttpProbe probe, Endpoint endpoint, Runnable changed) {
        this.probe = probe;
        this.endpoint = endpoint;
        this.changed = changed;
        InetAddress address = endpoint.literal();
        this.literal = address != null;
        this.known = address == null ? List.of() : List.of(address);
    }

    /** What was found lately at once, else what the name service says now. */
    void get(Consumer<List<InetAddress>> found, Consumer<String> notFound) {
        if (literal || (!known.isEmpty() && !past(foundAt))) {
            found.accept(known);
        } else {
            waiting.add(new Asking(found, notFound));
            ask();
        }
    }

    /** A CDN moves its name to other edges: kept connections must not hold the probe on the old one, nor may a poll wait for that. */
    void refresh() {
        if (!literal && past(foundAt) && past(askedAt)) {
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
        boolean moved = !fresh.equals(known);
        known = fresh;
        foundAt = probe.now();
        if (moved) {
            changed.run();
        }
        tell(asked -> asked.found().accept(fresh));
    }

    private void notFound(String why) {
        tell(asked -> asked.notFound().accept(why));
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

    boolean asking() {
        return asking;
    }
}
