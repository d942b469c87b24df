package io.rungwatch.simulator;

import io.rungwatch.simulator.dash.DashPackaging;
import io.rungwatch.simulator.fault.Fault;
import io.rungwatch.simulator.fault.FaultPlan;
import io.rungwatch.simulator.fault.Scope;
import io.rungwatch.simulator.hls.HlsPackaging;
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
    private final HlsPackaging hls;
    private final DashPackaging dash;
    private final Chain chain;
    private final Scope scope;

    public Simulator(SimulatorSpec spec) {
        this.spec = spec;
        faults = FaultPlan.NONE;
        Map<String, Channel> channels = new HashMap<>();
        spec.channels().forEach(channel -> channels.put(channel.id(), new Channel(channel)));
        hls = new HlsPackaging(channels);
        dash = new DashPackaging(channels);
        chain = new Chain(spec.layers(), spec.freshness());
        scope = scope(spec, channels);
    }

    private Simulator(Simulator other, FaultPlan faults) {
        spec = other.spec;
        this.faults = faults;
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
        String name = address instanceof Address.MpdPatch ? request.target() : path;
        Target target = Target.of(address, name, Answers.hop(request.query()), born(address, now));
        Answers answers = answers(request, layer, target, now);
        // What was not there when a cache asked for it is asked for again each time.
        return answers.isMissing() && answers.copy().cache() != null
                ? answers(request, layer, target.notKept(), now).answer()
                : answers.answer();
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

    private @Nullable Content content(Address address, Copy copy) {
        Content content = render(address, copy.asOf(), copy);
        return content != null || copy.shown() == copy.asOf() ? content : render(address, copy.shown(), copy);
    }

    private @Nullable Content render(Address address, long asOf, Copy copy) {
        return switch (address) {
            case Address.OfHls object -> hls.render(object, asOf, copy.edits());
            case Address.OfDash object -> dash.render(object, asOf, copy.edits());
        };
    }

    private @Nullable Address locate(String path, String query) {
        Address address = hls.locate(path);
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
