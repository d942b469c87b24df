package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HlsTest {
    @Test
    void aLivePlaylist() {
        MediaPlaylist playlist = (MediaPlaylist) Hls.parse("""
                #EXTM3U
                #EXT-X-VERSION:6
                #EXT-X-TARGETDURATION:6
                #EXT-X-MEDIA-SEQUENCE:100
                #EXT-X-DISCONTINUITY-SEQUENCE:3
                #EXT-X-MAP:URI="init.mp4",BYTERANGE="720@0"
                #EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00.500Z
                #EXTINF:6.006,
                a.m4s
                #EXT-X-DISCONTINUITY
                #EXT-X-CUE-OUT:30
                #EXTINF:5.5,title
                b.m4s?x=1
                """.getBytes(UTF_8));
        assertThat(playlist.problems()).isEmpty();
        assertThat(playlist.firstNumber()).isEqualTo(100);
        assertThat(playlist.endNumber()).isEqualTo(102);
        assertThat(playlist.window()).isEqualTo(11_506_000_000L);
        Segment b = playlist.segments().get(1);
        assertThat(b.dseq()).isEqualTo(4);
        assertThat(b.title()).isEqualTo("title");
        assertThat(b.dating()).isEqualTo(Dating.EXTRAPOLATED);
        assertThat(playlist.edge()).hasValue(1_767_225_600_500_000_000L + 11_506_000_000L);
        assertThat(b.map()).isEqualTo(playlist.segments().get(0).map());
        assertThat(b.cues()).hasSize(1);
        assertThat(b.line()).isEqualTo(13);
        assertThat(playlist.source().line(13)).isEqualTo("b.m4s?x=1");
    }
}
