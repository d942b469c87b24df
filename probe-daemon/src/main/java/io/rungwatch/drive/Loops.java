package io.rungwatch.drive;

import io.rungwatch.AllChecks;
import io.rungwatch.Version;
import io.rungwatch.config.Configuration;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.sampler.HttpProbe;
import io.rungwatch.sampler.NameService;
import io.rungwatch.sampler.ProbeOptions;
import io.rungwatch.sampler.TargetGuard;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.FirstRound;
import io.rungwatch.watch.Sampling;
import io.rungwatch.watch.Sight;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One loop for two cores, each with its own connections; a channel lives on one of them. Loops that share a machine's load wake up more
 * often, each for fewer polls: one carries thousands a second.
 */
public final class Loops {
    private static final long SECOND_MILLIS = 1000;

    private record Running(Context context, Loop loop, HttpProbe probe) {}

    private final List<Running> running = new CopyOnWriteArrayList<>();
    private final Map<String, Running> homes = new HashMap<>();
    private final Sampling.Factory samplings;
    private final NameService names;
    private final Sight sight;
    private final References references;
    private int turn;

    public Loops(
            Vertx vertx,
            Configuration configuration,
            InstantSource clock,
            LongSupplier nanos,
            Sink sink,
            Loop.Lateness lateness,
            Sampling.Factory samplings)
            throws InterruptedException, ExecutionException {
        this.samplings = samplings;
        names = new NameService(nanos);
        sight = new Sight(names::isGone);
        ProbeOptions options = ProbeOptions.of(Version.text(), guard(configuration));
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        for (int i = 0; i < loops; i++) {
            VerticleBase home = new VerticleBase() {
                @Override
                public Future<?> start() {
                    HttpProbe probe = new HttpProbe(vertx, options, clock, nanos, names);
                    running.add(new Running(context, new Loop(vertx, probe, clock, sink, lateness), probe));
                    return Future.succeededFuture();
                }
            };
            vertx.deployVerticle(home).toCompletionStage().toCompletableFuture().get();
        }
        Running first = running.getFirst();
        references = new References(first.probe(), sight, clock);
        first.context().runOnContext(on -> vertx.setPeriodic(SECOND_MILLIS, timer -> references.tick()));
        refer(configuration);
    }

    private void refer(Configuration configuration) {
        List<Url> urls = configuration.sampling().references();
        running.getFirst().context().runOnContext(on -> references.are(urls));
    }

    /** Layers' own hosts may be private addresses; what manifests and redirects lead to may not. */
    public void allow(Configuration configuration) {
        TargetGuard guard = guard(configuration);
        running.forEach(home -> home.probe().guard(guard));
        refer(configuration);
    }

    public void add(ChannelProfile profile) {
        Running home = running.get(turn++ % running.size());
        homes.put(profile.channel(), home);
        home.context().runOnContext(on -> home.loop().add(profile, this::watch));
    }

    private ChannelWatch watch(ChannelProfile profile, Instant start, FirstRound firstRound) throws BadUrl {
        return new ChannelWatch(profile, AllChecks.LIST, start, samplings, sight, firstRound);
    }

    /**
     * The channel goes on as it is and is judged by this profile from now on, if it can be.
     *
     * @param then on its loop, between two polls, when it is
     */
    public CompletableFuture<Boolean> adopt(ChannelProfile profile, Runnable then) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Running home = homes.get(profile.channel());
        if (home == null) {
            done.complete(false);
            return done;
        }
        home.context().runOnContext(on -> {
            boolean adopted = home.loop().adopt(profile);
            if (adopted) {
                then.run();
            }
            done.complete(adopted);
        });
        return done;
    }

    /** When this is done, no sink will hear of the channel again. */
    public CompletableFuture<Void> remove(String channel) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Running home = homes.remove(channel);
        if (home == null) {
            done.complete(null);
            return done;
        }
        home.context().runOnContext(on -> {
            home.loop().remove(channel);
            done.complete(null);
        });
        return done;
    }

    /** What is wrong with the probe's name service. */
    public Optional<String> nameTrouble() {
        return names.trouble();
    }

    /** What is remembered by its time is forgotten, once no channel is watched any more. */
    public CompletableFuture<Void> timeJumped() {
        sight.forget();
        return onEach(home -> home.loop().timeJumped());
    }

    /** Done when every loop has come round once more. */
    public CompletableFuture<Void> cameRound() {
        return onEach(home -> {});
    }

    private CompletableFuture<Void> onEach(Consumer<Running> what) {
        List<CompletableFuture<Void>> each = new ArrayList<>();
        for (Running home : running) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            home.context().runOnContext(on -> {
                what.accept(home);
                done.complete(null);
            });
            each.add(done);
        }
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
    }

    /** Whom the probe may ask: layers' own hosts and what is allowed by name, however private; else public addresses only. */
    public static TargetGuard guard(Configuration configuration) {
        Set<String> allowed = new HashSet<>(configuration.allowPrivate());
        for (Layer layer : configuration.layers()) {
            allowed.add(layer.base().host() + ":" + layer.base().port());
            layer.backup().ifPresent(backup -> allowed.add(backup.host() + ":" + backup.port()));
        }
        for (Url reference : configuration.sampling().references()) {
            allowed.add(reference.host() + ":" + reference.port());
        }
        return new TargetGuard(allowed);
    }
}
