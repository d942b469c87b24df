package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.Main;
import io.rungwatch.simulator.Presets;
import io.rungwatch.simulator.Simulator;
import io.rungwatch.simulator.SimulatorSpec;
import io.rungwatch.simulator.layer.Freshness;
import io.rungwatch.simulator.server.SimulatorServer;
import io.rungwatch.simulator.stream.ChannelSpec;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Dash.Addressing;
import io.rungwatch.simulator.stream.Segmentation;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The simulator's streams that players play, watched without a profile: nothing to say about them either. */
class RealSimulatorTest {
    private static final Duration TWO = Duration.ofSeconds(2);

    @Test
    void isClean() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            SimulatorServer server = SimulatorServer.start(vertx, new Simulator(world()), InstantSource.system())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            List<String> arguments = new ArrayList<>(List.of("check", "--for", "8s"));
            for (String channel : List.of("TS", "FMP4")) {
                arguments.add(server.layer("edge-hn") + "/live/" + channel + "/master.m3u8");
                arguments.add(server.layer("packager") + "/live/" + channel + "/manifest.mpd");
            }
            StringWriter out = new StringWriter();
            CommandLine command = Main.commandLine().setOut(new PrintWriter(out));

            int status = command.execute(arguments.toArray(String[]::new));

            assertThat(status).as(out.toString()).isZero();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private static SimulatorSpec world() {
        Freshness fresh = Freshness.forSegments(TWO);
        return new SimulatorSpec(
                List.of(channel("TS", Container.TS), channel("FMP4", Container.FMP4)), Presets.layers(fresh), fresh);
    }

    private static ChannelSpec channel(String id, Container container) {
        return new ChannelSpec(
                id,
                Presets.realMedia(Segmentation.of(TWO).withContainer(container)).withDash(Dash.by(Addressing.TIME)));
    }
}
