package io.rungwatch.api;

import io.rungwatch.AllChecks;
import io.rungwatch.Version;
import io.rungwatch.drive.Once;
import io.rungwatch.drive.Sink;
import io.rungwatch.evidence.Mask;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.report.JsonFormat;
import io.rungwatch.report.Look;
import io.rungwatch.round.ChannelSampling;
import io.rungwatch.round.SamplingPlan;
import io.rungwatch.sampler.ProbeOptions;
import io.rungwatch.sampler.TargetGuard;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.PollReport;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What `rungwatch check` does, for somebody who has only a browser: one look at one URL, and how far it has come. */
final class UrlCheck implements Sink {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** However long somebody wants to look. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final String id;
    private final Url url;
    private final Duration time;
    private final InstantSource clock;
    private final Instant begun;
    private final Look look = new Look();
    private String last = "";
    private Optional<Instant> ended = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    UrlCheck(String id, Url url, Duration time, InstantSource clock) {
        this.id = id;
        this.url = url;
        this.time = time;
        this.clock = clock;
        begun = clock.instant();
    }

    /** On a thread of its own, with loops of its own: what hangs here makes no poll of the daemon late. */
    void run(TargetGuard guard) throws BadUrl, InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2));
        try {
            Duration atMost = time.plus(PATIENCE);
            new Once(vertx, ProbeOptions.of(Version.text(), guard), clock, this)
                    .look(List.of(watch()), time, atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private ChannelWatch watch() throws BadUrl {
        Layer layer = new Layer(url.host(), Layer.Kind.ORIGIN, "packager", url, Optional.empty());
        return ChannelWatch.atOnce(
                ChannelProfile.unknown(name(), url.toString(), List.of(layer)),
                AllChecks.LIST,
                clock.instant(),
                ChannelSampling.once(AllChecks.LIST, SamplingPlan.DEFAULT, 1));
    }

    /** As the command line calls it: the last folder of the path. */
    private String name() {
        String[] parts = url.path().split("/", -1);
        String name = parts.length > 2 ? parts[parts.length - 2] : parts[parts.length - 1];
        return name.isEmpty() ? url.host() : name;
    }

    @Override
    public synchronized void accept(PollReport report) {
        if (ended.isEmpty()) {
            look.accept(report);
            last = report.where().rendition().name();
        }
    }

    synchronized void end(Optional<String> why) {
        ended = Optional.of(clock.instant());
        trouble = why;
    }

    synchronized boolean isRunning() {
        return ended.isEmpty();
    }

    synchronized boolean isOlderThan(Instant limit) {
        return ended.filter(limit::isAfter).isPresent();
    }

    /** What the command line says to who asked, with the credentials taken out: others may read it too. */
    synchronized Map<String, @Nullable Object> view() {
        String state = ended.isEmpty() ? "running" : trouble.isPresent() ? "failed" : "done";
        Map<String, @Nullable Object> view =
                Json.object("id", id, "url", url.toString(), "state", state, "begun", begun, "ended", ended);
        view.put(
                "progress",
                Json.object(
                        "manifests", look.places(),
                        "polls", look.polls(),
                        "findings", look.findings().size(),
                        "last", last.isEmpty() ? null : last,
                        "seconds", time.toSeconds()));
        view.put("error", trouble.orElse(null));
        if (state.equals("done")) {
            view.put("result", Json.fields(new JsonFormat().write(look)));
        }
        return Mask.ofAll(view);
    }
}
