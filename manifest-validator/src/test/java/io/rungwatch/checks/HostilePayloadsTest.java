package io.rungwatch.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Finding;
import io.rungwatch.dash.Dash;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.stage.Answers;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.stage.Recording;
import io.rungwatch.stage.Situation;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue's hostile inputs 28 and 29 as a channel meets them: what others put into a manifest, cut, garbled and endless. */
class HostilePayloadsTest {
    private static final Url MPD = Channels.url("http://packager/live/manifest.mpd");
    private static final Path GOOD = Path.of("src/test/resources/cases/content_protection_invalid/good-pssh/0.mpd");
    private static final String PSSH = "AAAAIHBzc2gAAAAA7e+LqXnWSs6jyCfc1R0h7QAAAAA=";
    private static final String KEY = "34e5db32-8625-47cd-ba06-68fca0655a72";
    /** A splice_insert of 40 bytes, its checksum too. */
    private static final Path INSERT = Path.of("src/test/resources/fuzz/scte35/insert");

    /** 28 */
    @ParameterizedTest
    @ValueSource(ints = {70_000, 1 << 20, Dash.LARGEST - (64 << 10)})
    void aProtectionHeaderOfMegabytesIsCut(int length) throws IOException, BadUrl {
        assertThat(told(good().replace(PSSH, "A".repeat(length))))
                .containsExactly("major: cenc:pssh is longer than 64 KiB (line 14)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"====", "not-Base64", "AAAA-_AA", "é"})
    void aProtectionHeaderThatIsNotBase64(String text) throws IOException, BadUrl {
        assertThat(told(good().replace(PSSH, text))).containsExactly("major: cenc:pssh is not Base64 (line 14)");
    }

    @Test
    void aProtectionHeaderOfBillionsOfKeys() throws IOException, BadUrl {
        byte[] box = Base64.getDecoder().decode(PSSH);
        box[8] = 1;
        box[28] = box[29] = box[30] = box[31] = -1;

        assertThat(told(good().replace(PSSH, Base64.getEncoder().encodeToString(box))))
                .containsExactly("major: cenc:pssh says 4294967295 keys and ends before them (line 14)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "34e5db32-8625-47cd-ba06-68fca0655a7",
                "34e5db3286254 7cdba0668fca0655a72",
                "{}",
                "-",
                "../../etc/passwd"
            })
    void aKeyOfGarbage(String key) throws IOException, BadUrl {
        assertThat(told(good().replace(KEY, key)))
                .containsExactly("major: cenc:default_KID is no UUID: " + key + " (line 13)");
    }

    @Test
    void aKeyOfSixtyKilobytesIsShownInPart() throws IOException, BadUrl {
        List<String> told = told(good().replace(KEY, "k".repeat(60_000)));

        assertThat(told).hasSize(1).first().asString().startsWith("major: cenc:default_KID is no UUID: kkk");
        assertThat(told.getFirst()).hasSizeLessThan(520);
    }

    /** 29 */
    @Test
    void spliceInformationWithAnOddDigit() throws IOException {
        String insert = insert();

        assertThat(marked(insert.substring(0, insert.length() - 1)))
                .containsExactly("minor: line 5: SCTE 35: neither hexadecimal nor Base64 (" + (insert.length() - 1)
                        + " characters)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0x7f, 0xfff})
    void spliceInformationThatEndsBeforeItsLengthSays(int more) throws IOException {
        String insert = insert();
        int length = Integer.parseInt(insert.substring(5, 8), 16);
        String longer = insert.substring(0, 5)
                + String.format(Locale.ROOT, "%03x", Math.min(0xfff, length + more))
                + insert.substring(8);

        assertThat(marked(longer))
                .containsExactly("minor: line 5: SCTE 35: the section is not as long as it says (" + (length + 3)
                        + " bytes, the section says " + (Math.min(0xfff, length + more) + 3) + ")");
    }

    @Test
    void spliceInformationOfSixtyKilobytes() {
        assertThat(marked("0xfc" + "30".repeat(30_000)))
                .containsExactly("minor: line 5: SCTE 35: longer than any section can be (60004 characters)");
    }

    /** No line is that long: the playlist is no good, whatever the line is about. */
    @Test
    void spliceInformationOfAMegabyte() {
        assertThat(marked("0xfc" + "30".repeat(1 << 19)))
                .hasSize(1)
                .first()
                .asString()
                .contains("over 64 KiB");
    }

    private static List<String> marked(String payload) {
        LivePlaylist playlist = LivePlaylist.live(100);
        String text = playlist.text()
                .replaceFirst(
                        "#EXT-X-PROGRAM",
                        "#EXT-X-DATERANGE:ID=\"ad\",START-DATE=\"2026-03-01T00:00:12Z\",SCTE35-OUT=" + payload
                                + "\n#EXT-X-PROGRAM");
        return aboveInfo(Recording.ofPlaylist(Channels.live(Channels.PACKAGER))
                .see(Recording.PLAYLIST, LivePlaylist.START, text.getBytes(UTF_8))
                .reports()
                .getFirst()
                .findings());
    }

    private static List<String> told(String mpd) throws BadUrl {
        ChannelProfile profile = ChannelProfile.unknown("CH_001", "/live/manifest.mpd", List.of(Channels.PACKAGER));
        ChannelWatch watch = new ChannelWatch(profile, ManifestChecks.ALL, LivePlaylist.START);
        var answer = Answers.ok(MPD, LivePlaylist.START, mpd.getBytes(UTF_8));
        return aboveInfo(watch.accept(watch.observed(MPD, LivePlaylist.START).orElseThrow(), answer)
                .findings());
    }

    private static List<String> aboveInfo(List<Finding> findings) {
        return findings.stream()
                .map(Situation::line)
                .filter(line -> !line.startsWith("info"))
                .toList();
    }

    private static String good() throws IOException {
        return Files.readString(GOOD);
    }

    private static String insert() throws IOException {
        return Files.readString(INSERT);
    }
}
