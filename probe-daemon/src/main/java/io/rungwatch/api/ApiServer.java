package io.rungwatch.api;

import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Alerts;
import io.rungwatch.config.ProfileText;
import io.rungwatch.duty.Notice;
import io.rungwatch.evidence.Mask;
import io.rungwatch.json.Json;
import io.rungwatch.metrics.Metrics;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.status.PlaceStatus;
import io.rungwatch.status.Status;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the daemon answers over HTTP; the table of routes is the table of contents. */
public final class ApiServer {
    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_BODY = 64 << 10;

    private final Vertx vertx;
    private final Metrics metrics;
    private final Status status;
    private final Alerts alerts;
    private final AlertsApi alertsApi;
    private final PageApi pageApi;
    private final Health health;
    private final Supplier<CompletionStage<?>> alive;
    private final Gate gate;
    private final Optional<Tls> tls;
    private final InstantSource clock;

    /**
     * @param alive done when everything that polls has moved
     * @param tls empty where it is not encrypted
     */
    public ApiServer(
            Vertx vertx,
            Metrics metrics,
            Status status,
            Alerts alerts,
            AlertsApi alertsApi,
            PageApi pageApi,
            Health health,
            Supplier<CompletionStage<?>> alive,
            Gate gate,
            Optional<Tls> tls,
            InstantSource clock) {
        this.vertx = vertx;
        this.metrics = metrics;
        this.status = status;
        this.alerts = alerts;
        this.alertsApi = alertsApi;
        this.pageApi = pageApi;
        this.health = health;
        this.alive = alive;
        this.gate = gate;
        this.tls = tls;
        this.clock = clock;
    }

    public Future<Integer> listen(InetSocketAddress address) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(address.getHostString())
                .setPort(address.getPort())
                .setCompressionSupported(true)
                // It has the connection counted only when it has said which protocol it speaks.
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(60);
        tls.ifPresent(shown -> shown.prepare(options));
        HttpServer server = vertx.createHttpServer(options)
                .connectionHandler(gate::connected)
                .requestHandler(gate.before(routes()));
        tls.ifPresent(shown -> shown.of(server));
        return server.listen().map(HttpServer::actualPort);
    }

    private Router routes() {
        Router router = Router.router(vertx);
        router.route().handler(new SafeHeaders());
        router.get(LIVE).handler(new Liveness(alive, PATIENCE));
        router.get(READY).handler(new Readiness(health));
        new PageFiles().routes(router);
        new DocFiles().routes(router);
        router.route().handler(gate::mayAsk);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BODY));
        router.get("/metrics").handler(new MetricsPage(vertx, metrics::scrape, clock));
        alertsApi.routes(router);
        pageApi.routes(router);
        router.get("/api/v1/channels").handler(this::channels);
        router.get("/api/v1/channels/:id").handler(call -> channel(call, false));
        router.get("/api/v1/channels/:id/debug").handler(call -> channel(call, true));
        router.errorHandler(404, call -> refuse(call, 404, "no such page: see / for what there is"));
        router.errorHandler(
                405,
                call -> refuse(call, 405, "this address is not asked that way: README.md lists what is asked how"));
        router.errorHandler(500, call -> refuse(call, 500, "the probe failed to answer; its log says more"));
        return router;
    }

    private void channels(RoutingContext call) {
        List<Alert> firing = alerts.firingOfChannels();
        Map<String, List<Notice>> told = alertsApi.told();
        Instant now = clock.instant();
        json(
                call,
                Json.object(
                        "channels",
                        status.channels().stream()
                                .map(profile -> View.channel(
                                        profile,
                                        of(firing, profile),
                                        told.getOrDefault(profile.channel(), List.of()),
                                        status.places(profile.channel()).size(),
                                        now))
                                .toList()));
    }

    private void channel(RoutingContext call, boolean debug) {
        String id = call.pathParam("id");
        Optional<ChannelProfile> found = status.channel(id);
        if (found.isEmpty()) {
            refuse(call, 404, "no channel is called " + id + ": /api/v1/channels lists them");
            return;
        }
        ChannelProfile profile = found.get();
        List<Alert> firing = of(alerts.firingOfChannels(), profile);
        List<PlaceStatus> seen = status.places(id);
        List<Map<String, @Nullable Object>> places =
                seen.stream().map(place -> View.place(place, debug)).toList();
        Map<String, @Nullable Object> view = View.channel(
                profile, firing, alertsApi.told().getOrDefault(id, List.of()), places.size(), clock.instant());
        Map<String, @Nullable Object> ladder = View.ladder(profile);
        ladder.put("found", FoundLadder.of(seen));
        view.put("ladder", ladder);
        view.put(
                "chain",
                profile.layers().stream()
                        .map(layer -> ChainView.layer(layer, status.layer(id, layer), debug))
                        .toList());
        view.put("firing", firing.stream().map(alertsApi::member).toList());
        view.put("manifests", places);
        if (debug) {
            view.put("profile", Mask.of(ProfileText.of(profile)));
        }
        json(call, view);
    }

    private static List<Alert> of(List<Alert> alerts, ChannelProfile profile) {
        return alerts.stream()
                .filter(alert -> alert.channel().equals(profile.channel()))
                .toList();
    }

    static void refuse(RoutingContext call, int code, String message) {
        call.response()
                .setStatusCode(code)
                .putHeader("Content-Type", "application/json")
                .end(Json.write(Json.object("error", message)));
    }

    static void json(RoutingContext call, Object body) {
        call.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Json.write(body));
    }
}
