package io.rungwatch.watch;

import static io.rungwatch.stage.Answers.redirected;
import static io.rungwatch.stage.Chain.HD;
import static io.rungwatch.stage.Chain.MANIFEST;
import static io.rungwatch.stage.Chain.TWO_RUNGS;
import static io.rungwatch.stage.Channels.EDGE;
import static io.rungwatch.stage.Channels.PACKAGER;
import static io.rungwatch.stage.Channels.url;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.CheckSetting;
import io.rungwatch.stage.Chain;
import io.rungwatch.stage.Channels;
import io.rungwatch.stage.LivePlaylist;
import io.rungwatch.url.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which playlists a manifest leads to, under which names and addresses, and when one is let go. */
class FollowingTest {
    private static final String HD_ROW =
            "#EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080,CODECS=\"avc1.640028\"\n";

    @ParameterizedTest
    @CsvSource({
        "hd.m3u8, http://packager/live/hd.m3u8",
        "./hd.m3u8, http://packager/live/hd.m3u8",
        "../other/hd.m3u8, http://packager/other/hd.m3u8",
        "/hd.m3u8, http://packager/hd.m3u8",
        "//cdn.example/hd.m3u8, http://cdn.example/hd.m3u8",
        "https://cdn.example/hd.m3u8?a=b, https://cdn.example/hd.m3u8?a=b",
        "?rung=hd, http://packager/live/master.m3u8?rung=hd",
        "hd rung.m3u8, http://packager/live/hd%20rung.m3u8"
    })
    void aReferenceIsResolvedAgainstTheManifest(String reference, String expected) {
        Chain chain =
                chain().shows(MANIFEST, "#EXTM3U\n" + HD_ROW + reference + "\n").pass(2);

        assertThat(chain.sent()).anyMatch(sent -> sent.url().toString().equals(expected));
    }

    @Test
    void afterARedirectTheBaseIsWhereItLed() {
        Url elsewhere = url("http://cdn-b.example/x/y/master.m3u8?session=1");
        Chain chain = chain().answers(MANIFEST, (fetch, at) -> redirected(elsewhere, at, TWO_RUNGS.getBytes(UTF_8)))
                .pass(70);

        assertThat(chain.sent("/x/y/hd.m3u8"))
                .isNotEmpty()
                .allMatch(sent -> sent.url().query().isEmpty());
        assertThat(chain.sent(MANIFEST)).as("a redirect is not remembered").hasSizeGreaterThan(1);
        assertThat(chain.sent()).noneMatch(sent -> sent.url().path().equals("/x/y/master.m3u8"));
    }

    @Test
    void soundAndSubtitlesAreWatchedByLanguage() {
        Chain chain = chain().shows(MANIFEST, """
                #EXTM3U
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="Tiếng Việt",LANGUAGE="vie",URI="vie.m3u8"
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",URI="eng.m3u8"
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="In the picture",LANGUAGE="fra"
                #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="Phụ đề",LANGUAGE="vie",URI="subs.m3u8"
                #EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="c",NAME="CC",INSTREAM-ID="CC1"
                #EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080,CODECS="avc1.640028",AUDIO="a",SUBTITLES="s"
                hd.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.5"
                sound.m3u8
                """).pass(2);

        assertThat(chain.renditions())
                .containsExactly("manifest", "1080p_5M", "audio_64k", "audio_vie", "audio_English", "subtitles_vie");
    }

    @Test
    void theProfileGivesTheRungsTheirNames() {
        Chain chain = new Chain(Channels.laddered(PACKAGER)).pass(2);

        assertThat(chain.renditions()).containsExactly("manifest", "HD", "SD");
    }

    @Test
    void aRowWithASlipDoesNotHideTheOthers() {
        Chain chain = chain().shows(MANIFEST, TWO_RUNGS.replace("BANDWIDTH=2000000,", ""))
                .pass(20);

        assertThat(chain.found()).anyMatch(found -> found.contains("manifest_malformed"));
        assertThat(chain.sent("/live/hd.m3u8")).isNotEmpty();
    }

    @Test
    void oneAddressIsFollowedOnce() {
        Chain chain = chain().shows(
                        MANIFEST,
                        "#EXTM3U\n" + HD_ROW + "hd.m3u8\n" + HD_ROW.replace("5000000", "5200000") + "./hd.m3u8\n")
                .pass(3);

        assertThat(chain.sent(HD)).hasSize(1);
    }

    @Test
    void aManifestThatNamesItselfIsNoCircle() {
        Chain chain =
                chain().shows(MANIFEST, "#EXTM3U\n" + HD_ROW + "master.m3u8\n").pass(30);

        assertThat(chain.renditions()).containsExactly("manifest");
        assertThat(chain.sent()).as("at the pace of trouble").hasSizeLessThan(8);
        assertThat(chain.found()).containsExactly("manifest_wrong_content");
    }

    @Test
    void anAddressThatIsNoneIsNotAskedFor() {
        Chain chain = chain().shows(
                        MANIFEST,
                        "#EXTM3U\n" + HD_ROW + "data:text/plain,x\n" + HD_ROW + "file:///etc/passwd\n" + HD_ROW
                                + "hd.m3u8\n")
                .pass(3);

        assertThat(chain.sent()).extracting(sent -> sent.url().path()).containsOnly(MANIFEST, HD);
    }

    @Test
    @Timeout(20)
    void aHundredThousandRungsAreNoStorm() {
        StringBuilder text = new StringBuilder("#EXTM3U\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("#EXT-X-STREAM-INF:BANDWIDTH=")
                    .append(1_000_000 + i)
                    .append("\nr")
                    .append(i)
                    .append(".m3u8\n");
        }
        Chain chain = new Chain(Channels.laddered(PACKAGER))
                .shows(MANIFEST, text.toString())
                .pass(1.5);

        assertThat(chain.renditions()).hasSizeLessThanOrEqualTo(201);
        assertThat(chain.sent()).hasSizeLessThan(500);
    }

    @Test
    void aLoneMediaPlaylistIsWatchedAsItIs() {
        Chain chain = chain().shows(MANIFEST, LivePlaylist::at).pass(60);

        assertThat(chain.renditions()).containsExactly("manifest", "playlist");
        assertThat(chain.found()).isEmpty();
        assertThat(chain.sent(MANIFEST)).hasSizeGreaterThan(8);
    }

    @Test
    void aNewTokenIsTheSamePlaylist() {
        Chain chain = chain().shows(MANIFEST, TWO_RUNGS.replace(".m3u8", ".m3u8?token=1"))
                .pass(20);
        chain.shows(MANIFEST, TWO_RUNGS.replace(".m3u8", ".m3u8?token=2"))
                .pass(70)
                .forgetThePast()
                .pass(20);

        assertThat(chain.renditions()).containsExactly("manifest", "1080p_5M", "720p_2M");
        assertThat(chain.sent(HD))
                .isNotEmpty()
                .allMatch(sent -> sent.url().query().equals("token=2"));
        assertThat(chain.found()).isEmpty();
    }

    @Test
    void aRungThatThreeManifestsNoLongerNameIsLetGo() {
        Chain chain = unalarmed().pass(20);
        String without = TWO_RUNGS.substring(0, TWO_RUNGS.indexOf("#EXT-X-STREAM-INF:BANDWIDTH=2"));

        chain.shows(MANIFEST, without).pass(70);
        assertThat(chain.renditions()).as("one manifest is not enough").contains("720p_2M");
        chain.pass(150);

        assertThat(chain.renditions()).containsExactly("manifest", "1080p_5M");
        assertThat(chain.watch().takeRetired())
                .extracting(where -> where.rendition().name())
                .containsExactly("720p_2M");
        assertThat(chain.watch().takeRetired()).as("told once").isEmpty();
        assertThat(chain.forgetThePast().pass(30).sent(Chain.SD)).isEmpty();
    }

    @Test
    void aRungThatComesBackInTimeStays() {
        Chain chain = unalarmed().pass(20);
        chain.shows(MANIFEST, TWO_RUNGS.substring(0, TWO_RUNGS.indexOf("#EXT-X-STREAM-INF:BANDWIDTH=2")))
                .pass(70);
        chain.shows(MANIFEST, TWO_RUNGS).pass(300);

        assertThat(chain.renditions()).containsExactly("manifest", "1080p_5M", "720p_2M");
        assertThat(chain.watch().takeRetired()).isEmpty();
    }

    @Test
    void eachLayerIsFollowedByItsOwnManifest() {
        Chain chain = new Chain(Channels.live(PACKAGER, EDGE)).pass(10);

        assertThat(chain.sent(HD)).extracting(sent -> sent.url().host()).contains("packager", "edge-hn");
        assertThat(chain.watch().places()).hasSize(6);
        assertThat(chain.renditions()).hasSize(3);
    }

    /** What is news of the manifest is asked for sooner; here only its usual pace counts. */
    private static Chain unalarmed() {
        return new Chain(Channels.set(Channels.live(PACKAGER), "ladder_changed", CheckSetting.OFF));
    }

    private static Chain chain() {
        return new Chain(Channels.live(PACKAGER));
    }
}
