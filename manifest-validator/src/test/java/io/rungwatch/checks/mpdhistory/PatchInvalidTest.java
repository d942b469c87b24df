package io.rungwatch.checks.mpdhistory;

import static io.rungwatch.stage.Answers.answered;
import static io.rungwatch.stage.Recording.PLAYLIST;
import static io.rungwatch.stage.Situation.NONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Patched;
import io.rungwatch.dash.Dash;
import io.rungwatch.dash.Mpd;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.Situation;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An MPD of noon whose patch lives for a minute, and the one that is two seconds younger. */
public class PatchInvalidTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String LAST = "/MPD/Period[@id='1']/AdaptationSet[1]/SegmentTemplate/SegmentTimeline";
    private static final String TIME = "<replace sel='/MPD/@publishTime'>2026-03-01T12:00:02Z</replace>";
    private static final String NEXT = "<add sel=\"" + LAST + "\"><S t='20' d='2'/></add>";
    private static final String GONE = "<remove sel=\"" + LAST + "/S[1]\"/>";

    public static Stream<Situation> situations() {
        return Stream.of(
                patch("leads to the next MPD", NONE, "1", TIME + NEXT + GONE),
                of("no update yet", NONE, 425, "", 1),
                of("nothing to tell", NONE, 204, "", 1),
                of("an empty one", NONE, 200, "", 1),
                of("gone within its time", "minor: the patch cannot be had: HTTP 404 (line 3)", 404, "", 59),
                of("gone when its time is over", NONE, 404, "", 61),
                of("a web page", "minor: what PatchLocation names is no patch (line 3)", 200, "<html></html>", 1),
                patch(
                        "of another MPD",
                        "minor: the patch is for MPD '2', this is '1' (line 3)",
                        "2",
                        TIME + NEXT + GONE),
                patch(
                        "leaves a segment behind",
                        "minor: the patch leads to another MPD: MPD/Period/AdaptationSet/SegmentTemplate/SegmentTimeline/S"
                                + "@t='16' instead of '18' (line 3)",
                        "1",
                        TIME + NEXT),
                patch(
                        "changes what is not there",
                        "minor: the patch has an operation whose sel='/MPD/Period[@id='7']' names 0 elements (line 3)",
                        "1",
                        TIME + "<remove sel=\"/MPD/Period[@id='7']\"/>"),
                patch(
                        "speaks a language of its own",
                        "minor: the patch has an operation whose sel='//S[last()]' is no path (line 3)",
                        "1",
                        "<remove sel=\"//S[last()]\"/>"),
                of(
                        "changes, and is as old",
                        "minor: the patch changes the MPD, but not its publishTime (line 3)",
                        200,
                        document("1", NEXT).replace("12:00:02Z", "12:00:00Z"),
                        1));
    }

    private static Situation patch(String name, String expected, String id, String operations) {
        return of(name, expected, 200, document(id, operations), 1);
    }

    private static String document(String id, String operations) {
        return "<Patch xmlns='urn:mpeg:dash:schema:mpd-patch:2020' mpdId='" + id
                + "' originalPublishTime='2026-03-01T12:00:00Z' publishTime='2026-03-01T12:00:02Z'>" + operations
                + "</Patch>";
    }

    private static Situation of(String name, String expected, int status, String patch, int after) {
        String before = mpd("12:00:00", 16, 18);
        String later = mpd("12:00:02", 18, 20);
        Patched seen = new Patched(
                (Mpd) Dash.parse(bytes(before)),
                bytes(before),
                answered(PLAYLIST, NOON.plusSeconds(after), status, bytes(patch)),
                Optional.of(new Patched.Whole((Mpd) Dash.parse(bytes(later)), bytes(later))));
        return new Situation(name, new PatchInvalid().check(seen, Channels.live()), expected);
    }

    private static String mpd(String time, int first, int last) {
        return """
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" id="1" type="dynamic"
                    availabilityStartTime="2026-03-01T11:00:00Z" publishTime="2026-03-01T%sZ">
                  <PatchLocation ttl="60">patch.mpp</PatchLocation>
                  <Period id="1" start="PT0S"><AdaptationSet mimeType="video/mp4">
                    <SegmentTemplate media="$Time$.m4s"><SegmentTimeline><S t="%d" d="2"/><S t="%d" d="2"/></SegmentTimeline></SegmentTemplate>
                    <Representation id="v" bandwidth="1000000"/>
                  </AdaptationSet></Period>
                </MPD>
                """.formatted(time, first, last);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void says(Situation situation) {
        assertThat(situation.told()).isEqualTo(situation.expected());
    }
}
