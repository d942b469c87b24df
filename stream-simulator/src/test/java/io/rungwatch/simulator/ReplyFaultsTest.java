package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.CLEAN;
import static io.rungwatch.simulator.Faulty.HD;
import static io.rungwatch.simulator.Faulty.LAYERS;
import static io.rungwatch.simulator.Faulty.MASTER;
import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.get;
import static io.rungwatch.simulator.Faulty.see;
import static io.rungwatch.simulator.Faulty.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Disposition;
import io.rungwatch.simulator.layer.LayerSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Faults of the server, as an answer says them before any socket is involved. */
class ReplyFaultsTest {
    @Test
    void serversAnswerAsTold() {
        assertThat(get(with("status code=503"), 1, "packager", HD).status()).isEqualTo(503);
        assertThat(get(with("status rendition=HD"), 1, "packager", MASTER).status())
                .isEqualTo(200);
        assertThat(get(with("status rendition=master"), 1, "packager", MASTER).status())
                .isEqualTo(404);
        assertThat(get(with("status rendition=master"), 1, "packager", HD).status())
                .isEqualTo(200);
        Answer html = get(with("html_200"), 1, "packager", HD);
        assertThat(html.status()).isEqualTo(200);
        assertThat(html.text()).startsWith("<html>");
        assertThat(get(with("empty_body"), 1, "packager", HD).header("Content-Length"))
                .hasValue("0");
    }

    @Test
    void connectionsBreakAsTold() {
        assertThat(get(with("hang"), 1, "packager", HD).disposition()).isEqualTo(Disposition.HANG);
        assertThat(get(with("hang from=-1h"), 1, "edge-hn", HD).disposition()).isEqualTo(Disposition.HANG);
        assertThat(get(with("reset"), 1, "packager", HD).disposition()).isEqualTo(Disposition.RESET);
        assertThat(get(with("reset from=-1h"), 1, "edge-hn", HD).status()).isEqualTo(502);
        Answer cut = get(with("truncated_body share=25%"), 1, "packager", HD);
        assertThat(cut.portion()).isEqualTo(cut.body().length() / 4);
        assertThat(cut.header("Content-Length"))
                .hasValue(Long.toString(cut.body().length()));
    }

    @Test
    void slownessIsTold() {
        assertThat(get(with("slow delay=2s"), 1, "packager", HD).delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(get(with("slow delay=2s from=-1h"), 1, "origin", HD).delay()).isEqualTo(Duration.ofSeconds(2));
        Answer trickle = get(with("trickle bytes=3 pause=2s"), 1, "packager", HD);
        assertThat(trickle.portion()).isEqualTo(3);
        assertThat(trickle.interval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void oneRedirectIsNoLoop() {
        Answer first = get(with("redirect"), 1, "packager", HD);
        assertThat(first.status()).isEqualTo(302);
        String next = first.header("Location").orElseThrow();
        assertThat(get(with("redirect"), 1, "packager", next).text())
                .isEqualTo(get(CLEAN, 1, "packager", HD).text());
        String target = HD;
        for (int hop = 0; hop < 30; hop++) {
            target = get(with("redirect_loop"), 1, "packager", target)
                    .header("Location")
                    .orElseThrow();
        }
        assertThat(target).isEqualTo(HD + "?hop=30");
    }

    @Test
    void onlySegmentsWhereSoAsked() {
        String segment = "/live/CH_001/" + see(CLEAN, 1, HD).last().uri();
        Simulator faulty = with("status code=404 object=segment rendition=HD");
        assertThat(get(faulty, 1, "packager", segment).status()).isEqualTo(404);
        assertThat(get(faulty, 1, "packager", HD).status()).isEqualTo(200);
        assertThat(get(with("status rendition=HD"), 1, "packager", segment).status())
                .isEqualTo(200);
    }

    @Test
    void everyLayerByItself() {
        Simulator faulty = with("wrong_bandwidth layer=* factor=2");
        for (String layer : LAYERS) {
            assertThat(get(faulty, 0, layer, MASTER).text()).contains("BANDWIDTH=30000000");
        }
    }

    @Test
    void anErrorThatACacheKeepsOutlivesItsCause() {
        Simulator keeping = new Simulator(new SimulatorSpec(
                        CLEAN.spec().channels(),
                        List.of(
                                LayerSpec.packager("packager"),
                                LayerSpec.cache("edge", "packager", CLEAN.spec().freshness())
                                        .withErrorsKept(Duration.ofMinutes(1))),
                        CLEAN.spec().freshness()))
                .withFault("status code=404 for=2m", NOW);
        long outlived = IntStream.range(120, 180)
                .filter(second -> get(keeping, second, "edge", HD).status() == 404)
                .count();
        assertThat(get(keeping, 120, "packager", HD).status()).isEqualTo(200);
        assertThat(outlived).isBetween(1L, 60L);
    }
}
