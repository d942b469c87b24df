package io.rungwatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.alert.Alerts;
import io.rungwatch.config.StoreSettings;
import io.rungwatch.duty.Duty;
import io.rungwatch.duty.DutyMemory;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.OwnTrouble;
import io.rungwatch.duty.Rules;
import io.rungwatch.evidence.EvidenceFiles;
import io.rungwatch.json.Json;
import io.rungwatch.notify.Messages;
import io.rungwatch.outbox.Outbox;
import io.rungwatch.store.AlertHistory;
import io.rungwatch.store.Store;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What was wrong before the probe was restarted, asked for over the API. */
@Timeout(60)
class PastAlertsTest {
    private static final InstantSource CLOCK = () -> Messages.SINCE.plusSeconds(3600);

    @TempDir
    private Path folder = Path.of("");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private Links links = Links.BELOW_THE_API;
    private Store store;
    private Outbox outbox;
    private Duty duty;
    private EvidenceFiles evidence;

    @BeforeEach
    void start() throws Exception {
        store = new Store(StoreSettings.USUAL, folder, CLOCK, trouble -> {});
        outbox = Outbox.open(folder.resolve("journal.db"));
        duty = new Duty(CLOCK, Rules.NONE, DutyMemory.EMPTY, channel -> Optional.empty(), List.of());
        evidence = new EvidenceFiles(folder.resolve("evidence"), EvidenceFiles.Bounds.USUAL, CLOCK);
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        store.close();
        outbox.close();
    }

    private HttpServer serve(Optional<AlertHistory> history) throws Exception {
        Alerts alerts = new Alerts(CLOCK, change -> {}, List.of());
        Router router = Router.router(vertx);
        new AlertsApi(vertx, alerts, duty, outbox, evidence, history, () -> links, CLOCK).routes(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private HttpResponse<String> get(HttpServer server, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode read(HttpServer server, String path) throws Exception {
        HttpResponse<String> answer = get(server, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> ids(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("alerts").forEach(alert -> ids.add(alert.path("id").asString()));
        return ids;
    }

    /** As the journal hands it to the history. */
    private void past(Message raised) throws Exception {
        store.alertLog().deliver(raised);
        store.alertLog().deliver(Messages.ended(raised, Message.Kind.CLEARED, Messages.SINCE.plusSeconds(300)));
    }

    @Test
    void whatIsOverIsFoundInTheHistory() throws Exception {
        past(Messages.raised());
        HttpServer server = serve(Optional.of(store.alerts()));

        JsonNode answer = read(server, "/api/v1/alerts?state=cleared");
        assertThat(ids(answer)).containsExactly("a81f00c2");
        JsonNode alert = answer.path("alerts").path(0);
        assertThat(alert.path("state").asString()).isEqualTo("cleared");
        assertThat(alert.path("clearedAt").asString()).isEqualTo("2026-12-01T02:19:06Z");
        assertThat(alert.path("since").asString()).isEqualTo("2026-12-01T02:14:06Z");
        assertThat(alert.path("rendition").asString()).isEqualTo("1080p_5M");
        assertThat(alert.path("facts").path("last_segment").asLong()).isEqualTo(13970664L);
        assertThat(alert.path("runbook").asString()).isEqualTo("docs/runbooks/playlist_stale.md");
        assertThat(answer.path("incomplete").isNull()).isTrue();
        assertThat(read(server, "/api/v1/alerts/a81f00c2")).isEqualTo(alert);
        assertThat(get(server, "/api/v1/alerts/a81f00c3").statusCode()).isEqualTo(404);
        assertThat(ids(read(server, "/api/v1/alerts"))).as("nothing fires").isEmpty();
    }

    @Test
    void memoryAndHistoryMakeOneList() throws Exception {
        past(Messages.raised());
        duty.own(OwnTrouble.STORE_FAILING, "", Optional.of("no answer"));
        String open = duty.open().getFirst().id();
        duty.own(OwnTrouble.NOTIFIER_FAILING, "nms", Optional.of("no answer"));
        duty.own(OwnTrouble.NOTIFIER_FAILING, "nms", Optional.empty());
        String over = duty.over().getFirst().id();
        store.alertLog()
                .deliver(new Message(
                        Message.Kind.CLEARED, CLOCK.instant(), duty.over().getFirst()));
        HttpServer server = serve(Optional.of(store.alerts()));

        assertThat(ids(read(server, "/api/v1/alerts?state=cleared"))).containsExactly(over, "a81f00c2");
        assertThat(ids(read(server, "/api/v1/alerts?state=all"))).containsExactly(open, over, "a81f00c2");
    }

    @Test
    void aDeadHistoryLeavesWhatTheProbeRemembersAndIsSaid() throws Exception {
        duty.own(OwnTrouble.STORE_FAILING, "", Optional.of("no answer"));
        duty.own(OwnTrouble.STORE_FAILING, "", Optional.empty());
        String over = duty.over().getFirst().id();
        Files.writeString(
                folder.resolve("rungwatch.db"), "not a database, and long enough to be taken for one".repeat(99));
        HttpServer server = serve(Optional.of(store.alerts()));

        JsonNode answer = read(server, "/api/v1/alerts?state=cleared");
        assertThat(ids(answer)).containsExactly(over);
        assertThat(answer.path("incomplete").asString())
                .contains("move the file away")
                .endsWith(": only what the probe remembers itself is listed");
        assertThat(get(server, "/api/v1/alerts/a81f00c2").statusCode()).isEqualTo(404);
        assertThat(read(serve(Optional.empty()), "/api/v1/alerts?state=all")
                        .path("incomplete")
                        .asString())
                .contains("there is no history");
    }

    @Test
    void linksAreThoseOfNow() throws Exception {
        past(Messages.raised());
        links = new Links(Optional.of("https://noc.example"), Optional.empty());

        JsonNode alert = read(serve(Optional.of(store.alerts())), "/api/v1/alerts/a81f00c2");

        assertThat(alert.path("runbook").asString()).isEqualTo("https://noc.example/docs/runbooks/playlist_stale.md");
        assertThat(alert.path("evidence").asString())
                .isEqualTo("https://noc.example/api/v1/alerts/a81f00c2/evidence.har");
    }

    /** Nothing is recorded of a group, but of what it is made of. */
    @Test
    void theRecordingOfAGroupThatIsOverIsFound() throws Exception {
        past(Messages.group());
        evidence.write("b2", "{\"log\":{}}".getBytes(StandardCharsets.UTF_8));
        HttpServer server = serve(Optional.of(store.alerts()));

        assertThat(read(server, "/api/v1/alerts/00ff00ff/evidence.har").has("log"))
                .isTrue();
        assertThat(get(server, "/api/v1/alerts/a81f00c2/evidence.har").statusCode())
                .isEqualTo(404);
    }
}
