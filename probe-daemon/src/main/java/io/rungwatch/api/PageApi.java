package io.rungwatch.api;

import io.rungwatch.AllChecks;
import io.rungwatch.alert.Alerts;
import io.rungwatch.check.Check;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.duty.Duty;
import io.rungwatch.json.Json;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.sampler.TargetGuard;
import io.rungwatch.status.Status;
import io.rungwatch.store.MetricHistory;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What the page for the NOC asks for beside the rest of the API. */
public final class PageApi {
    /** The first polls are answered by then. */
    private static final long FIRST_LOOK_MILLIS = 5000;

    private final Vertx vertx;
    private final Status status;
    private final Events events;
    private final Hour hour;
    private final HistoryView history;
    private final LayersView layers;
    private final UrlChecks checks;
    private final AtomicBoolean looking = new AtomicBoolean();

    /** @param guard which targets may be asked for now */
    public PageApi(
            Vertx vertx,
            Status status,
            Alerts alerts,
            Duty duty,
            Health health,
            Optional<MetricHistory> stored,
            Supplier<TargetGuard> guard,
            InstantSource clock) {
        this.vertx = vertx;
        this.status = status;
        events = new Events(vertx, new Board.Reader(status, alerts, duty, clock), health);
        hour = new Hour(status, clock);
        history = new HistoryView(hour, stored, clock);
        layers = new LayersView(status, hour);
        checks = new UrlChecks(clock, guard);
        vertx.setTimer(FIRST_LOOK_MILLIS, timer -> look());
        vertx.setPeriodic(Hour.EVERY.toMillis(), timer -> look());
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            vertx.executeBlocking(
                            () -> {
                                hour.look();
                                return true;
                            },
                            false)
                    .onComplete(done -> looking.set(false));
        }
    }

    void routes(Router router) {
        router.get("/api/v1/events").handler(events::open);
        router.get("/api/v1/layers").handler(call -> beside(call, layers::view));
        router.get("/api/v1/channels/:id/history").handler(this::history);
        router.get("/api/v1/catalogue/:check").handler(PageApi::catalogue);
        checks.routes(router);
    }

    private void history(RoutingContext call) {
        String id = call.pathParam("id");
        Optional<ChannelProfile> found = status.channel(id);
        if (found.isEmpty()) {
            ApiServer.refuse(call, 404, "no channel is called " + id + ": /api/v1/channels lists them");
        } else {
            beside(call, () -> history.of(found.get()));
        }
    }

    private void beside(RoutingContext call, Callable<Object> body) {
        vertx.executeBlocking(body, false)
                .onSuccess(answer -> ApiServer.json(call, answer))
                .onFailure(call::fail);
    }

    /** The runbook of a check. */
    private static void catalogue(RoutingContext call) {
        String id = call.pathParam("check");
        Optional<CheckInfo> found = AllChecks.LIST.stream()
                .map(Check::info)
                .filter(info -> info.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            ApiServer.refuse(call, 404, "no check is called " + id + ": `rungwatch checks` lists them");
            return;
        }
        CheckInfo info = found.get();
        ApiServer.json(
                call,
                Json.object(
                        "check", info.id(),
                        "severity", info.severity().word(),
                        "owner", info.owner().word(),
                        "confirmed", info.confirm().text(),
                        "summary", info.summary(),
                        "impact", info.impact(),
                        "action", info.action(),
                        "spec", info.spec(),
                        "runbook", info.runbook()));
    }
}
