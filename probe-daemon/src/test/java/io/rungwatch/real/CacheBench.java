package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.Daemon;
import io.rungwatch.config.ConfigLoader;
import io.rungwatch.config.Configuration;
import io.rungwatch.profile.Layer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** One stream of ffmpeg's behind many chains of real caches, each a channel of one daemon, each with a fault of its own. */
final class CacheBench implements AutoCloseable {
    /** Manifests of a chain: one entry and three playlists at each layer. */
    private static final int PLAYLISTS = 4;

    private static final int AT_ONCE = 4;

    private final Path folder;
    private final Path www;
    private final Map<Watchable, RealChain> chains = new LinkedHashMap<>();
    private final Map<String, Set<String>> told = new TreeMap<>();
    private final Map<String, Set<String>> begins = new TreeMap<>();
    private final List<AutoCloseable> running = new ArrayList<>();
    private final String api;

    /** What watches, as `rungwatch.yaml` in this folder says. */
    interface Probe {
        AutoCloseable start(Path folder) throws Exception;
    }

    /** When this returns, all is watched, and nothing is wrong. */
    CacheBench(Path folder, List<Watchable> rows) throws Exception {
        this(folder, rows, CacheBench::daemon);
    }

    CacheBench(Path folder, List<Watchable> rows, Probe probe) throws Exception {
        this.folder = folder;
        this.www = Files.createDirectory(folder.resolve("www"));
        try {
            running.add(Ffmpeg.TS.start(www, ""));
            start(rows);
            Until.isTrue("ffmpeg writes", () -> Ffmpeg.TS.isReady(www));
            running.add(new Viewers(watched()));
            int port = Web.freePort();
            api = "http://127.0.0.1:" + port;
            configure(port);
            running.add(probe.start(folder));
            Until.isTrue("it listens", () -> Web.status(api + "/health/live") == 200);
            for (Watchable row : rows) {
                Until.isTrue(row.channel() + " is seen at all layers", () -> isSeen(row));
            }
            assertThat(told()).as("before anything is wrong").isEmpty();
        } catch (Throwable failure) {
            close();
            throw failure;
        }
    }

    /** Several at a time: varnish has a compiler at work before it answers. */
    private void start(List<Watchable> rows) throws Exception {
        Map<Watchable, Future<RealChain>> starting = new LinkedHashMap<>();
        try (ExecutorService starters = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Watchable row : rows) {
                starting.put(
                        row,
                        starters.submit(
                                () -> new RealChain(row.channel(), www, folder.resolve(row.channel()), row.edges())));
            }
        }
        for (Map.Entry<Watchable, Future<RealChain>> each : starting.entrySet()) {
            RealChain chain = each.getValue().get();
            chains.put(each.getKey(), chain);
            running.add(chain);
        }
    }

    void strike() throws Exception {
        for (Map.Entry<Watchable, RealChain> chain : chains.entrySet()) {
            chain.getKey().fault().strike(chain.getValue(), www);
        }
    }

    /** Each fault is told, where it is; and from the first moment on nothing else is. */
    void judge(Duration longest) throws Exception {
        Map<String, Object> missing = new TreeMap<>();
        Map<String, Object> odd = new TreeMap<>();
        try {
            Until.isTrue("each fault is told", longest, () -> {
                Map<String, Set<String>> seen = told();
                missing.clear();
                for (Watchable row : chains.keySet()) {
                    Set<String> own = seen.getOrDefault(row.channel(), Set.of());
                    if (!row.missing(own).isEmpty()) {
                        missing.put(row.channel(), row.missing(own));
                    }
                    if (!row.odd(own).isEmpty()) {
                        odd.put(row.channel(), row.odd(own));
                    }
                }
                return missing.isEmpty();
            });
        } finally {
            String all = Web.text(api + "/api/v1/alerts?state=all&members=true");
            assertThat(missing)
                    .as("not told in " + longest.toSeconds() + " s; told is " + all)
                    .isEmpty();
            assertThat(odd).as("told, and not a word of it true: " + all).isEmpty();
        }
    }

    /** By channel, all that was ever told: check@layer. An alert may have had other layers before. */
    private Map<String, Set<String>> told() throws Exception {
        for (JsonNode alert :
                Web.json(api + "/api/v1/alerts?state=all&members=true").path("alerts")) {
            String channel = alert.path("channel").asString();
            told.computeIfAbsent(channel, missing -> new TreeSet<>())
                    .add(alert.path("check").asString() + "@"
                            + alert.path("layer").asString().replace("-" + channel, ""));
            begins.computeIfAbsent(channel, missing -> new TreeSet<>())
                    .add(alert.path("facts").path("begins").asString(""));
        }
        return told;
    }

    /** All that was ever told of where the fault of a channel begins. */
    Set<String> begins(CacheFault fault) {
        return begins.getOrDefault(Watchable.of(fault, 1).channel(), Set.of());
    }

    private boolean isSeen(Watchable row) throws Exception {
        JsonNode channel = Web.json(api + "/api/v1/channels/" + row.channel());
        return channel.path("manifests").size() == (2 + row.edges()) * PLAYLISTS;
    }

    private List<String> watched() {
        List<String> playlists = new ArrayList<>();
        chains.forEach((row, chain) -> {
            for (int edge = 1; edge <= row.edges(); edge++) {
                for (String playlist : List.of("master", "v0", "v1", "v2")) {
                    playlists.add(chain.edge(edge).base() + "/ts/" + playlist + ".m3u8");
                }
            }
        });
        return playlists;
    }

    /** As an operator writes it. A machine that runs all these servers too is no judge of a tenth of a second: latency only where it is the fault. */
    private void configure(int port) throws Exception {
        StringBuilder main = new StringBuilder("http: { listen: 127.0.0.1:" + port + " }\n")
                .append("sampling: { tiers: { top: 500ms, mid: 2s } }\n")
                .append("channels: channels/\n")
                .append("defaults: { manifests: { hls: /ts/master.m3u8 }, segment: { duration: 2s, minimum: 3 } }\n")
                .append("layers:\n");
        StringBuilder channels = new StringBuilder();
        List<Layer> layers = new ArrayList<>();
        for (Map.Entry<Watchable, RealChain> chain : chains.entrySet()) {
            List<Layer> own = chain.getValue().layers();
            layers.addAll(own);
            channels.append("---\nchannel: %s\ntier: %s\nchecks: { latency_high: %s }\nlayers: %s\n"
                    .formatted(
                            chain.getKey().channel(),
                            chain.getKey().tier(),
                            chain.getKey().judgesLatency() ? "on" : "off",
                            own.stream().map(Layer::name).toList()));
        }
        layers.sort(Comparator.comparing(Layer::kind));
        for (Layer layer : layers) {
            main.append("  - { layer: %s, kind: %s, team: %s, base: \"%s\" }\n"
                    .formatted(layer.name(), layer.kind().word(), layer.team(), layer.base()));
        }
        Files.writeString(folder.resolve("rungwatch.yaml"), main);
        Files.writeString(Files.createDirectory(folder.resolve("channels")).resolve("all.yaml"), channels);
    }

    private static Daemon daemon(Path folder) throws Exception {
        ConfigLoader.Result result = ConfigLoader.load(folder.resolve("rungwatch.yaml"));
        assertThat(result).as(result.toString()).isInstanceOf(ConfigLoader.Loaded.class);
        Configuration configuration = ((ConfigLoader.Loaded) result).configuration();
        Daemon daemon = new Daemon(configuration, InstantSource.system(), System::nanoTime);
        daemon.listen();
        return daemon;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable program : running.reversed()) {
            program.close();
        }
    }
}
