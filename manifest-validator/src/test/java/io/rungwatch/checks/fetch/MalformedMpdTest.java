package io.rungwatch.checks.fetch;

import static io.rungwatch.stage.Answers.ok;
import static io.rungwatch.stage.LivePlaylist.START;
import static io.rungwatch.stage.Recording.PLAYLIST;
import static io.rungwatch.stage.Situation.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.stage.Situation;
import io.rungwatch.stage.Tries;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was to be an MPD and cannot be read as one, beside what never was one. */
class MalformedMpdTest {
    private static final String DOCTYPE =
            "major: line 1, column 1: a DOCTYPE, nothing behind it is read: no MPD needs one (<!DOCTYPE)";
    private static final String MPD = "<MPD xmlns='urn:mpeg:dash:schema:mpd:2011'>";

    static Stream<Situation> situations() {
        return Stream.of(
                malformed("as it should be", NONE, MPD + "</MPD>"),
                malformed("an entity bomb", DOCTYPE, "<!DOCTYPE MPD [<!ENTITY a 'ha'>]>" + MPD + "&a;</MPD>"),
                malformed(
                        "one so long that nobody sees the MPD behind it",
                        DOCTYPE,
                        "<!DOCTYPE MPD [" + "<!ENTITY a 'ha'>".repeat(1000) + "]>" + MPD + "</MPD>"),
                malformed(
                        "in an encoding of its own",
                        "major: line 1, column 1: an encoding other than UTF-8 (\"UTF-7\")",
                        "<?xml version='1.0' encoding=\"UTF-7\"?>" + MPD + "</MPD>"),
                malformed("a page", NONE, "<!DOCTYPE html><html><body>Sorry</body></html>"),
                malformed("a feed", NONE, "<rss/>"),
                malformed("more than is read", NONE, MPD + " ".repeat(8 << 20) + "</MPD>"),
                malformed("nothing to divide by", timescale("0"), template("0")),
                malformed("less than nothing", timescale("-1"), template("-1")),
                malformed("a word", timescale("fast"), template("fast")),
                malformed("none said is one", NONE, template("").replace("timescale=''", "")),
                malformed("as many as fit", NONE, template("4294967296")),
                wrong("an entity bomb is no other content", NONE, "<!DOCTYPE MPD [<!ENTITY a 'ha'>]>" + MPD + "</MPD>"),
                wrong("nor is what is too large", NONE, MPD + " ".repeat(8 << 20) + "</MPD>"),
                wrong("a feed is", "critical: XML instead of an MPD", "<rss/>"),
                wrong(
                        "a page is",
                        "critical: an HTML page instead of an MPD",
                        "<!DOCTYPE html><html><body>Sorry</body></html>"));
    }

    private static String template(String timescale) {
        return MPD + "<Period><AdaptationSet><SegmentTemplate timescale='" + timescale
                + "' duration='2'/></AdaptationSet></Period></MPD>";
    }

    private static String timescale(String text) {
        return "major: line 1, column 67: timescale that is no whole number above 0: no time of a segment can be told"
                + " (SegmentTemplate@timescale=" + text + ")";
    }

    private static Situation malformed(String name, String expected, String body) {
        return new Tries(new ManifestMalformed()).ofMpd(name, expected, ok(PLAYLIST, START, body.getBytes(UTF_8)));
    }

    private static Situation wrong(String name, String expected, String body) {
        return new Tries(new ManifestWrongContent()).ofMpd(name, expected, ok(PLAYLIST, START, body.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
