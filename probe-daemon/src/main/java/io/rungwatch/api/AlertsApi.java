package io.rungwatch.api;

import io.rungwatch.alert.Alert;
import io.rungwatch.alert.Alerts;
import io.rungwatch.duty.Duty;
import io.rungwatch.duty.Match;
import io.rungwatch.duty.Notice;
import io.rungwatch.duty.Silence;
import io.rungwatch.evidence.EvidenceFiles;
import io.rungwatch.json.Json;
import io.rungwatch.outbox.Outbox;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is told, and what somebody does about it. A change is answered when it would survive a restart. */
public final class AlertsApi {
    private static final Set<String> STATES = Set.of("firing", "cleared", "all");

    private final Alerts alerts;
    private final Duty duty;
    private final Outbox outbox;
    private final EvidenceFiles evidence;
    private final InstantSource clock;

    public AlertsApi(Alerts alerts, Duty duty, Outbox outbox, EvidenceFiles evidence, InstantSource clock) {
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
        } else {
            ApiServer.json(call, Json.object("alerts", members.equals("true") ? members(state) : notices(state)));
        }
    }

    private List<Map<String, @Nullable Object>> notices(String state) {
        List<Notice> list = new ArrayList<>(state.equals("cleared") ? List.of() : duty.open());
        list.addAll(state.equals("firing") ? List.of() : duty.over());
        return list.stream().map(this::view).toList();
    }

    private Map<String, @Nullable Object> view(Notice notice) {
        Map<String, @Nullable Object> view = notice.view();
        view.put("silence", duty.silenceOf(notice).map(Silence::view).orElse(null));
        return view;
    }

    /** Instead of groups, what they are made of. */
    private List<Map<String, @Nullable Object>> members(String state) {
        List<Alert> list = new ArrayList<>(state.equals("cleared") ? List.of() : alerts.firingOfChannels());
        list.addAll(state.equals("firing") ? List.of() : alerts.clearedOfChannels());
        return list.stream().map(this::member).toList();
    }

    Map<String, @Nullable Object> member(Alert alert) {
        return View.member(alert, alerts.groupOf(alert));
    }

    private void alert(RoutingContext call) {
        String id = call.pathParam("id");
        Optional<Notice> found = known(id);
        if (found.isPresent()) {
            ApiServer.json(call, view(found.get()));
        } else {
            ApiServer.refuse(call, 404, "no alert is called " + id + ": /api/v1/alerts?state=all lists them");
        }
    }

    /** Of a group, that of the first of its members that has any. */
    private void evidence(RoutingContext call) {
        String id = call.pathParam("id");
        List<String> ids = new ArrayList<>(List.of(id));
        known(id).ifPresent(notice -> ids.addAll(notice.fault().members()));
        call.vertx().executeBlocking(() -> read(ids), false).onComplete(read -> {
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

    private Optional<byte[]> read(List<String> ids) throws IOException {
        for (String id : ids) {
            Optional<byte[]> har = evidence.read(id);
            if (har.isPresent()) {
                return har;
            }
        }
        return Optional.empty();
    }

    private Optional<Notice> known(String id) {
        return duty.open(id)
                .or(() -> duty.over().stream().filter(n -> n.id().equals(id)).findFirst());
    }

    private void acknowledge(RoutingContext call) {
        try {
            Asked asked = Asked.of(call);
            String id = call.pathParam("id");
            String by = asked.text("by");
            String note = asked.textOr("note", "");
            asked.nothingElse();
            if (duty.acknowledge(id, by, note)) {
                whenWritten(call, () -> duty.open(id).map(this::view).orElseGet(Map::of));
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
            whenWritten(call, silence::view);
        } catch (Asked.Wrong wrong) {
            ApiServer.refuse(call, 400, wrong.getMessage());
        }
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
