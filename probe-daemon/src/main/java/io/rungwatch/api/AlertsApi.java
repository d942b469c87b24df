package io.rungwatch.api;

import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Alerts;
import io.rungwatch.duty.Acknowledgement;
import io.rungwatch.duty.Duty;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Match;
import io.rungwatch.duty.Match.Aspect;
import io.rungwatch.duty.Notice;
import io.rungwatch.duty.Silence;
import io.rungwatch.evidence.EvidenceFiles;
import io.rungwatch.json.Json;
import io.rungwatch.outbox.Outbox;
import io.rungwatch.store.AlertHistory;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told, and what somebody does about it. A change is answered when it would survive a restart. */
public final class AlertsApi {
    private static final Set<String> STATES = Set.of("firing", "cleared", "all");

    private final Alerts alerts;
    private final Duty duty;
    private final Outbox outbox;
    private final EvidenceFiles evidence;
    private final PastAlerts past;
    private final Supplier<Links> links;
    private final InstantSource clock;

    /**
     * @param history what was over before the probe was started
     * @param links as the configuration has them now
     */
    public AlertsApi(
            Vertx vertx,
            Alerts alerts,
            Duty duty,
            Outbox outbox,
            EvidenceFiles evidence,
            Optional<AlertHistory> history,
            Supplier<Links> links,
            InstantSource clock) {
        this.past = new PastAlerts(vertx, history);
        this.links = links;
        this.alerts = alerts;
        this.duty = duty;
        this.outbox = outbox;
        this.evidence = evidence;
        this.clock = clock;
    }

    void routes(Router router) {
        router.get("/api/v1/alerts").handler(this::alerts);
        router.get("/api/v1/alerts/:id").handler(this::alert);
        router.get("/api/v1/alerts/:id/evidence.har").handler(this::evidence);
        router.post("/api/v1/alerts/:id/ack").handler(this::acknowledge);
        router.get("/api/v1/silences").handler(this::silences);
        router.post("/api/v1/silences").handler(this::silence);
        router.delete("/api/v1/silences/:id").handler(this::unsilence);
    }

    private void alerts(RoutingContext call) {
        String state = call.request().getParam("state", "firing");
        String members = call.request().getParam("members", "false");
        if (!STATES.contains(state)) {
            ApiServer.refuse(call, 400, "state is firing, cleared or all, not " + state);
        } else if (!members.equals("true") && !members.equals("false")) {
            ApiServer.refuse(call, 400, "members is true or false, not " + members);
        } else if (members.equals("true")) {
            ApiServer.json(call, Json.object("alerts", members(state)));
        } else if (state.equals("firing")) {
            ApiServer.json(call, Json.object("alerts", views(duty.open())));
        } else {
            past.over(links.get()).onComplete(before -> ApiServer.json(call, over(state, before.result())));
        }
    }

    /** What is over is in memory until the probe is restarted, and in the history a moment later. */
    private Map<String, @Nullable Object> over(String state, PastAlerts.Found before) {
        List<Notice> open = duty.open();
        List<Notice> over = duty.over();
        Set<Object> known = new HashSet<>();
        Stream.concat(open.stream(), over.stream()).map(Notice::id).forEach(known::add);
        List<Map<String, @Nullable Object>> all = new ArrayList<>(state.equals("all") ? views(open) : List.of());
        all.addAll(views(over));
        before.alerts().stream().filter(view -> !known.contains(view.get("id"))).forEach(all::add);
        return Json.object("alerts", all, "incomplete", before.incomplete());
    }

    private List<Map<String, @Nullable Object>> views(List<Notice> notices) {
        return notices.stream().map(this::view).toList();
    }

    private Map<String, @Nullable Object> view(Notice notice) {
        return notice.view(links.get());
    }

    /** Instead of groups, what they are made of. */
    private List<Map<String, @Nullable Object>> members(String state) {
        List<Alert> list = new ArrayList<>(state.equals("cleared") ? List.of() : alerts.firingOfChannels());
        list.addAll(state.equals("firing") ? List.of() : alerts.clearedOfChannels());
        return list.stream().map(this::member).toList();
    }

    Map<String, @Nullable Object> member(Alert alert) {
        return View.member(alert, alerts.groupOf(alert), links.get());
    }

    /** By channel, what is told of it and not over, whoever has it in hand. */
    Map<String, List<Notice>> told() {
        Map<String, List<Notice>> told = new HashMap<>();
        for (Notice notice : duty.open()) {
            for (String channel : notice.fault().channels()) {
                told.computeIfAbsent(channel, missing -> new ArrayList<>()).add(notice);
            }
        }
        return told;
    }

    private void alert(RoutingContext call) {
        String id = call.pathParam("id");
        known(id).onComplete(found -> {
            if (found.result().isPresent()) {
                ApiServer.json(call, found.result().get());
            } else {
                ApiServer.refuse(call, 404, "no alert is called " + id + ": /api/v1/alerts?state=all lists them");
            }
        });
    }

    /** Of a group, that of the first of its members that has any. */
    private void evidence(RoutingContext call) {
        String id = call.pathParam("id");
        known(id)
                .compose(alert -> call.vertx().executeBlocking(() -> read(ids(id, alert)), false))
                .onComplete(read -> {
                    if (read.failed()) {
                        call.fail(read.cause());
                    } else if (read.result().isPresent()) {
                        call.response()
                                .putHeader("Content-Type", "application/json")
                                .putHeader("Content-Disposition", "attachment; filename=\"" + id + ".har\"")
                                .end(Buffer.buffer(read.result().get()));
                    } else {
                        ApiServer.refuse(
                                call,
                                404,
                                "there is no evidence of " + id
                                        + ": it is kept for what is seen in manifests, and for 30 days");
                    }
                });
    }

    private static List<String> ids(String id, Optional<Map<String, @Nullable Object>> alert) {
        List<String> ids = new ArrayList<>(List.of(id));
        if (alert.map(view -> view.get("members")).orElse(null) instanceof List<?> members) {
            members.forEach(member -> ids.add(String.valueOf(member)));
        }
        return ids;
    }

    private Optional<byte[]> read(List<String> ids) throws IOException {
        for (String id : ids) {
            Optional<byte[]> har = evidence.read(id);
            if (har.isPresent()) {
                return har;
            }
        }
        return Optional.empty();
    }

    private Future<Optional<Map<String, @Nullable Object>>> known(String id) {
        Optional<Notice> remembered = duty.open(id)
                .or(() -> duty.over().stream().filter(n -> n.id().equals(id)).findFirst());
        return remembered.isPresent() ? Future.succeededFuture(remembered.map(this::view)) : past.of(id, links.get());
    }

    private void acknowledge(RoutingContext call) {
        try {
            Asked asked = Asked.of(call);
            String id = call.pathParam("id");
            String by = asked.text("by");
            String note = asked.textOr("note", "");
            asked.nothingElse();
            Optional<Acknowledgement> before = duty.open(id).flatMap(Notice::acknowledged);
            if (duty.acknowledge(id, by, note)) {
                whenWritten(call, () -> {
                    Map<String, @Nullable Object> body =
                            duty.open(id).map(this::view).orElseGet(Json::object);
                    before.ifPresent(first -> body.put("before", Notice.view(first)));
                    return body;
                });
            } else {
                ApiServer.refuse(call, 404, "no alert of the id " + id + " is open");
            }
        } catch (Asked.Wrong wrong) {
            ApiServer.refuse(call, 400, wrong.getMessage());
        }
    }

    private void silences(RoutingContext call) {
        ApiServer.json(
                call,
                Json.object(
                        "silences", duty.silences().stream().map(Silence::view).toList()));
    }

    private void silence(RoutingContext call) {
        try {
            Asked asked = Asked.of(call);
            Match match = asked.match("match");
            var until = asked.until(clock.instant());
            String reason = asked.text("reason");
            String by = asked.text("by");
            asked.nothingElse();
            Silence silence = duty.silence(match, until, reason, by);
            Map<String, @Nullable Object> view = silence.view();
            view.put(
                    "covers",
                    duty.open().stream()
                            .filter(notice -> match.covers(notice.fault()))
                            .count());
            view.put("unwatched", unwatched(match));
            whenWritten(call, () -> view);
        } catch (Asked.Wrong wrong) {
            ApiServer.refuse(call, 400, wrong.getMessage());
        }
    }

    /** Channels that are named and that nobody watches: a slip, or one that is to come. */
    private List<String> unwatched(Match match) {
        return match.words().getOrDefault(Aspect.CHANNEL, List.of()).stream()
                .filter(word -> !word.contains("*") && !duty.watches(word))
                .toList();
    }

    private void unsilence(RoutingContext call) {
        String id = call.pathParam("id");
        if (duty.unsilence(id)) {
            whenWritten(call, () -> Json.object("ended", id));
        } else {
            ApiServer.refuse(call, 404, "no silence is called " + id + ": /api/v1/silences lists them");
        }
    }

    private interface Answer {
        Map<String, @Nullable Object> body();
    }

    private void whenWritten(RoutingContext call, Answer answer) {
        var context = call.vertx().getOrCreateContext();
        var unused = outbox.written()
                .thenAccept(written -> context.runOnContext(done -> {
                    Map<String, @Nullable Object> body = Json.object("written", written);
                    body.putAll(answer.body());
                    ApiServer.json(call, body);
                }));
    }
}
