package io.rungwatch.checks.across;

import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Rung.subtitles;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Ladders;
import io.rungwatch.stage.Rung;
import io.rungwatch.stage.Situation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of a second, six in a segment; of segment 106 there are three. Both playlists were asked for at the same time. */
public class RenditionReportWrongTest {
    public static Stream<Situation> situations() {
        Ladders live = new Ladders(new RenditionReportWrong(), Channels.live());
        Rung sd = parts("SD");
        return Stream.of(
                live.of("no low latency", NONE, rung("HD").known(1), rung("SD").known(1)),
                live.of("true", NONE, reports("LAST-MSN=106,LAST-PART=2"), sd),
                live.of("as its own: left out", NONE, reports(""), sd),
                live.of("one part behind is the limit", NONE, reports("LAST-MSN=106,LAST-PART=1"), sd),
                live.of("two", wrong("part 0 of segment 106"), reports("LAST-MSN=106,LAST-PART=0"), sd),
                live.of("two parts ahead are the limit", NONE, reports("LAST-MSN=106,LAST-PART=4"), sd),
                live.of("three", wrong("part 5 of segment 106"), reports("LAST-MSN=106,LAST-PART=5"), sd),
                live.of("three segments old", wrong("part 5 of segment 103"), reports("LAST-MSN=103,LAST-PART=5"), sd),
                live.of(
                        "an absolute address",
                        "minor: report of http://cdn/live/SD.m3u8 (line 28) has an absolute address",
                        parts("HD").edited(text -> text + "#EXT-X-RENDITION-REPORT:URI=\"http://cdn/live/SD.m3u8\"\n"),
                        sd),
                live.of("missing", "minor: no report of SD", parts("HD"), sd),
                live.of(
                        "subtitles need none",
                        NONE,
                        parts("HD"),
                        subtitles("vie").known(1)));
    }

    private static String wrong(String said) {
        return "minor: report of SD.m3u8 (line 28) says " + said + ", but it is part 2 of segment 106";
    }

    private static Rung reports(String attributes) {
        String line = "#EXT-X-RENDITION-REPORT:URI=\"SD.m3u8\"" + (attributes.isEmpty() ? "" : "," + attributes);
        return parts("HD").edited(text -> text + line + "\n");
    }

    private static Rung parts(String name) {
        return rung(name)
                .head("#EXT-X-PART-INF:PART-TARGET=1")
                .before(105, part("105").repeat(6).strip())
                .edited(text -> text + part("106").repeat(3))
                .known(1);
    }

    private static String part(String file) {
        return "#EXT-X-PART:DURATION=1,URI=\"" + file + ".mp4\"\n";
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
