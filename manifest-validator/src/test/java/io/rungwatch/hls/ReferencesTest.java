package io.rungwatch.hls;

import static io.rungwatch.hls.Texts.media;
import static io.rungwatch.hls.Texts.multivariant;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencesTest {
    @Test
    void whatIsPlainlyRelativeIsNone() {
        assertThat(media(
                                "#EXT-X-MAP:URI=\"init.mp4\"",
                                "#EXTINF:6,",
                                "a/b:c.m4s?at=12:00",
                                "#EXTINF:6,",
                                "/a.m4s",
                                "#EXTINF:6,",
                                "?id=urn:x")
                        .references())
                .isEmpty();
    }

    @Test
    void oneForEachHost() {
        assertThat(media(
                                "#EXT-X-KEY:METHOD=AES-128,URI=\"https://keys.example/k\"",
                                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://k\",KEYFORMAT=\"com.apple.streamingkeydelivery\"",
                                "#EXTINF:6,",
                                "https://a.example/1.ts",
                                "#EXTINF:6,",
                                "https://a.example/2.ts",
                                "#EXTINF:6,",
                                "//b.example/3.ts")
                        .references())
                .extracting(Reference::uri)
                .containsExactly("https://a.example/1.ts", "https://keys.example/k", "//b.example/3.ts");
    }

    @Test
    void ofAManifest() {
        assertThat(multivariant(
                                "#EXT-X-CONTENT-STEERING:SERVER-URI=\"data:application/json,\"",
                                "#EXT-X-STREAM-INF:BANDWIDTH=1",
                                "file:///a.m3u8")
                        .references())
                .extracting(Reference::kind)
                .containsExactly(Reference.Kind.MEDIA, Reference.Kind.DATA);
    }

    @Test
    void neverEndless() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("#EXTINF:6,\nhttp://h").append(i).append(".example/\n");
        }

        assertThat(media(text.toString()).references()).hasSize(32);
    }
}
