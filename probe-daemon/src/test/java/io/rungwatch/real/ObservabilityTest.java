package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.grafana.Rules;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** deploy/observability with Debian's programs: an alert of the rules goes through Prometheus and Alertmanager to the team that it names. */
@Tag("debian")
class ObservabilityTest {
    private static final Path DEPLOY =
            Rules.FOLDER.resolve("../../deploy/observability").normalize();

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder = Path.of("");

    private int hook;

    @BeforeEach
    void listen() throws Exception {
        hook = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    heard.add(request.path() + " " + body);
                    request.response().end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aProbeThatCannotBeScrapedIsToldToItsOwner() throws Exception {
        int manager = Web.freePort();
        int port = Web.freePort();
        rules();
        try (Program alertmanager = alertmanager(manager);
                Program prometheus = prometheus(port, manager)) {
            String api = "http://127.0.0.1:" + port;
            Until.isTrue("Prometheus is ready", () -> prometheus.isRunning() && Web.status(api + "/-/ready") == 200);
            Until.isTrue(
                    "Alertmanager is known",
                    () -> alertmanager.isRunning()
                            && Web.json(api + "/api/v1/alertmanagers")
                                            .at("/data/activeAlertmanagers")
                                            .size()
                                    == 1);
            Until.isTrue(
                    "the alert fires", () -> Web.text(api + "/api/v1/alerts").contains("RungwatchProbeDown"));
            Until.isTrue("it is told", () -> heard.stream().anyMatch(ObservabilityTest::isForTheProbe));

            JsonNode active = Web.json(
                    "http://127.0.0.1:" + manager + "/api/v2/alerts?filter=alertname%3D%22RungwatchProbeDown%22");
            assertThat(active.size()).isEqualTo(1);
            assertThat(active.at("/0/receivers/0/name").asString()).isEqualTo("probe");
            assertThat(active.at("/0/annotations/runbook_url").asString())
                    .isEqualTo("docs/prometheus-alerts.md#rungwatchprobedown");
        }
    }

    private static boolean isForTheProbe(String told) {
        return told.startsWith("/probe ") && told.contains("RungwatchProbeDown") && told.contains("firing");
    }

    /** Without the time that alerts wait. */
    private void rules() throws Exception {
        Path copies = Files.createDirectory(folder.resolve("rules"));
        for (Path file : Rules.files()) {
            String text = Files.readString(file).replaceAll("\n +for: \\w+", "");
            Files.writeString(copies.resolve(file.getFileName()), text);
        }
    }

    private Program alertmanager(int port) throws Exception {
        String text = Files.readString(DEPLOY.resolve("alertmanager.yml"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + hook)
                .replace("group_wait: 10s", "group_wait: 100ms");
        Path file = Files.writeString(folder.resolve("alertmanager.yml"), text);
        return Program.start(
                folder,
                folder.resolve("alertmanager.log"),
                "prometheus-alertmanager",
                "--config.file=" + file,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=");
    }

    private Program prometheus(int port, int manager) throws Exception {
        String text = Files.readString(DEPLOY.resolve("prometheus.yml"))
                .replace("127.0.0.1:9093", "127.0.0.1:" + manager)
                .replace("127.0.0.1:9464", "127.0.0.1:" + Web.freePort())
                .replace(" 15s", " 1s");
        Path file = Files.writeString(folder.resolve("prometheus.yml"), text);
        return Program.start(
                folder,
                folder.resolve("prometheus.log"),
                "prometheus",
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
    }
}
