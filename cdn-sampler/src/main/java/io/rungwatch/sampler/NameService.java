package io.rungwatch.sampler;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether the probe's name service works. One name that gets no answer may be the fault of whoever serves its zone; when several do and no
 * other has got one since, it is the probe's own. Shared by all loops.
 */
public final class NameService {
    private static final int UNRELATED = 2;
    /** A name that was not looked up for so long is needed no more. */
    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(5);
    /** A lost packet or two make no outage. */
    private static final long LASTING_NANOS = TimeUnit.SECONDS.toNanos(15);

    private record Silence(long since, long last, String why) {}

    private final LongSupplier nanos;
    private final Map<String, Silence> silent = new ConcurrentHashMap<>();

    public NameService(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** It gave an address, or said that there is none. */
    void answered() {
        if (!silent.isEmpty()) {
            silent.clear();
        }
    }

    void silent(String name, String why) {
        long now = nanos.getAsLong();
        silent.merge(name, new Silence(now, now, why), (before, again) -> new Silence(before.since(), now, why));
    }

    /** No name gets an answer: whose address is not known cannot be asked, and that is nobody's fault but the probe's. */
    public boolean isGone() {
        if (silent.isEmpty()) {
            return false;
        }
        long now = nanos.getAsLong();
        silent.values().removeIf(name -> now - name.last() > KEPT_NANOS);
        return silent.size() >= UNRELATED;
    }

    /** What is wrong, once it has lasted. */
    public Optional<String> trouble() {
        long now = nanos.getAsLong();
        boolean lasts = silent.values().stream().anyMatch(name -> now - name.since() > LASTING_NANOS);
        return !isGone() || !lasts
                ? Optional.empty()
                : silent.values().stream()
                        .findFirst()
                        .map(name -> "none of " + silent.size() + " names gets an answer: " + name.why());
    }
}
