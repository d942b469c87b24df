package io.rungwatch.checks.across;

import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.LayerPair;
import io.rungwatch.check.View;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Six segments of six seconds: 100 to 102 are older than two target durations, 103 is just as old. */
public class LayerContentDiffersTest {
    private static final String KEY = "#EXT-X-KEY:METHOD=AES-128,URI=\"%s\"";

    public static Stream<Situation> situations() {
        Rung hd = rung("HD");
        return Stream.of(
                of("the same", NONE, hd, hd),
                of("a segment behind", NONE, hd, hd.shows(live(101))),
                of(
                        "hosts and tokens",
                        NONE,
                        hd.shows(live(100).query("?t=1")),
                        hd.shows(live(100).named("http://p/hd_"))),
                of(
                        "another prefix",
                        NONE,
                        hd.shows(live(100).named("/cdn/a/hd_")),
                        hd.shows(live(100).named("/b/hd_"))),
                of(
                        "another file",
                        "major: segment 102 (line 11) is other.ts, but hd_102.ts at packager",
                        hd.edited(text -> text.replace("hd_102.ts", "other.ts")),
                        hd),
                of(
                        "two target durations old are too young",
                        NONE,
                        hd.edited(text -> text.replace("hd_103.ts", "other.ts")),
                        hd),
                of(
                        "behind, and another file",
                        "major: segment 101 (line 9) is other.ts, but hd_101.ts at packager",
                        hd.edited(text -> text.replace("hd_101.ts", "other.ts")),
                        hd.shows(live(101))),
                of("another lineage", NONE, hd.shows(live(100).named("x_").seconds(5)), hd),
                of(
                        "longer",
                        "major: segment 101 (line 9) lasts 6.01 s, but 6 s at packager",
                        hd.lasting(101, "6.010"),
                        hd),
                of(
                        "another discontinuity number",
                        "major: segment 100 (line 8) has discontinuity number 2, but 1 at packager",
                        hd.shows(live(100).discontinuity(2)),
                        hd.shows(live(100).discontinuity(1))),
                of(
                        "another key",
                        "major: segment 100 (line 8) has another EXT-X-KEY than at packager",
                        hd.head(KEY.formatted("a.key")),
                        hd.head(KEY.formatted("b.key"))),
                of(
                        "the token of a key",
                        NONE,
                        hd.head(KEY.formatted("a.key?t=1")),
                        hd.head(KEY.formatted("a.key?t=2"))),
                of(
                        "another target duration",
                        "major: target duration 7 s, but 6 s at packager",
                        hd.shows(live(100).target(7)),
                        hd),
                of("that of a moment ago", NONE, hd.shows(live(99).target(7)), hd));
    }

    private static Situation of(String name, String expected, Rung here, Rung above) {
        LayerPair pair = new LayerPair(here.view(Channels.EDGE), above.view(Channels.PACKAGER));
        return new Situation(name, new LayerContentDiffers().check(pair, List.of(pair), Channels.live()), expected);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }

    @Test
    void oneDocumentAtTwoLayersIsNotEvenLookedAt() {
        View view = rung("HD").view(Channels.PACKAGER);
        LayerPair pair = new LayerPair(view, view);

        assertThat(new LayerContentDiffers().check(pair, List.of(pair), Channels.live()))
                .isEmpty();
    }
}
