package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.View;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Target duration six seconds; the profile knows 4K, HD, SD and LD. */
public class ProtocolsDisagreeTest {
    private static final Rung HD = rung("HD");
    private static final Rung SD = rung("SD");

    public static Stream<Situation> situations() {
        return Stream.of(
                of("the same", NONE, List.of(HD, SD), List.of(HD, SD)),
                of("one target duration apart", NONE, List.of(HD), List.of(HD.late(6))),
                of("two are the limit", NONE, List.of(HD), List.of(HD.late(12))),
                of("three", "minor: DASH is 18 s behind the other protocol", List.of(HD), List.of(HD.late(18))),
                of("the other way", "minor: HLS is 18 s behind the other protocol", List.of(HD.late(18)), List.of(HD)),
                of("twins", NONE, List.of(HD.older(1)), List.of(HD.late(18))),
                of("one rung is late, the others are not", NONE, List.of(HD, SD), List.of(HD.late(18), SD)),
                of(
                        "what stands still is stale instead",
                        NONE,
                        List.of(HD),
                        List.of(HD.late(18).still(18))),
                of("a rung less", "minor: only in one of HLS and DASH: SD", List.of(HD, SD), List.of(HD)),
                of("a rung that nobody knows", NONE, List.of(HD, rung("720p_2.1M")), List.of(HD, rung("720p_2M"))),
                of(
                        "another language",
                        "minor: only in one of HLS and DASH: audio_eng, audio_vie",
                        List.of(HD, audio("audio_vie")),
                        List.of(HD, audio("audio_eng"))),
                of("sound muxed into HLS", NONE, List.of(HD), List.of(HD, audio("audio_vie"))),
                of(
                        "one has ended",
                        "major: DASH has ended, HLS goes on",
                        List.of(HD),
                        List.of(HD.shows(live(100).ended()))));
    }

    private static Situation of(String name, String expected, List<Rung> hls, List<Rung> dash) {
        return new Situation(
                name,
                new ProtocolsDisagree().check(views(hls), views(dash), Channels.laddered(Channels.PACKAGER)),
                expected);
    }

    private static List<View> views(List<Rung> rungs) {
        return rungs.stream().map(rung -> rung.view(Channels.PACKAGER)).toList();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
