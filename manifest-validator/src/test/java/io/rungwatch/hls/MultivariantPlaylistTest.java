package io.rungwatch.hls;

import static io.rungwatch.hls.Texts.kinds;
import static io.rungwatch.hls.Texts.multivariant;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultivariantPlaylistTest {
    @Test
    void theLadderAndItsGroups() {
        MultivariantPlaylist playlist = multivariant(
                "#EXT-X-INDEPENDENT-SEGMENTS",
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"vi\",LANGUAGE=\"vi\",CHANNELS=\"16/JOC\",URI=\"vi.m3u8\"",
                "#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"c\",NAME=\"cc\",INSTREAM-ID=\"CC1\"",
                "#EXT-X-STREAM-INF:BANDWIDTH=5000000,CODECS=\"avc1.640028, mp4a.40.2\",RESOLUTION=1920x1080,FRAME-RATE=29.970,AUDIO=\"a\",CLOSED-CAPTIONS=NONE",
                "hd.m3u8",
                "#EXT-X-STREAM-INF:BANDWIDTH=500000,CLOSED-CAPTIONS=\"NONE\",PATHWAY-ID=\"b\"",
                "# a comment between a variant and its URI",
                "",
                "ld.m3u8",
                "#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=90000,URI=\"if.m3u8\"");
        assertThat(playlist.problems()).isEmpty();
        assertThat(playlist.independentSegments()).isTrue();
        Variant hd = playlist.variants().getFirst();
        assertThat(hd.codecs()).containsExactly("avc1.640028", "mp4a.40.2");
        assertThat(hd.height()).isEqualTo(1080);
        assertThat(hd.frameRate()).hasValue(29.97);
        assertThat(hd.closedCaptionsNone()).isTrue();
        assertThat(hd.closedCaptionsGroup()).isNull();
        assertThat(hd.pathwayId()).isEqualTo(".");
        Variant ld = playlist.variants().get(1);
        assertThat(ld.closedCaptionsGroup()).isEqualTo("NONE");
        assertThat(ld.hasResolution()).isFalse();
        assertThat(ld.pathwayId()).isEqualTo("b");
        assertThat(playlist.renditions().getFirst().channelCount()).hasValue(16);
        assertThat(playlist.renditions().get(1).type()).isEqualTo(Rendition.Type.CLOSED_CAPTIONS);
        assertThat(playlist.mediaUris()).containsExactly("hd.m3u8", "ld.m3u8", "vi.m3u8", "if.m3u8");
    }

    @Test
    void aMediaPlaylistThatManyNameIsPolledOnce() {
        MultivariantPlaylist playlist = multivariant(
                "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"a\"", "v", "#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"b\"", "v");
        assertThat(playlist.variants()).hasSize(2);
        assertThat(playlist.mediaUris()).containsExactly("v");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(commentCharacter = '~', delimiter = '|', quoteCharacter = '`', textBlock = """
                    #EXT-X-STREAM-INF:CODECS="a"\\nv                                | STREAM_INF_BANDWIDTH
                    #EXT-X-STREAM-INF:BANDWIDTH=0\\nv                               | STREAM_INF_BANDWIDTH
                    #EXT-X-STREAM-INF:BANDWIDTH=1.5\\nv                             | STREAM_INF_BANDWIDTH
                    #EXT-X-STREAM-INF:BANDWIDTH=1                                   | STREAM_INF_URI
                    #EXT-X-STREAM-INF:BANDWIDTH=1\\n#EXT-X-STREAM-INF:BANDWIDTH=2\\nv | STREAM_INF_URI
                    #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1                           | STREAM_INF_URI
                    #EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=big\\nv                | NUMBER
                    #EXT-X-STREAM-INF:BANDWIDTH=1,FRAME-RATE=fast\\nv               | NUMBER
                    #EXT-X-STREAM-INF:BANDWIDTH=1\\nv\\nw                           | STRAY_URI
                    #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a"                            | MEDIA_ATTRIBUTE
                    #EXT-X-MEDIA:TYPE=SMELL,GROUP-ID="a",NAME="n"                   | UNKNOWN_VALUE
                    #EXT-X-SESSION-DATA:VALUE="v"                                   | ATTRIBUTE_MISSING
                    #EXT-X-CONTENT-STEERING:PATHWAY-ID="a"                          | ATTRIBUTE_MISSING
                    """)
    void oddTags(String lines, ProblemKind kind) {
        MultivariantPlaylist playlist = multivariant(lines.replace("\\n", "\n"));
        assertThat(kinds(playlist)).containsExactly(kind);
        assertThat(playlist.malformed()).isEqualTo(kind.hard());
    }

    @Test
    void aVariantWithoutUriStaysInTheLadder() {
        MultivariantPlaylist playlist = multivariant("#EXT-X-STREAM-INF:BANDWIDTH=7,RESOLUTION=640x360");
        assertThat(playlist.variants().getFirst().height()).isEqualTo(360);
        assertThat(playlist.mediaUris()).isEmpty();
        assertThat(playlist.problems().getFirst().line()).isEqualTo(2);
    }
}
