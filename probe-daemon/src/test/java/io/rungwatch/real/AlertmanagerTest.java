package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.Notice;
import io.rungwatch.notify.AlertmanagerNotifier;
import io.rungwatch.notify.AlertmanagerSettings;
import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.Messages;
import io.rungwatch.url.Url;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Against the Alertmanager of Debian, with a heart that beats fast. */
@Tag("debian")
class AlertmanagerTest {
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final String CONFIGURATION = """
            route: { receiver: hook, group_by: [alert_id], group_wait: 100ms, group_interval: 200ms, repeat_interval: 1h }
            receivers: [ { name: hook, webhook_configs: [ { url: "http://127.0.0.1:@PORT@/hook", send_resolved: true } ] } ]
            """;

    private final InstantSource clock = InstantSource.system();
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private int port;
    private Program program;
    private AlertmanagerNotifier notifier;

    @BeforeEach
    void start() throws Exception {
        int hook = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    heard.add(body.toString());
                    request.response().end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
        Path configuration = Files.writeString(
                folder.resolve("alertmanager.yml"), CONFIGURATION.replace("@PORT@", Integer.toString(hook)));
        port = Web.freePort();
        program = Program.start(
                folder,
                folder.resolve("log"),
                "prometheus-alertmanager",
                "--config.file=" + configuration,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=");
        Until.isTrue(
                "it is ready", () -> program.isRunning() && Web.status("http://127.0.0.1:" + port + "/-/ready") == 200);
        notifier = notifier();
    }

    private AlertmanagerNotifier notifier() throws Exception {
        AlertmanagerSettings settings = new AlertmanagerSettings(
                Url.parse("http://127.0.0.1:" + port),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(5));
        return new AlertmanagerNotifier(vertx, settings, "probe-1", HEARTBEAT, clock, Messages.LINKS);
    }

    @AfterEach
    void stop() throws Exception {
        notifier.close();
        program.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void anAlertIsRaisedKeptAliveAndResolved() throws Exception {
        Message raised = raised(Severity.MAJOR);
        notifier.deliver(raised);

        JsonNode alert = active().getOrDefault("a81f00c2 major", MissingNode.getInstance());
        assertThat(alert.at("/labels/alertname").asString()).isEqualTo("PlaylistStale");
        assertThat(alert.at("/labels/channel").asString()).isEqualTo("CH_001");
        assertThat(alert.at("/labels/team").asString()).isEqualTo("packager");
        assertThat(alert.at("/annotations/runbook_url").asString()).isEqualTo("docs/runbooks/playlist_stale.md");
        assertThat(Instant.parse(alert.path("startsAt").asString()))
                .isEqualTo(raised.notice().fault().since());
        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("\"status\":\"firing\"", "a81f00c2");

        Instant until = clock.instant().plus(HEARTBEAT.multipliedBy(5));
        while (clock.instant().isBefore(until)) {
            beat(raised.notice());
            assertThat(active()).containsOnlyKeys("a81f00c2 major", "watchdog");
            String told = heard.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(told == null || told.contains("RungwatchWatchdog"))
                    .as(told)
                    .isTrue();
        }

        notifier.deliver(Messages.ended(raised, Message.Kind.CLEARED, clock.instant()));
        assertThat(active()).containsOnlyKeys("watchdog");
        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("\"status\":\"resolved\"", "a81f00c2");
    }

    @Test
    void whatIsNoLongerRefreshedEnds() throws Exception {
        notifier.deliver(raised(Severity.MAJOR));
        assertThat(active()).containsOnlyKeys("a81f00c2 major");

        Until.isTrue("it has ended by itself", () -> active().isEmpty());
    }

    @Test
    void aChangeLeavesExactlyOneActive() throws Exception {
        notifier.deliver(raised(Severity.MAJOR));
        Message worse = changed(Severity.CRITICAL);
        notifier.deliver(worse);
        assertThat(active()).containsOnlyKeys("a81f00c2 critical");

        beat(raised(Severity.MINOR).notice());
        assertThat(active()).containsOnlyKeys("a81f00c2 minor", "watchdog");

        beat();
        assertThat(active()).containsOnlyKeys("watchdog");
    }

    @Test
    void afterARestartItIsTakenBackTheSame() throws Exception {
        Message raised = raised(Severity.MAJOR);
        notifier.deliver(raised);
        notifier.close();
        notifier = notifier();

        notifier.deliver(Messages.ended(raised, Message.Kind.MERGED, clock.instant()));

        assertThat(active()).isEmpty();
    }

    @Test
    void itComesBackUnderTheSameName() throws Exception {
        Message raised = raised(Severity.MAJOR);
        notifier.deliver(raised);
        notifier.deliver(Messages.ended(raised, Message.Kind.CLEARED, clock.instant()));
        assertThat(active()).isEmpty();

        notifier.deliver(raised);
        assertThat(active()).containsOnlyKeys("a81f00c2 major");
    }

    private Message raised(Severity severity) {
        Instant since = clock.instant().minusSeconds(20).truncatedTo(ChronoUnit.MILLIS);
        return new Message(
                Message.Kind.RAISED, clock.instant(), Messages.firing(Messages.frozen(severity, "packager", since)));
    }

    private Message changed(Severity severity) {
        return new Message(
                Message.Kind.CHANGED, clock.instant(), raised(severity).notice());
    }

    private void beat(Notice... open) throws Exception {
        notifier.beat(new Heartbeat(clock.instant(), HEARTBEAT, Duration.ofMinutes(3), 50, List.of(open)));
    }

    /** By id and severity. */
    private Map<String, JsonNode> active() throws InterruptedException {
        Map<String, JsonNode> active = new HashMap<>();
        for (JsonNode alert : Web.json("http://127.0.0.1:" + port + "/api/v2/alerts?active=true")) {
            JsonNode labels = alert.path("labels");
            boolean watchdog = labels.path("alertname").asString().equals("RungwatchWatchdog");
            String name = labels.path("alert_id").asString("") + " "
                    + labels.path("severity").asString();
            assertThat(active.put(watchdog ? "watchdog" : name, alert)).isNull();
        }
        return active;
    }
}
