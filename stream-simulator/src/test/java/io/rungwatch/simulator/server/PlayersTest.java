package io.rungwatch.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.Tool;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.stream.AdBreaks;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.StreamSpec;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What viewers have: hls.js and dash.js in Chromium, each at each layer, through all the rungs that Chromium decodes. */
// Not in every build: dash.js stalls now and then where Periods follow each other. -Dgroups=players
// -DexcludedGroups=none
@Tag("players")
class PlayersTest {
    private static final int SECONDS = Integer.getInteger("players.seconds", 60);
    private static final Path PLAYERS = Path.of("src/test/players").toAbsolutePath();
    private static final Duration TWO = Duration.ofSeconds(2);

    /** Chromium has no HEVC here. */
    private static final JsonArray RUNGS = new JsonArray(List.of(360, 720, 1080));

    /** Players forget those that they have shown; each lasts a second. */
    private static final int LATEST_CUES = 3;

    /** Low latency leaves little in the buffer, and eight decoders share the machine. */
    private static final int MOST_STALLS = 15;

    /** Eight players share two cores with the rest of a build; one that cannot play does not get past its first segments. */
    private static final double LEAST_PLAYED = 0.3;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void playWithoutAnError() throws Exception {
        assertThat(PLAYERS.resolve("node_modules"))
                .as("the players: run `npm ci` in " + PLAYERS + ", or ./test, which does")
                .exists();
        Vertx vertx = Vertx.vertx();
        try {
            SimulatorServer server = SimulatorServer.start(vertx, new Simulator(world()), InstantSource.system())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            JsonObject order = new JsonObject().put("seconds", SECONDS).put("streams", streams(server));

            Tool players = Tool.run(PLAYERS, folder, List.of("node", "play.mjs", order.encode()));

            assertThat(players.status()).as(players.errors()).isZero();
            List<String> seen = players.out().lines().toList();
            assertThat(seen).hasSize(8);
            Files.writeString(Path.of("target/players.txt"), players.out());
            seen.stream().map(JsonObject::new).forEach(PlayersTest::assertPlayed);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    /** One channel for each way to pack, each watched by one player or both. */
    private static SimulatorSpec world() {
        Freshness fresh = Freshness.forSegments(TWO);
        StreamSpec plain = stream(Container.TS).withDash(Dash.by(Addressing.TIME));
        StreamSpec boxes = stream(Container.FMP4).withDash(Dash.by(Addressing.NUMBER));
        StreamSpec parts = stream(Container.FMP4)
                .withLowLatency(LowLatency.of(Duration.ofMillis(400)))
                .withDash(Dash.by(Addressing.DURATION));
        StreamSpec ads = stream(Container.TS)
                .withAds(new AdBreaks(Duration.ofSeconds(24), Duration.ofSeconds(8)))
                .withDash(Dash.by(Addressing.TIME).withPeriods());
        return new SimulatorSpec(
                List.of(
                        new ChannelSpec("TS", plain),
                        new ChannelSpec("FMP4", boxes),
                        new ChannelSpec("PARTS", parts),
                        new ChannelSpec("ADS", ads)),
                Presets.layers(fresh),
                fresh);
    }

    private static StreamSpec stream(Container container) {
        return Presets.realMedia(Segmentation.of(TWO).withWindow(15).withContainer(container));
    }

    private static JsonArray streams(SimulatorServer server) {
        JsonArray streams = new JsonArray();
        List<String> channels = List.of("TS", "FMP4", "PARTS", "ADS");
        int next = 0;
        for (URI layer : server.layers().values()) {
            String channel = layer + "/live/" + channels.get(next++) + "/";
            streams.add(stream("hls", channel + "master.m3u8"));
            streams.add(stream("dash", channel + "manifest.mpd"));
        }
        return streams;
    }

    private static JsonObject stream(String player, String url) {
        return new JsonObject().put("player", player).put("url", url);
    }

    private static void assertPlayed(JsonObject seen) {
        String what = seen.encode();
        assertThat(seen.getJsonArray("errors")).as(what).isEmpty();
        assertThat(seen.getDouble("advanced")).as(what).isBetween(SECONDS * LEAST_PLAYED, SECONDS + 10.0);
        assertThat(seen.getInteger("stalls")).as(what).isLessThanOrEqualTo(MOST_STALLS);
        assertThat(seen.getInteger("turning")).as(what).isLessThan(SECONDS);
        assertThat(seen.getInteger("pictures")).as(what).isGreaterThan((SECONDS - 10) * 20);
        assertThat(seen.getInteger("sound")).as(what).isPositive();
        assertThat(seen.getInteger("cues")).as(what).isGreaterThan(LATEST_CUES);
        assertThat(seen.getJsonArray("rungs")).as(what).isEqualTo(RUNGS);
    }
}
