package io.rungwatch.checks.delivery;

import static io.rungwatch.stage.Answers.answered;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.Recording.PLAYLIST;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Delivered;
import io.rungwatch.check.Delivery;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Listed.Kind;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Sizes;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** BANDWIDTH is 2 Mbit/s, AVERAGE-BANDWIDTH 1 Mbit/s; segments of four seconds. */
public class DeclaredBitrateWrongTest {
    private static final long FOUR_SECONDS = 4_000_000_000L;

    public static Stream<Situation> situations() {
        return Stream.of(
                declared("a little above", NONE, 1_080_000, 1.0, true, 20),
                declared("a tenth is the limit", NONE, 1_100_000, 1.0, true, 20),
                declared(
                        "beyond",
                        "minor: the densest of 20 segments has 2.22 Mbit/s, declared are 2.00 Mbit/s (111 %)",
                        1_110_000,
                        1.0,
                        true,
                        20),
                declared(
                        "far beyond",
                        "major: the densest of 20 segments has 2.80 Mbit/s, declared are 2.00 Mbit/s (140 %)",
                        1_400_000,
                        1.0,
                        true,
                        20),
                declared("too few to tell", NONE, 1_400_000, 1.0, true, 19),
                declared(
                        "more on average",
                        "minor: the last 20 segments have 1.20 Mbit/s on average, declared are 1.00 Mbit/s (120 %)",
                        600_000,
                        1.2,
                        true,
                        20),
                declared(
                        "hardly anything",
                        "minor: the last 20 segments have 0.40 Mbit/s on average, declared are 1.00 Mbit/s (40 %)",
                        200_000,
                        0.4,
                        true,
                        20),
                declared("hardly anything, but the sound is elsewhere", NONE, 200_000, 0.4, false, 20),
                tagged("as its tag says", NONE, 1000, 500_000),
                tagged("a tenth less is the limit", NONE, 1000, 450_000),
                tagged("less", "minor: segment 7 has 0.88 Mbit/s, its EXT-X-BITRATE says 1.00 Mbit/s", 1000, 440_000));
    }

    /** All segments but the first are such that the average comes out as asked for. */
    private static Situation declared(
            String name, String expected, int largest, double averageMbit, boolean alone, int count) {
        Sizes sizes = new Sizes();
        sizes.add(0, largest, FOUR_SECONDS);
        double rest = (averageMbit * 1e6 * 4 / 8 * count - largest) / (count - 1);
        for (int i = 1; i < count; i++) {
            sizes.add(i, Math.round(rest), FOUR_SECONDS);
        }
        return of(name, expected, new Delivered(VIDEO, List.of(), sizes, 2_000_000, 1_000_000, alone));
    }

    private static Situation tagged(String name, String expected, int kilobits, int bytes) {
        Listed segment =
                new Listed(Kind.MEDIA, "segment 7", 7, PLAYLIST, FOUR_SECONDS, 0, Listed.NOWHERE, kilobits * 1000L);
        Delivery delivery = new Delivery(
                segment, answered(PLAYLIST, START, 200, new byte[0], "Content-Length", Integer.toString(bytes)));
        return of(name, expected, new Delivered(VIDEO, List.of(delivery), new Sizes(), 0, 0, true));
    }

    private static final Rendition VIDEO = new Rendition("HD", Rendition.Kind.VIDEO);

    private static Situation of(String name, String expected, Delivered seen) {
        return new Situation(name, new DeclaredBitrateWrong().check(seen, Channels.live()), expected);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }

    /** The made-up servers' segments have half a megabyte each, more than the second rung says that it takes. */
    @Test
    void theEngineMeasuresSegmentAfterSegment() {
        Chain chain = new Chain(Channels.live(Channels.PACKAGER), List.of(new DeclaredBitrateWrong()))
                .shows(Chain.MANIFEST, Chain.TWO_RUNGS.replace("2000000", "500000"));
        chain.pass(900);

        assertThat(chain.reports().stream()
                        .filter(report -> !report.findings().isEmpty())
                        .map(report -> report.where().rendition().name() + " "
                                + report.findings().getFirst().message())
                        .distinct())
                .allMatch(told -> told.startsWith("720p_500k the densest of ")
                        && told.endsWith("segments has 0.67 Mbit/s, declared are 0.50 Mbit/s (133 %)"))
                .isNotEmpty();
    }
}
