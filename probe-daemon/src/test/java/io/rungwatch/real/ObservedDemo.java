package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.Daemon;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.server.SimulatorServer;
import io.rungwatch.simulator.stream.Dash;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The simulator with faults at each layer, the daemon with every part switched on, and Debian's Prometheus that scrapes it each second. */
final class ObservedDemo implements AutoCloseable {
    private static final List<String> FAULTS = List.of(
            "frozen_rung channel=CH_001 rendition=HD layer=packager from=+6s",
            "status code=503 channel=CH_003 layer=origin rendition=SD object=segment",
            "status code=404 channel=CH_002 layer=packager object=segment",
            "missing_rung channel=CH_004 rendition=4K layer=packager from=+6s",
            "slow delay=400ms layer=edge-hn channel=CH_003 object=segment");

    private static final String CONFIGURATION = """
            http: { listen: 127.0.0.1:@LISTEN@ }
            channels: channels/
            sampling: { interval: 1s, segments: settled }
            defaults: { manifests: { hls: "/live/{channel}/master.m3u8" }, segment: { duration: 2s, minimum: 3 } }
            store: { url: jdbc:sqlite:rungwatch.db, every: 10s }
            alerts:
              routes: [ { to: [file, dead] } ]
              heartbeat: 10s
              notifiers:
                file: { log: told.jsonl }
                dead: { webhook: "http://127.0.0.1:@DEAD@/hook", timeout: 1s }
            layers:
            """;

    private static final String SCRAPE = """
            global: { scrape_interval: 1s, evaluation_interval: 1s }
            scrape_configs: [ { job_name: rungwatch, static_configs: [ { targets: [ "127.0.0.1:@PORT@" ] } ] } ]
            rule_files: [ "@RULES@" ]
            """;

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> running = new ArrayList<>();
    private final String prometheus;
    private final int daemonPort;

    /** @param rules the rule files, as Prometheus takes them */
    ObservedDemo(Path folder, Path rules) throws Exception {
        try {
            Simulator world =
                    new Simulator(Presets.world(4, Presets.dash(Duration.ofSeconds(2), Dash.Addressing.TIME)));
            SimulatorServer simulator = SimulatorServer.start(vertx, world, InstantSource.system())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            running.add(() ->
                    simulator.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS));
            FAULTS.forEach(simulator::addFault);
            Daemon daemon = daemon(folder, simulator.layers());
            running.add(daemon);
            daemonPort = daemon.listen();
            int port = Web.freePort();
            prometheus = "http://127.0.0.1:" + port;
            running.add(prometheus(folder, rules, port));
            Until.isTrue("Prometheus is ready", () -> Web.status(prometheus + "/-/ready") == 200);
        } catch (Throwable failure) {
            close();
            throw failure;
        }
    }

    private static Daemon daemon(Path folder, Map<String, URI> layers) throws Exception {
        StringBuilder main = new StringBuilder(CONFIGURATION
                .replace("@DEAD@", Integer.toString(Web.freePort()))
                .replace("@LISTEN@", Integer.toString(Web.freePort())));
        for (Map.Entry<String, URI> layer : layers.entrySet()) {
            String kind = layer.getKey().replaceFirst("-.*", "");
            String team = kind.equals("packager") ? "packager" : "cdn";
            main.append("  - { layer: %s, kind: %s, team: %s, base: \"%s\" }\n"
                    .formatted(layer.getKey(), kind, team, layer.getValue()));
        }
        Path file = Files.writeString(folder.resolve("rungwatch.yaml"), main);
        String channels = """
                { channel: CH_001, tier: top, manifests: { dash: /live/CH_001/manifest.mpd } }
                ---
                channel: CH_002
                ---
                { channel: CH_003, tier: tail }
                ---
                channel: CH_004
                """;
        Files.writeString(Files.createDirectory(folder.resolve("channels")).resolve("all.yaml"), channels);
        ConfigLoader.Result result = ConfigLoader.load(file);
        assertThat(result).as(result.toString()).isInstanceOf(ConfigLoader.Loaded.class);
        return new Daemon(((ConfigLoader.Loaded) result).configuration(), InstantSource.system(), System::nanoTime);
    }

    private Program prometheus(Path folder, Path rules, int port) throws Exception {
        String settings = SCRAPE.replace("@PORT@", Integer.toString(daemonPort)).replace("@RULES@", rules.toString());
        Path file = Files.writeString(folder.resolve("prometheus.yml"), settings);
        return Program.start(
                folder,
                folder.resolve("prometheus.log"),
                "prometheus",
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
    }

    String prometheus() {
        return prometheus;
    }

    String daemon() {
        return "http://127.0.0.1:" + daemonPort;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : running.reversed()) {
            part.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
