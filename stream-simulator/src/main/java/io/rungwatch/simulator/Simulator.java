package io.rungwatch.simulator;

import io.rungwatch.simulator.dash.DashPackaging;
import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.fault.FaultPlan;
import io.rungwatch.simulator.fault.Occasion;
import io.rungwatch.simulator.fault.Scope;
import io.rungwatch.simulator.hls.HlsPackaging;
import io.rungwatch.simulator.hls.MediaPlaylist;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Content;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.layer.Chain;
import io.rungwatch.simulator.layer.Copy;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.simulator.layer.Target;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Directives;
import io.rungwatch.simulator.stream.Rendition;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What any layer answers to any request at any instant. Immutable; another fault plan is another simulator. */
public final class Simulator {
    private final SimulatorSpec spec;
    private final FaultPlan faults;
    private final Map<String, Channel> channels;
    private final HlsPackaging hls;
    private final DashPackaging dash;
    private final Chain chain;
    private final Scope scope;

    public Simulator(SimulatorSpec spec) {
        this.spec = spec;
        faults = FaultPlan.NONE;
        channels = new HashMap<>();
        spec.channels().forEach(channel -> channels.put(channel.id(), new Channel(channel)));
        hls = new HlsPackaging(channels);
        dash = new DashPackaging(channels);
        chain = new Chain(spec.layers(), spec.freshness());
        scope = scope(spec, channels);
    }

    private Simulator(Simulator other, FaultPlan faults) {
        spec = other.spec;
        this.faults = faults;
        channels = other.channels;
        hls = other.hls;
        dash = other.dash;
        chain = other.chain;
        scope = other.scope;
    }

    public Simulator withFaults(FaultPlan plan) {
        return new Simulator(this, plan);
    }

    /** With one more fault, in the one-line form; relative times count from `now`. */
    public Simulator withFault(String line, Instant now) {
        return withFaults(faults.with(Fault.parse(line, now, scope)));
    }

    public SimulatorSpec spec() {
        return spec;
    }

    public FaultPlan faults() {
        return faults;
    }

    /** The names that a fault may mention here. */
    public Scope scope() {
        return scope;
    }

    public Answer answer(Instant at, String layer, Request request) {
        String method = request.method();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Answers.methodNotAllowed(request, at);
        }
        String path = request.path();
        Address address = locate(path, request.query());
        if (address == null) {
            return path.equals("/time") ? Answers.clock(request, at) : Answers.notFound(request, at);
        }
        long now = at.toEpochMilli();
        boolean lowLatency = address.channel().stream().extras().lowLatency() != null;
        if (lowLatency && address instanceof Address.Media media) {
            return reload(request, layer, media, now);
        }
        if (lowLatency && address instanceof Address.Part part) {
            // A hinted part may be asked for before it exists: the answer is held.
            long ready = Math.max(now, hls.born(part));
            return ready - now > longest(part)
                    ? Answers.notFound(request, at)
                    : usual(request, layer, target(request, part, ready), ready).later(ready - now);
        }
        return usual(request, layer, target(request, address, now), now);
    }

    private Answer usual(Request request, String layer, Target target, long now) {
        Answers answers = answers(request, layer, target, now);
        // What was not there when a cache asked for it is asked for again each time.
        return answers.isMissing() && answers.copy().cache() != null
                ? answers(request, layer, target.notKept(), now).answer()
                : answers.answer();
    }

    /** A media playlist that may have to wait for what a client asks to be in it. */
    private Answer reload(Request request, String layer, Address.Media asked, long now) {
        Directives wanted = asked.directives();
        wanted = chain.directives(faults, layer, target(request, asked, now), wanted, now);
        if (wanted.part() >= 0 && !wanted.waits()) {
            return Answers.bad(request, now);
        }
        Address.Media media = asked.with(wanted);
        Target target = target(request, media, now);
        MediaPlaylist playlist = wanted.waits() ? waiting(layer, target, media, now) : null;
        if (playlist == null || playlist.has(wanted)) {
            return usual(request, layer, target, now);
        }
        if (wanted.msn() > playlist.last() + 2) {
            return Answers.bad(request, now);
        }
        long limit = now + longest(media);
        for (long at = hls.next(media, now); at <= limit; at = hls.next(media, at)) {
            playlist = waiting(layer, target, media, at);
            if (playlist == null || playlist.has(wanted)) {
                return usual(request, layer, target.notKept(), at).later(at - now);
            }
        }
        return Answers.tooLong(request, limit).later(limit - now);
    }

    /** Null where a client is not answered with a playlist anyway. */
    private @Nullable MediaPlaylist waiting(String layer, Target target, Address.Media media, long at) {
        Copy copy = chain.copy(faults, layer, target.notKept(), at);
        return copy.reply().body() == null ? hls.waiting(media, copy.asOf(), copy.edits()) : null;
    }

    private static long longest(Address address) {
        return 3000L * address.channel().stream().segmentation().targetDuration();
    }

    private Target target(Request request, Address address, long now) {
        String key = address instanceof Address.MpdPatch ? request.target() : request.path();
        if (address instanceof Address.Media media && !media.directives().equals(Directives.NONE)) {
            key += media.directives();
        }
        return Target.of(address, request.path(), key, Answers.hop(request.query()), born(address, now));
    }

    private Answers answers(Request request, String layer, Target target, long now) {
        Copy copy = chain.copy(faults, layer, target, now);
        Content content = copy.reply().body() == null ? content(target.address(), copy) : null;
        return new Answers(request, copy, content, now, chain.maxAge(layer, target), dash.whole(target.address()));
    }

    /** The name of a renamed segment says nothing about its age. */
    private long born(Address address, long now) {
        boolean renamed = faults.of(address.channel().id()).stream().anyMatch(fault -> fault.renames(address, now));
        if (renamed) {
            return Address.UNKNOWN;
        }
        return switch (address) {
            case Address.OfHls object -> hls.born(object);
            case Address.OfDash object -> dash.born(object);
        };
    }

    private @Nullable Content content(Address asked, Copy copy) {
        Address address = owned(asked, copy);
        Content content = render(address, copy.asOf(), copy);
        return content != null || copy.shown() == copy.asOf() ? content : render(address, copy.shown(), copy);
    }

    private Address owned(Address asked, Copy copy) {
        for (Occasion occasion : copy.edits()) {
            Channel owner = occasion.owner() == null ? null : channels.get(occasion.owner());
            Address other = owner == null ? null : asked.in(owner);
            if (other != null) {
                return other;
            }
        }
        return asked;
    }

    private @Nullable Content render(Address address, long asOf, Copy copy) {
        return switch (address) {
            case Address.OfHls object -> hls.render(object, asOf, copy.edits());
            case Address.OfDash object -> dash.render(object, asOf, copy.edits());
        };
    }

    private @Nullable Address locate(String path, String query) {
        Address address = hls.locate(path, query);
        return address == null ? dash.locate(path, query) : address;
    }

    private static Scope scope(SimulatorSpec spec, Map<String, Channel> channels) {
        Set<String> renditions = new HashSet<>();
        for (Channel channel : channels.values()) {
            for (Rendition rendition : channel.renditions()) {
                renditions.add(rendition.name());
                renditions.add(rendition.stem());
                renditions.add(rendition.label());
            }
        }
        return new Scope(
                spec.channels().stream().map(ChannelSpec::id).collect(Collectors.toUnmodifiableSet()),
                renditions,
                spec.layers().stream().map(LayerSpec::name).collect(Collectors.toUnmodifiableSet()));
    }
}
