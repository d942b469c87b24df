package io.rungwatch.checks.fetch;

import static io.rungwatch.stage.Answers.failed;
import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.LivePlaylist.live;
import static io.rungwatch.stage.Recording.PLAYLIST;
import static io.rungwatch.stage.Situation.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.exchange.Failure;
import io.rungwatch.stage.Situation;
import io.rungwatch.stage.Tries;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that broke, and text that breaks off. */
public class ManifestTruncatedTest {
    private static final Rendition HD = new Rendition("HD", Kind.VIDEO);

    private static String six(String more) {
        return live(100).text() + more;
    }

    public static Stream<Situation> situations() {
        Tries tries = new Tries(new ManifestTruncated());
        return Stream.of(
                tries.of("whole", NONE, HD, ok(PLAYLIST, START, live(100).bytes())),
                tries.of(
                        "no newline at its end",
                        NONE,
                        HD,
                        ok(PLAYLIST, START, six("#EXTINF:6.000,\nhd_106.ts").getBytes(UTF_8))),
                tries.of(
                        "ended without a newline",
                        NONE,
                        HD,
                        ok(PLAYLIST, START, six("#EXT-X-ENDLIST").getBytes(UTF_8))),
                tries.of(
                        "a comment without a newline",
                        NONE,
                        HD,
                        ok(PLAYLIST, START, six("# made by").getBytes(UTF_8))),
                tries.of(
                        "cut at the end of an address cannot be seen",
                        NONE,
                        HD,
                        ok(PLAYLIST, START, live(100).text().strip().getBytes(UTF_8))),
                tries.of(
                        "fewer bytes than promised",
                        "major: fewer bytes than Content-Length promised (as the test says)",
                        HD,
                        failed(START, Failure.TRUNCATED)),
                tries.of(
                        "of the manifest itself",
                        "critical: fewer bytes than Content-Length promised (as the test says)",
                        Rendition.ENTRY,
                        failed(START, Failure.TRUNCATED)),
                tries.of(
                        "a line without an end is another check's",
                        NONE,
                        HD,
                        ok(PLAYLIST, START, six("#" + "x".repeat(1 << 20)).getBytes(UTF_8))),
                tries.of("reset is another check's", NONE, HD, failed(START, Failure.RESET)),
                tries.of(
                        "cut in an address",
                        "major: the last line breaks off: hd_106.t",
                        HD,
                        ok(PLAYLIST, START, six("#EXTINF:6.000,\nhd_106.t").getBytes(UTF_8))),
                tries.of(
                        "cut in a tag",
                        "major: the last line breaks off: #EXT-X-PROGRAM-DA",
                        HD,
                        ok(PLAYLIST, START, six("#EXT-X-PROGRAM-DA").getBytes(UTF_8))),
                tries.of(
                        "cut behind a duration",
                        "major: the last line breaks off: #EXTINF:6.0",
                        HD,
                        ok(PLAYLIST, START, six("#EXTINF:6.0").getBytes(UTF_8))),
                tries.of(
                        "cut between quotes",
                        "major: the last line breaks off: #EXT-X-DATERANGE:ID=\"a",
                        HD,
                        ok(PLAYLIST, START, six("#EXT-X-DATERANGE:ID=\"a").getBytes(UTF_8))));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
