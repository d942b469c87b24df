package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.stream.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, where and when.
 *
 * @param channel an id, or * for all
 * @param rendition HD, HD_5M, audio_vie …, `master` for the multivariant playlist, or * for all
 * @param layer a layer's name; {@link #TOP} is the one without an upstream; * is each by itself, as if no layer
 *     had it from the one above
 * @param length of one occurrence; null never ends
 * @param every begins again after this time; null is once
 */
public record Fault(
        String id,
        FaultKind kind,
        String channel,
        String rendition,
        String layer,
        Instant from,
        @Nullable Duration length,
        @Nullable Duration every,
        Map<String, Object> settings) {
    public static final String ALL = "*";
    public static final String TOP = "top";
    public static final String MASTER = "master";

    /** No such instant. */
    public static final long NEVER = Long.MIN_VALUE;

    public Fault {
        settings = Map.copyOf(settings);
        if (!id.matches("[A-Za-z0-9_-]{0,40}")) {
            throw new BadFault("an id is letters, digits, _ and -: " + id);
        }
        if (every != null && (length == null || length.compareTo(every) >= 0)) {
            throw new BadFault("every=" + DurationText.of(every) + " needs a shorter for=");
        }
    }

    /** From `kind key=value …`; relative instants count from `now`. */
    public static Fault parse(String line, Instant now, Scope scope) {
        return FaultText.parse(line, now, scope);
    }

    public Fault withId(String other) {
        return new Fault(other, kind, channel, rendition, layer, from, length, every, settings);
    }

    /** Where the occurrence began that holds this instant, or NEVER. */
    public long since(long at) {
        long start = latest(at);
        return start != NEVER && (length == null || at < start + length.toMillis()) ? start : NEVER;
    }

    /** Where the last occurrence ended that is over at this instant, or NEVER. */
    public long ended(long at) {
        long start = latest(at);
        if (start == NEVER || length == null) {
            return NEVER;
        }
        if (at >= start + length.toMillis()) {
            return start + length.toMillis();
        }
        boolean first = start == from.toEpochMilli();
        return first || every == null ? NEVER : start - every.toMillis() + length.toMillis();
    }

    /** Does it touch this object at this instant? */
    public boolean isAbout(Address address, long at) {
        boolean due = kind.isLingering() ? at >= from.toEpochMilli() : since(at) != NEVER;
        return due && kind.subject().covers(this, address);
    }

    public boolean renames(Address address, long at) {
        return kind.isRenaming() && isAbout(address, at);
    }

    private long latest(long at) {
        long start = from.toEpochMilli();
        if (at < start) {
            return NEVER;
        }
        return every == null ? start : at - (at - start) % every.toMillis();
    }

    public long millis(String key) {
        return ((Duration) setting(key)).toMillis();
    }

    public long count(String key) {
        return (Long) setting(key);
    }

    public double share(String key) {
        return (Double) setting(key);
    }

    public String word(String key) {
        return (String) setting(key);
    }

    private Object setting(String key) {
        Object value = settings.get(key);
        if (value == null) {
            throw new IllegalStateException(kind.word() + " has no key " + key);
        }
        return value;
    }

    /** The one-line form, with absolute times; parses back to an equal fault. */
    @Override
    public String toString() {
        return FaultText.print(this);
    }
}
