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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One stream of ffmpeg's behind many chains of real caches, each a channel of one daemon, each with a fault of its own: what is told of it is
 * one alert, and it names the right layer.
 */
@Tag("debian")
class RealCachesTest {
    private static final Duration LONGEST = Duration.ofSeconds(70);

    /** Manifests of a chain: one entry and three playlists at each layer. */
    private static final int PLAYLISTS = 4;

    /** A fault, and what must be told: check at layer. */
    private record Row(CacheFault fault, int edges, String... alerts) {
        String channel() {
            return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row(CacheFault.NONE, 1),
            new Row(CacheFault.HUNG_ORIGIN, 1, "manifest_unavailable@origin"),
            new Row(CacheFault.FROZEN_RUNG, 1, "playlist_stale@origin"),
            new Row(CacheFault.MID_TTL_TOO_LONG, 1, "manifest_overcached@mid"),
            new Row(CacheFault.UPSTREAM_DEAD, 2, "manifest_unavailable@edge1"),
            new Row(CacheFault.NEGATIVE_CACHING, 1, "error_cached@edge1"));

    @TempDir
    private Path folder = Path.of("");

    private final Map<Row, RealChain> chains = new LinkedHashMap<>();
    private final List<AutoCloseable> running = new ArrayList<>();

    @Test
    void eachFaultIsToldWhereItIs() throws Exception {
        Path www = Files.createDirectory(folder.resolve("www"));
        try {
            running.add(Ffmpeg.TS.start(www, ""));
            for (Row row : ROWS) {
                RealChain chain = new RealChain(row.channel(), www, folder.resolve(row.channel()), row.edges());
                chains.put(row, chain);
                running.add(chain);
            }
            Until.isTrue("ffmpeg writes", () -> Ffmpeg.TS.isReady(www));
            running.add(new Viewers(watched()));
            Daemon daemon = new Daemon(configuration(), InstantSource.system(), System::nanoTime);
            running.add(daemon);
            judge("http://127.0.0.1:" + daemon.listen(), www);
        } finally {
            for (AutoCloseable program : running.reversed()) {
                program.close();
            }
        }
    }

    private void judge(String api, Path www) throws Exception {
        for (Row row : ROWS) {
            Until.isTrue(row.channel() + " is seen at all layers", () -> isSeen(api, row));
        }
        assertThat(Web.json(api + "/api/v1/alerts").path("alerts").size()).isZero();
        for (Map.Entry<Row, RealChain> chain : chains.entrySet()) {
            chain.getKey().fault().strike(chain.getValue(), www);
        }
        Map<String, Set<String>> told = new LinkedHashMap<>();
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        ROWS.forEach(row -> expected.put(row.channel(), new TreeSet<>(List.of(row.alerts()))));
        try {
            Until.isTrue("each fault is told", LONGEST, () -> {
                for (Row row : ROWS) {
                    told.put(row.channel(), told(api, row));
                }
                return told.equals(expected);
            });
        } finally {
            assertThat(told).as(Web.text(api + "/api/v1/alerts?state=all")).isEqualTo(expected);
        }
    }

    private List<String> watched() {
        List<String> urls = new ArrayList<>();
        chains.forEach((row, chain) -> {
            for (int edge = 1; edge <= row.edges(); edge++) {
                for (String playlist : List.of("master", "v0", "v1", "v2")) {
                    urls.add(chain.edge(edge).base() + "/ts/" + playlist + ".m3u8");
                }
            }
        });
        return urls;
    }

    private static boolean isSeen(String api, Row row) throws Exception {
        JsonNode channel = Web.json(api + "/api/v1/channels/" + row.channel());
        return channel.path("manifests").size() == (2 + row.edges()) * PLAYLISTS;
    }

    private static Set<String> told(String api, Row row) throws Exception {
        Set<String> told = new TreeSet<>();
        for (JsonNode alert : Web.json(api + "/api/v1/alerts?members=true").path("alerts")) {
            if (alert.path("channel").asString().equals(row.channel())) {
                told.add(alert.path("check").asString() + "@"
                        + alert.path("layer").asString().replace("-" + row.channel(), ""));
            }
        }
        return told;
    }

    /** As an operator writes it. */
    private Configuration configuration() throws Exception {
        StringBuilder main = new StringBuilder("http: { listen: 127.0.0.1:" + Web.freePort() + " }\n")
                .append("channels: channels/\n")
                .append("defaults: { manifests: { hls: /ts/master.m3u8 }, segment: { duration: 2s, minimum: 3 } }\n")
                .append("layers:\n");
        StringBuilder channels = new StringBuilder();
        List<Layer> layers = new ArrayList<>();
        for (Map.Entry<Row, RealChain> chain : chains.entrySet()) {
            List<Layer> own = chain.getValue().layers();
            layers.addAll(own);
            channels.append("---\nchannel: %s\nlayers: %s\n"
                    .formatted(
                            chain.getKey().channel(),
                            own.stream().map(Layer::name).toList()));
        }
        layers.sort(Comparator.comparing(Layer::kind));
        for (Layer layer : layers) {
            main.append("  - { layer: %s, kind: %s, team: %s, base: \"%s\" }\n"
                    .formatted(layer.name(), layer.kind().word(), layer.team(), layer.base()));
        }
        Path file = Files.writeString(folder.resolve("rungwatch.yaml"), main);
        Files.writeString(Files.createDirectory(folder.resolve("channels")).resolve("all.yaml"), channels);
        ConfigLoader.Result result = ConfigLoader.load(file);
        assertThat(result).isInstanceOf(ConfigLoader.Loaded.class);
        return ((ConfigLoader.Loaded) result).configuration();
    }
}
