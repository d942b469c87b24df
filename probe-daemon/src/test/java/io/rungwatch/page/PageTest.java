package io.rungwatch.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.Daemon;
import io.rungwatch.StateFolder;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Configuration;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.layer.LayerSpec;
import io.rungwatch.simulator.server.SimulatorServer;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Dash;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for the NOC in real Chromium. `./test --page` installs what it needs; `-Dupdate=true` makes the screenshots of the docs anew. */
@Tag("browser")
class PageTest {
    private static final int CHANNELS = 12;
    private static final Duration SEGMENT = Duration.ofSeconds(2);
    private static final Path PAGE = Path.of("src/main/resources/page");
    private static final Path SHOTS = Path.of(Boolean.getBoolean("update") ? "../docs/screens" : "target/screens");

    private static final List<String> NAMES = List.of(
            "News HD",
            "Sports",
            "Movies",
            "Kids",
            "Local News",
            "Music",
            "Drama",
            "Cinema",
            "Travel",
            "Science",
            "Nature",
            "Food");

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void theTools() throws IOException {
        assertThat(NodeScript.FOLDER.resolve("node_modules"))
                .as("what looks at the page: run `npm ci --ignore-scripts` in " + NodeScript.FOLDER
                        + ", or ./test --page")
                .exists();
        Files.createDirectories(SHOTS);
    }

    /** Nobody edits the copy, and everybody sees where it is from: package-lock.json names the release and its checksum. */
    @Test
    void theChartsAreThoseOfTheReleaseThatPackageLockNames() throws IOException {
        Path release = NodeScript.FOLDER.resolve("node_modules/uplot");

        assertThat(PAGE.resolve("vendor/uPlot.js")).hasSameBinaryContentAs(release.resolve("dist/uPlot.iife.min.js"));
        assertThat(PAGE.resolve("vendor/uPlot.css")).hasSameBinaryContentAs(release.resolve("dist/uPlot.min.css"));
        assertThat(PAGE.resolve("vendor/uPlot.LICENSE")).hasSameBinaryContentAs(release.resolve("LICENSE"));
    }

    @Test
    void aThousandChannelsAreSmooth() throws Exception {
        Map<String, String> order = Map.of(
                "page", PAGE.toAbsolutePath().toString(),
                "shots", SHOTS.toAbsolutePath().toString());

        assertThat(NodeScript.run("thousand.mjs", order)).hasSize(6).allSatisfy(PageTest::assertWell);
    }

    /** Nobody is there to be watched; what counts is who may look. */
    @Test
    void whereReadingNeedsTheTokenThePageAsksForIt() throws Exception {
        Configuration configuration = loaded("""
                http: { listen: 127.0.0.1:0, token: let-me-in }
                channels: channels/
                state: state/
                layers: [ { layer: packager, kind: packager, team: packager, base: "http://127.0.0.1:1" } ]
                """, """
                channel: CH_001
                manifests: { hls: /live/CH_001/master.m3u8 }
                """);
        try (Daemon daemon = new Daemon(configuration, InstantSource.system(), System::nanoTime)) {
            Map<String, Object> order = Map.of("probe", "http://127.0.0.1:" + daemon.listen(), "token", "let-me-in");

            assertThat(NodeScript.run("locked.mjs", order)).hasSize(2).allSatisfy(PageTest::assertWell);
        }
    }

    @Test
    void everyViewAndEveryAction() throws Exception {
        Vertx vertx = Vertx.vertx();
        SimulatorServer simulator = SimulatorServer.start(vertx, new Simulator(world()), InstantSource.system())
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        Configuration configuration = configuration(simulator);
        try (Daemon daemon = new Daemon(configuration, InstantSource.system(), System::nanoTime)) {
            Map<String, Object> order = Map.of(
                    "probe",
                    "http://127.0.0.1:" + daemon.listen(),
                    "faults",
                    simulator.admin() + "/faults",
                    "token",
                    StateFolder.readToken(configuration.state()),
                    "edge",
                    simulator.layer("edge-hn") + "/live/CH_003/master.m3u8",
                    "channels",
                    CHANNELS,
                    "shots",
                    SHOTS.toAbsolutePath().toString(),
                    "downloads",
                    Files.createDirectory(folder.resolve("downloads")).toString());

            assertThat(NodeScript.run("tour.mjs", order)).hasSize(20).allSatisfy(PageTest::assertWell);
        } finally {
            simulator.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
            vertx.close();
        }
    }

    private static void assertWell(NodeScript.Step step) {
        assertThat(step.error()).as(step.name()).isEmpty();
    }

    /** Two POPs below the origin, so that there is something to stand side by side. */
    private static SimulatorSpec world() {
        Freshness fresh = Freshness.forSegments(SEGMENT);
        List<LayerSpec> layers = List.of(
                LayerSpec.packager("packager"),
                LayerSpec.proxy("origin", "packager"),
                LayerSpec.cache("midcache-hn", "origin", fresh),
                LayerSpec.cache("midcache-hcm", "origin", fresh),
                LayerSpec.cache("edge-hn", "midcache-hn", fresh),
                LayerSpec.cache("edge-hcm", "midcache-hcm", fresh));
        return new SimulatorSpec(
                ChannelSpec.family(CHANNELS, Presets.dash(SEGMENT, Dash.Addressing.TIME)), layers, fresh);
    }

    private Configuration configuration(SimulatorServer simulator) throws IOException {
        StringBuilder yaml = new StringBuilder("http: { listen: 127.0.0.1:0 }\nchannels: channels/\nlayers:\n");
        simulator
                .layers()
                .forEach((name, base) -> yaml.append("  - { layer: %s, kind: %s, team: %s, base: \"%s\" }\n"
                        .formatted(
                                name, name.replaceAll("-.*", ""), name.equals("packager") ? "packager" : "cdn", base)));
        yaml.append("""
                sampling: { interval: 15s, tiers: { top: 3s }, traffic: 60M }
                state: state/
                defaults:
                  manifests: { hls: "/live/{channel}/master.m3u8" }
                  segment: { duration: 2s }
                  checks: { probe_overloaded: off, probe_cannot_judge: off }
                  ladder:
                    - { rung: 4K, bitrate: 15M, resolution: 3840x2160, codec: hevc }
                    - { rung: HD, bitrate: 5M, resolution: 1920x1080, codec: avc }
                    - { rung: SD, bitrate: 2M, resolution: 1280x720, codec: avc }
                    - { rung: LD, bitrate: 500k, resolution: 640x360, codec: avc }
                """);
        StringBuilder channels = new StringBuilder();
        for (int i = 1; i <= CHANNELS; i++) {
            channels.append("%schannel: CH_%03d\nname: %s\n".formatted(i > 1 ? "---\n" : "", i, NAMES.get(i - 1)));
            channels.append(
                    i == 3
                            ? "tier: top\nmanifests: { hls: \"/live/{channel}/master.m3u8\", dash: \"/live/{channel}/manifest.mpd\" }\n"
                            : "");
        }
        return loaded(yaml.toString(), channels.toString());
    }

    private Configuration loaded(String yaml, String channels) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("channels")).resolve("all.yaml"), channels);
        Path file = Files.writeString(folder.resolve("rungwatch.yaml"), yaml);
        return switch (ConfigLoader.load(file)) {
            case ConfigLoader.Loaded loaded -> loaded.configuration();
            case ConfigLoader.Refused refused -> throw new AssertionError(refused.errors());
        };
    }
}
