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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What viewers have: hls.js and dash.js in Chromium, at each layer, through all the rungs that Chromium decodes. What
 * they said, and a picture of the page, is left in target/players.
 */
// Not in every build, it takes minutes and a machine that is not busy: ./test --players
@Tag("players")
class PlayersTest {
    private static final int SECONDS = Integer.getInteger("players.seconds", 60);
    private static final Path PLAYERS = Path.of("src/test/players").toAbsolutePath();
    private static final Path LEFT = Path.of("target/players").toAbsolutePath();
    private static final Duration TWO = Duration.ofSeconds(2);

    /** An ad and the programme after it, twice in the minute and once more if it begins well. */
    private static final AdBreaks ADS = new AdBreaks(Duration.ofSeconds(24), Duration.ofSeconds(8));

    private static final int LEAST_PERIODS = SECONDS / 24 * 2;

    /** Each is asked for by both players. */
    private static final List<String> CHANNELS = List.of("TS", "FMP4", "PARTS", "ADS");

    /** Chromium has no HEVC here. */
    private static final JsonArray RUNGS = new JsonArray(List.of(360, 720, 1080));

    /** Players forget those that they have shown; each lasts a second. */
    private static final int LATEST_CUES = 3;

    /** What hls.js gives up when it turns to another rung; of low latency it is parts, ten in a turn. */
    private static final int MOST_TURNING = 2 * SECONDS;

    /** Viewers forgive a picture that stands for so long, in seconds. */
    private static final double LONGEST_STANDSTILL = 1.5;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"packager", "origin", "midcache-hn", "edge-hn"})
    void playWithoutAnError(String layer) throws Exception {
        assertThat(PLAYERS.resolve("node_modules"))
                .as("the players: run `npm ci` in " + PLAYERS + ", or ./test, which does")
                .exists();
        Files.createDirectories(LEFT);
        Vertx vertx = Vertx.vertx();
        try {
            SimulatorServer server = SimulatorServer.start(vertx, new Simulator(world()), InstantSource.system())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            JsonObject order = new JsonObject()
                    .put("seconds", SECONDS)
                    .put("picture", LEFT.resolve(layer + ".png").toString())
                    .put("streams", streams(server.layer(layer)));

            Tool players = Tool.run(PLAYERS, folder, List.of("node", "play.mjs", order.encode()));

            assertThat(players.status()).as(players.errors()).isZero();
            Files.writeString(LEFT.resolve(layer + ".txt"), players.out());
            List<String> seen = players.out().lines().toList();
            assertThat(seen).hasSize(2 * CHANNELS.size());
            assertThat(seen).map(JsonObject::new).allSatisfy(PlayersTest::assertPlayed);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    /** One channel for each way to pack. */
    private static SimulatorSpec world() {
        Freshness fresh = Freshness.forSegments(TWO);
        StreamSpec plain = stream(Container.TS).withDash(Dash.by(Addressing.TIME));
        StreamSpec boxes = stream(Container.FMP4).withDash(Dash.by(Addressing.NUMBER));
        StreamSpec parts = stream(Container.FMP4)
                .withLowLatency(LowLatency.of(Duration.ofMillis(400)))
                .withDash(Dash.by(Addressing.DURATION));
        StreamSpec ads = stream(Container.TS)
                .withAds(ADS)
                .withDash(Dash.by(Addressing.TIME).withPeriods());
        List<ChannelSpec> channels = List.of(
                new ChannelSpec("TS", plain),
                new ChannelSpec("FMP4", boxes),
                new ChannelSpec("PARTS", parts),
                new ChannelSpec("ADS", ads));
        return new SimulatorSpec(channels, Presets.layers(fresh), fresh);
    }

    private static StreamSpec stream(Container container) {
        return Presets.realMedia(Segmentation.of(TWO).withWindow(15).withContainer(container));
    }

    private static JsonArray streams(URI layer) {
        JsonArray streams = new JsonArray();
        CHANNELS.forEach(channel -> streams.add(stream("hls", layer + "/live/" + channel + "/master.m3u8")));
        CHANNELS.forEach(channel -> streams.add(stream("dash", layer + "/live/" + channel + "/manifest.mpd")));
        return streams;
    }

    private static JsonObject stream(String player, String url) {
        return new JsonObject().put("player", player).put("url", url);
    }

    private static void assertPlayed(JsonObject seen) {
        String what = seen.encode();
        assertThat(seen.getJsonArray("errors")).as(what).isEmpty();
        assertThat(seen.getDouble("advanced")).as(what).isBetween(SECONDS - 5.0, SECONDS + 5.0);
        assertThat(seen.getDouble("stood")).as(what).isLessThan(LONGEST_STANDSTILL);
        assertThat(seen.getInteger("turning")).as(what).isLessThan(MOST_TURNING);
        assertThat(seen.getInteger("pictures")).as(what).isGreaterThan((SECONDS - 10) * 20);
        assertThat(seen.getInteger("sound")).as(what).isPositive();
        assertThat(seen.getInteger("cues")).as(what).isGreaterThan(LATEST_CUES);
        assertThat(seen.getJsonArray("rungs")).as(what).isEqualTo(RUNGS);
        if (what.contains("/ADS/manifest.mpd")) {
            assertThat(seen.getInteger("periods")).as(what).isGreaterThanOrEqualTo(LEAST_PERIODS);
        }
    }
}
