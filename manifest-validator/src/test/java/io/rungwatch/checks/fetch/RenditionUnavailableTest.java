package io.rungwatch.checks.fetch;

import static io.rungwatch.stage.Answers.failed;
import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.Answers.status;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Recording.PLAYLIST;
import static io.rungwatch.stage.Rung.audio;
import static io.rungwatch.stage.Rung.rung;
import static io.rungwatch.stage.Rung.subtitles;
import static io.rungwatch.stage.Situation.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Timing;
import io.rungwatch.stage.Situation;
import io.rungwatch.stage.Tries;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class RenditionUnavailableTest {
    private static final String NOT_THERE = "its playlist is unavailable: HTTP 404, not there";

    public static Stream<Situation> situations() {
        Tries tries = new Tries(new RenditionUnavailable());
        Rendition hd = new Rendition("HD", Kind.VIDEO);
        Rendition vie = new Rendition("audio_vie", Kind.AUDIO);
        Rendition subs = new Rendition("subtitles_vie", Kind.SUBTITLES);
        var gone = status(PLAYLIST, START, 404);
        return Stream.of(
                tries.of("there", NONE, hd, ok(PLAYLIST, START, live(100).bytes()), rung("HD")),
                tries.of("too large is another check's", NONE, hd, failed(START, Failure.TOO_LARGE)),
                tries.of("cut off, too", NONE, hd, failed(START, Failure.TRUNCATED)),
                tries.of(
                        "one rung of two",
                        "major: " + NOT_THERE,
                        hd,
                        gone,
                        rung("HD").failed(1),
                        rung("SD")),
                tries.of(
                        "packed as nobody asked for",
                        "major: its playlist is unavailable: the body does not match its Content-Encoding"
                                + " (Content-Encoding is \"br\", but only gzip was offered)",
                        hd,
                        new Exchange.Failed(
                                START,
                                Timing.NONE,
                                List.of(),
                                Failure.BAD_ENCODING,
                                "Content-Encoding is \"br\", but only gzip was offered"),
                        rung("HD").failed(1),
                        rung("SD")),
                tries.of(
                        "its redundant copy is alive",
                        "minor: " + NOT_THERE,
                        hd,
                        gone,
                        rung("HD").failed(1),
                        rung("HD_2"),
                        rung("SD")),
                tries.of(
                        "both of two redundant copies",
                        "major: " + NOT_THERE,
                        new Rendition("HD_2", Kind.VIDEO),
                        gone,
                        rung("HD").failed(1),
                        rung("HD_2").failed(1),
                        rung("SD")),
                tries.of(
                        "no video is left",
                        "critical: " + NOT_THERE,
                        hd,
                        gone,
                        rung("HD").failed(2),
                        rung("SD").failed(1),
                        audio("audio_vie")),
                tries.of(
                        "one sound of two",
                        "major: " + NOT_THERE,
                        vie,
                        gone,
                        audio("audio_vie").failed(1),
                        audio("eng")),
                tries.of(
                        "no sound is left",
                        "critical: " + NOT_THERE,
                        vie,
                        gone,
                        rung("HD"),
                        audio("audio_vie").failed(1)),
                tries.of(
                        "subtitles silence nobody",
                        "major: " + NOT_THERE,
                        subs,
                        gone,
                        subtitles("subtitles_vie").failed(9)),
                tries.of(
                        "never answered",
                        "major: its playlist is unavailable: connected, but no answer in time (as the test says)",
                        hd,
                        failed(START, Failure.FIRST_BYTE_TIMEOUT),
                        rung("HD").failed(1),
                        rung("SD")),
                tries.of("the manifest is another check's", NONE, Rendition.ENTRY, gone, rung("HD")));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
