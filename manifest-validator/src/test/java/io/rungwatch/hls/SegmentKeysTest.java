package io.rungwatch.hls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentKeysTest {
    @ParameterizedTest(name = "{0} {1} = {2} {3}: {4}")
    @CsvSource(textBlock = """
                    http://a/live/p.m3u8,     s1.ts,                http://a/live/p.m3u8,   s1.ts,            true
                    http://a/live/p.m3u8,     s1.ts,                http://a/live/p.m3u8,   s2.ts,            false
                    http://a/live/p.m3u8,     s1.ts?tok=1,          http://a/live/p.m3u8,   s1.ts?tok=2,      true
                    http://a/live/p.m3u8,     s1.ts?tok=1,          http://a/live/p.m3u8,   s1.ts,            true
                    http://a/live/p.m3u8,     s1.ts,                https://b:8443/live/p.m3u8?x=1, s1.ts,    true
                    http://a/live/p.m3u8,     s1.ts,                http://a/vod/p.m3u8,    s1.ts,            false
                    http://a/live/p.m3u8,     s1.ts,                http://a/vod/p.m3u8,    /live/s1.ts,      true
                    http://a/live/p.m3u8,     http://c/live/s1.ts,  http://a/vod/p.m3u8,    ../live/./s1.ts,  true
                    http://a/live/p.m3u8,     %73%31.ts,            http://a/live/p.m3u8,   s1.ts,            true
                    http://a/live/p.m3u8,     a%2fb.ts,             http://a/live/p.m3u8,   a%2Fb.ts,         true
                    http://a/live/p.m3u8,     a%2fb.ts,             http://a/live/p.m3u8,   a/b.ts,           false
                    http://a/live/p.m3u8,     a b.ts,               http://a/live/p.m3u8,   a%20b.ts,         true
                    http://a/live/p.m3u8,     %2e%2e/s1.ts,         http://a/live/p.m3u8,   /s1.ts,           true
                    http://a/live/p.m3u8,     s1.ts#t=0,            http://a/live/p.m3u8,   s1.ts,            true
                    http://a/live/p.m3u8,     skd://x?1,            http://a/live/p.m3u8,   skd://x?2,        true
                    http://a/s-1/p.m3u8,      s1.ts,                http://a/s-2/p.m3u8,    s1.ts,            false
                    """)
    void sameness(String base, String uri, String otherBase, String otherUri, boolean same) throws BadUrl {
        SegmentKeys keys = new SegmentKeys(Url.parse(base));
        SegmentKeys others = new SegmentKeys(Url.parse(otherBase));
        Segment segment = segment("#EXTINF:6,\n" + uri);
        Segment other = segment("#EXTINF:6,\n" + otherUri);
        assertThat(keys.same(segment, others, other)).isEqualTo(same);
        assertThat(keys.of(segment).equals(others.of(other))).isEqualTo(same);
    }

    @Test
    void partsOfThePathThatChangeFromSessionToSessionDoNotCount() throws BadUrl {
        SegmentKeys mine = new SegmentKeys(Url.parse("http://a/live/s-1/p.m3u8"), part -> part.startsWith("s-"));
        SegmentKeys theirs = new SegmentKeys(Url.parse("http://a/live/s-22/p.m3u8"), part -> part.startsWith("s-"));
        assertThat(mine.same(segment("#EXTINF:6,\n1.ts"), theirs, segment("#EXTINF:6,\n1.ts")))
                .isTrue();
        assertThat(mine.of(segment("#EXTINF:6,\n1.ts")).path()).isEqualTo("/live/1.ts");
    }

    @Test
    void theByteRangeBelongsToTheKey() throws BadUrl {
        SegmentKeys keys = new SegmentKeys(Url.parse("http://a/p.m3u8"));
        Segment first = segment("#EXTINF:6,\n#EXT-X-BYTERANGE:10@0\nall.ts");
        Segment second = segment("#EXTINF:6,\n#EXT-X-BYTERANGE:10@10\nall.ts");
        Segment unknown = segment("#EXTINF:6,\n#EXT-X-BYTERANGE:10\nall.ts");
        Segment whole = segment("#EXTINF:6,\nall.ts");
        assertThat(keys.same(first, keys, first)).isTrue();
        assertThat(keys.same(first, keys, second)).isFalse();
        assertThat(keys.same(first, keys, whole)).isFalse();
        assertThat(keys.same(second, keys, unknown)).isTrue();
    }

    private static Segment segment(String lines) {
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n" + lines + "\n";
        return ((MediaPlaylist) Hls.parse(text.getBytes(UTF_8))).segments().getFirst();
    }
}
