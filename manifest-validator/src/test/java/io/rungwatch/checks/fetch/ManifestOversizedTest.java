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
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.stage.Situation;
import io.rungwatch.stage.Tries;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is too big for devices, in bytes, segments and playlists. */
public class ManifestOversizedTest {
    private static final Rendition HD = new Rendition("HD", Kind.VIDEO);

    private static String six(String more) {
        return live(100).text() + more;
    }

    private static byte[] padded(int bytes) {
        String begin = six("");
        return (begin + "# twenty characters \n".repeat(bytes / 21 - 50) + "#".repeat(bytes))
                .substring(0, bytes)
                .getBytes(UTF_8);
    }

    private static Exchange.Answered mpd(String inside, String... headers) {
        String text = "<MPD xmlns='urn:mpeg:dash:schema:mpd:2011'>" + inside + "</MPD>";
        return ok(PLAYLIST, START, text.getBytes(UTF_8), headers);
    }

    private static String timeline(int count) {
        return "<Period><AdaptationSet><SegmentTemplate><SegmentTimeline>" + "<S d='1'/>".repeat(count)
                + "</SegmentTimeline></SegmentTemplate></AdaptationSet></Period>";
    }

    public static Stream<Situation> situations() {
        Tries tries = new Tries(new ManifestOversized());
        byte[] packed = six("# blank\n".repeat(40_000)).getBytes(UTF_8);
        return Stream.of(
                tries.of(
                        "a day of two-second segments",
                        NONE,
                        HD,
                        ok(PLAYLIST, START, live(100).of(43_200).bytes())),
                tries.of(
                        "more than a list may have",
                        "minor: too many segments, the rest is not kept (hd_50100.ts)",
                        HD,
                        ok(PLAYLIST, START, live(100).of(50_001).bytes())),
                tries.of(
                        "as many as a list may have",
                        NONE,
                        HD,
                        ok(PLAYLIST, START, live(100).of(50_000).bytes())),
                tries.of(
                        "never read to its end",
                        "major: more bytes than it may have (as the test says): nothing of it is judged",
                        HD,
                        failed(START, Failure.TOO_LARGE)),
                tries.of(
                        "tags that nobody knows",
                        "minor: too many tags of one kind, the rest is not kept (#EXT-X-FOO)",
                        HD,
                        ok(PLAYLIST, START, six("#EXT-X-FOO\n".repeat(50_000)).getBytes(UTF_8))),
                tries.of(
                        "one of them for each segment of a day",
                        NONE,
                        HD,
                        ok(
                                PLAYLIST,
                                START,
                                live(100)
                                        .of(43_200)
                                        .text()
                                        .replace("#EXTINF", "#EXT-X-FOO\n#EXTINF")
                                        .getBytes(UTF_8))),
                tries.ofMpd("an MPD", NONE, mpd("<Period/>".repeat(500))),
                tries.ofMpd(
                        "more Periods than players hold",
                        "minor: line 1, column 4544: more than 500 Periods, the rest is not kept",
                        mpd("<Period/>".repeat(501))),
                tries.ofMpd(
                        "more S than players hold",
                        "minor: line 1, column 2000111: more than 200,000 S, the rest is not read",
                        mpd(timeline(200_001))),
                tries.ofMpd("as many S as they do", NONE, mpd(timeline(200_000))),
                tries.ofMpd(
                        "more elements than that",
                        "minor: line 1, column 200044: too many elements, the rest is not read",
                        mpd("<x/>".repeat(50_000))),
                tries.ofMpd(
                        "more than 8 MiB",
                        "minor: line 1, column 1: over 8 MiB, not read (" + 8_388_657 + " bytes)",
                        mpd(" ".repeat(8 << 20))),
                tries.ofMpd(
                        "an MPD that is a bomb",
                        "minor: 100049 bytes came out of 100 compressed ones",
                        mpd(" ".repeat(100_000), "Content-Encoding", "gzip", "Content-Length", "100")),
                tries.of("four mebibytes", NONE, HD, ok(PLAYLIST, START, padded(4 << 20))),
                tries.of(
                        "one byte more",
                        "minor: 4194305 bytes, 4 MiB are the most",
                        HD,
                        ok(PLAYLIST, START, padded((4 << 20) + 1))),
                tries.of(
                        "packed well",
                        NONE,
                        HD,
                        ok(PLAYLIST, START, packed, "Content-Encoding", "gzip", "Content-Length", "1700")),
                tries.of(
                        "a bomb",
                        "minor: " + packed.length + " bytes came out of 1000 compressed ones",
                        HD,
                        ok(PLAYLIST, START, packed, "Content-Encoding", "gzip", "Content-Length", "1000")));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
