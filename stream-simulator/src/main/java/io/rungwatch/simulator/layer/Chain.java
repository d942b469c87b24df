package io.rungwatch.simulator.layer;

import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.fault.FaultPlan;
import io.rungwatch.simulator.fault.Occasion;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Directives;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which copy at an instant. A cache is a function of time: within one lifetime of an object it has what its
 * upstream said shortly after that lifetime began, and the few requests until then are its misses.
 */
public final class Chain {
    private final Map<String, Layer> layers;

    public Chain(List<LayerSpec> specs, Freshness advertised) {
        layers = Layer.chain(specs, advertised);
    }

    public Copy copy(FaultPlan plan, String layer, Target target, long at) {
        return copy(plan.of(target.address().channel().id()), layer(layer), target, at, true);
    }

    /** What the asked layer, and those above it, make of the words of low latency. */
    public Directives directives(FaultPlan plan, String name, Target target, Directives asked, long at) {
        List<Fault> faults = plan.of(target.address().channel().id());
        Directives left = asked;
        for (Layer layer = faults.isEmpty() ? null : layer(name); layer != null; layer = layer.upstream()) {
            boolean first = layer.spec().name().equals(name);
            for (Occasion occasion : target.occasions(faults, layer, at, first)) {
                left = occasion.directives(left);
            }
        }
        return left;
    }

    /** In milliseconds. */
    public long maxAge(String layer, Target target) {
        return layer(layer).maxAge(target.address());
    }

    private Layer layer(String name) {
        Layer layer = layers.get(name);
        if (layer == null) {
            throw new IllegalArgumentException("no layer is called " + name + ": " + layers.keySet());
        }
        return layer;
    }

    private static Copy copy(List<Fault> faults, Layer layer, Target target, long at, boolean asked) {
        List<Occasion> occasions = target.occasions(faults, layer, at, asked);
        long shown = at;
        for (Occasion occasion : occasions) {
            shown = occasion.asOf(shown);
        }
        // Media stays fetchable while a playlist lags: only what lists it is of another time. No clock stops with the
        // stream.
        boolean lags = target.address().isManifest() && !(target.address() instanceof Address.Clock);
        long asOf = lags ? shown : at;
        Layer upstream = layer.upstream();
        Copy copy = upstream == null
                ? Copy.made(asOf, at, layer.spec().delay().toMillis())
                : fetched(faults, layer, upstream, target, asOf);
        if (upstream != null && asOf < at) {
            copy = hides(occasions) || layer.spec().keeps() == null
                    ? copy.youngerBy(at - asOf)
                    : stale(copy, layer.spec(), target, at);
        }
        if (shown < asOf) {
            copy = copy.showing(shown);
        }
        Copy edited = copy.edited(occasions);
        Long since = occasions.isEmpty() ? null : edited.reply().keptSince();
        if (since != null) {
            return edited.keptSince(since, at, layer.spec().name());
        }
        boolean failed = edited.reply().status() >= 400 && copy.reply().status() < 400;
        return failed ? edited.answered(layer.spec().name(), at) : edited;
    }

    private static Copy fetched(List<Fault> faults, Layer layer, Layer upstream, Target target, long at) {
        LayerSpec spec = layer.spec();
        long delay = spec.delay().toMillis();
        Freshness keeps = spec.keeps();
        long lifetime = keeps == null ? 0 : keeps.of(target.address());
        if (lifetime <= 0) {
            return copy(faults, upstream, target, at, false).through(spec.name(), delay);
        }
        Copy kept = target.keepable() ? kept(faults, layer, upstream, target, at, lifetime) : null;
        return kept != null
                ? spec.declares() ? kept : kept.youngerBy(at - kept.made())
                : copy(faults, upstream, target, at, false)
                        .through(spec.name(), delay)
                        .cached(spec.name(), "MISS", "fwd=miss");
    }

    private static @Nullable Copy kept(
            List<Fault> faults, Layer layer, Layer upstream, Target target, long at, long lifetime) {
        LayerSpec spec = layer.spec();
        long begin = begin(target, at, lifetime);
        long fill = begin + misses(spec, target, lifetime);
        if (begin == Fault.NEVER) {
            return null;
        }
        Copy copy = copy(faults, upstream, target, Math.min(at, fill), false);
        if (!copy.reply().cacheable()) {
            return errorKept(faults, spec, upstream, target, at);
        }
        Copy passed = copy.through(spec.name(), spec.delay().toMillis());
        if (at <= fill) {
            return passed.cached(spec.name(), "MISS", "fwd=stale; fwd-status=200; stored");
        }
        long left = (begin + lifetime - at) / 1000;
        return passed.cached(spec.name(), "HIT", "hit; ttl=" + left)
                .stored(spec.delay().toMillis());
    }

    /** Where errors are kept too, they are kept on a grid of their own. */
    private static @Nullable Copy errorKept(
            List<Fault> faults, LayerSpec spec, Layer upstream, Target target, long at) {
        long lifetime = spec.errors().toMillis();
        if (lifetime <= 0) {
            return null;
        }
        long begin = begin(target, at, lifetime);
        Copy copy = copy(faults, upstream, target, Math.max(begin, 0), false);
        boolean error = copy.reply().status() >= 400;
        return error
                ? copy.through(spec.name(), 0)
                        .cached(spec.name(), "HIT", "hit; ttl=" + (begin + lifetime - at) / 1000)
                        .stored(spec.delay().toMillis())
                : null;
    }

    /** Where the current lifetime began: on the object's own grid, or at its birth. */
    private static long begin(Target target, long at, long lifetime) {
        if (target.address().isManifest() && target.born() == Address.UNKNOWN) {
            return at - Math.floorMod(at - target.phase(), lifetime);
        }
        if (target.born() == Address.UNKNOWN) {
            // Any lifetime will do for what never changes; a short one is over soon after it came to be.
            return at - Math.floorMod(at - target.phase(), Math.min(lifetime, segment(target)));
        }
        long age = at - target.born();
        // A segment that old is gone from above: no cache would find it again.
        boolean gone = target.address().isSegment() && age >= lifetime;
        return age < 0 || gone ? Fault.NEVER : at - age % lifetime;
    }

    private static long misses(LayerSpec spec, Target target, long lifetime) {
        return (long) ((1 - spec.hitRatio()) * Math.min(lifetime, segment(target)));
    }

    private static long segment(Target target) {
        return target.address().channel().timeline().nominalDuration();
    }

    /** A cache that shows another instant says so by Age, unless the fault is that it does not. */
    private static Copy stale(Copy copy, LayerSpec spec, Target target, long at) {
        long lifetime = spec.keeps() == null ? 0 : spec.keeps().of(target.address());
        return copy.found(spec.name(), lifetime - (at - copy.made()));
    }

    private static boolean hides(List<Occasion> occasions) {
        return occasions.stream()
                .anyMatch(
                        occasion -> "hidden".equals(occasion.fault().settings().get("age")));
    }
}
