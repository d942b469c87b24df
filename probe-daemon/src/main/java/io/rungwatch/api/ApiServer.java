package io.rungwatch.api;

import io.rungwatch.Version;
import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Alerts;
import io.rungwatch.alert.Incident;
import io.rungwatch.json.Json;
import io.rungwatch.metrics.Metrics;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.status.Status;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the daemon answers over HTTP. Reading only; the table of routes is the table of contents. */
public final class ApiServer {
    private static final Set<String> STATES = Set.of("firing", "cleared", "all");

    private final Vertx vertx;
    private final Metrics metrics;
    private final Status status;
    private final Alerts alerts;
    private final Health health;
    private final Optional<String> token;

    public ApiServer(
            Vertx vertx, Metrics metrics, Status status, Alerts alerts, Health health, Optional<String> token) {
        this.vertx = vertx;
        this.metrics = metrics;
        this.status = status;
        this.alerts = alerts;
        this.health = health;
        this.token = token;
    }

    public Future<Integer> listen(InetSocketAddress address) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(address.getHostString())
                .setPort(address.getPort())
                .setCompressionSupported(true)
                .setIdleTimeout(60);
        return vertx.createHttpServer(options).requestHandler(routes()).listen().map(server -> server.actualPort());
    }

    private Router routes() {
        Router router = Router.router(vertx);
        router.get("/health/live").handler(call -> json(call, Json.object("live", true, "version", Version.text())));
        router.get("/health/ready").handler(call -> json(call, health.view()));
        router.route().handler(new TokenGate(token));
        router.get("/").handler(new StaticPage(vertx, "index.html"));
        router.get("/metrics").handler(this::metrics);
        router.get("/api/v1/alerts").handler(this::alerts);
        router.get("/api/v1/channels").handler(this::channels);
        router.get("/api/v1/channels/:id").handler(call -> channel(call, false));
        router.get("/api/v1/channels/:id/debug").handler(call -> channel(call, true));
        router.errorHandler(404, call -> refuse(call, 404, "no such page: see / for what there is"));
        router.errorHandler(405, call -> refuse(call, 405, "only GET is answered here"));
        router.errorHandler(500, call -> refuse(call, 500, "the probe failed to answer; its log says more"));
        return router;
    }

    /** Writing out many series takes a while: off the event loops, which have polls to make. */
    private void metrics(RoutingContext call) {
        vertx.executeBlocking(metrics::scrape, false)
                .onSuccess(text -> call.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                        .end(text))
                .onFailure(call::fail);
    }

    private void alerts(RoutingContext call) {
        String state = call.request().getParam("state", "firing");
        String members = call.request().getParam("members", "false");
        if (!STATES.contains(state)) {
            refuse(call, 400, "state is firing, cleared or all, not " + state);
        } else if (!members.equals("true") && !members.equals("false")) {
            refuse(call, 400, "members is true or false, not " + members);
        } else {
            json(call, Json.object("alerts", members.equals("true") ? members(state) : incidents(state)));
        }
    }

    private List<Map<String, @Nullable Object>> incidents(String state) {
        List<Incident> list = new ArrayList<>(state.equals("cleared") ? List.of() : alerts.firing());
        list.addAll(state.equals("firing") ? List.of() : alerts.cleared());
        return list.stream().map(View::incident).toList();
    }

    /** Instead of groups, what they are made of. */
    private List<Map<String, @Nullable Object>> members(String state) {
        List<Alert> list = new ArrayList<>(state.equals("cleared") ? List.of() : alerts.firingOfChannels());
        list.addAll(state.equals("firing") ? List.of() : alerts.clearedOfChannels());
        return list.stream().map(this::member).toList();
    }

    private Map<String, @Nullable Object> member(Alert alert) {
        return View.member(alert, alerts.groupOf(alert));
    }

    private void channels(RoutingContext call) {
        List<Alert> firing = alerts.firingOfChannels();
        json(
                call,
                Json.object(
                        "channels",
                        status.channels().stream()
                                .map(profile -> View.channel(
                                        profile,
                                        of(firing, profile),
                                        status.places(profile.channel()).size()))
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
        List<Map<String, @Nullable Object>> places = status.places(id).stream()
                .map(place -> View.place(place, debug))
                .toList();
        Map<String, @Nullable Object> view = View.channel(profile, firing, places.size());
        view.put("ladder", View.ladder(profile));
        view.put(
                "chain",
                profile.layers().stream()
                        .map(layer -> ChainView.layer(layer, status.layer(id, layer)))
                        .toList());
        view.put("firing", firing.stream().map(this::member).toList());
        view.put("manifests", places);
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

    private static void json(RoutingContext call, Object body) {
        call.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Json.write(body));
    }
}
