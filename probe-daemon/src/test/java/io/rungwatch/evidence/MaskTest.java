package io.rungwatch.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    private final Mask mask = new Mask();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://cdn/a.m3u8                                    | http://cdn/a.m3u8
            http://cdn/a.m3u8?_HLS_msn=12&_HLS_part=3            | http://cdn/a.m3u8?_HLS_msn=12&_HLS_part=3
            http://cdn/a.m3u8?start=2026-03-01T00:00:00Z&v=2     | http://cdn/a.m3u8?start=2026-03-01T00:00:00Z&v=2
            http://cdn/a.m3u8?token=abc&v=2                      | http://cdn/a.m3u8?token=REDACTED-1&v=2
            http://cdn/a.m3u8?v=2&Access_Token=abc               | http://cdn/a.m3u8?v=2&Access_Token=REDACTED-1
            http://cdn/a.m3u8?accessToken=abc                    | http://cdn/a.m3u8?accessToken=REDACTED-1
            http://cdn/a.m3u8?Policy=eyJ~-_&Signature=a~b_&Key-Pair-Id=K1 | http://cdn/a.m3u8?Policy=REDACTED-1&Signature=REDACTED-2&Key-Pair-Id=REDACTED-3
            http://cdn/a.m3u8?X-Amz-Signature=ab/cd+ef==         | http://cdn/a.m3u8?X-Amz-Signature=REDACTED-1
            http://cdn/a.m3u8?hdnts=exp=17~acl=/live/*~hmac=ab1  | http://cdn/a.m3u8?hdnts=REDACTED-1
            http://cdn/a.m3u8?p=exp=17~acl=/live/*~hmac=ab1      | http://cdn/a.m3u8?p=REDACTED-1
            http://cdn/hdnts=exp=17~hmac=ab1/live/a.m3u8         | http://cdn/hdnts=REDACTED-1/live/a.m3u8
            http://cdn/a.m3u8;jsessionid=ab1?x=1                 | http://cdn/a.m3u8;jsessionid=REDACTED-1?x=1
            http://cdn/a.m3u8?q=9f86d081884c7d659a2feaa0c55ad015 | http://cdn/a.m3u8?q=REDACTED-1
            http://cdn/a.m3u8?md5=ab1&expires=1796091260         | http://cdn/a.m3u8?md5=REDACTED-1&expires=1796091260
            http://linh:pw@cdn/a.m3u8                            | http://REDACTED-1@cdn/a.m3u8
            see eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln there   | see REDACTED-1 there
            seg.ts?token=abc                                     | seg.ts?token=REDACTED-1
            seg.ts?token={$token}                                | seg.ts?token={$token}
            keyframe=1                                           | keyframe=1
            #EXT-X-STREAM-INF:BANDWIDTH=5000000,CODECS="avc1.64" | #EXT-X-STREAM-INF:BANDWIDTH=5000000,CODECS="avc1.64"
            #EXT-X-KEY:METHOD=AES-128,URI="k?token=abc",IV=0x1   | #EXT-X-KEY:METHOD=AES-128,URI="k?token=REDACTED-1",IV=0x1
            <BaseURL>/v/?a=1&amp;token=abc&amp;b=2</BaseURL>     | <BaseURL>/v/?a=1&amp;token=REDACTED-1&amp;b=2</BaseURL>
            #EXT-X-DEFINE:NAME="token",VALUE="abc123def456"      | #EXT-X-DEFINE:NAME="token",VALUE="REDACTED-1"
            """)
    void text(String plain, String masked) {
        mask.learn(plain);

        assertThat(mask.text(plain)).isEqualTo(masked);
    }

    @Test
    void facts() {
        assertThat(Mask.of(Map.of("url", "http://linh:pw@cdn/a.m3u8", "bytes", 7)))
                .isEqualTo(Map.of("url", "http://REDACTED-1@cdn/a.m3u8", "bytes", 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Authorization       | Basic bGluaDpwdw==           | REDACTED-1
            proxy-authorization | x                            | REDACTED-1
            Set-Cookie          | sid=ab1; Path=/              | REDACTED-1
            Cookie              | sid=ab1                      | REDACTED-1
            X-Api-Key           | ab1                          | REDACTED-1
            X-Auth-Token        | ab1                          | REDACTED-1
            X-Amz-Security-Token | ab1                         | REDACTED-1
            Location            | /a.m3u8?token=abc            | /a.m3u8?token=REDACTED-1
            Content-Type        | application/vnd.apple.mpegurl | application/vnd.apple.mpegurl
            ETag                | "9f86d081884c7d659a2feaa0"   | "9f86d081884c7d659a2feaa0"
            """)
    void header(String name, String plain, String masked) {
        assertThat(mask.header(name, plain)).isEqualTo(masked);
    }

    @Test
    void theSameSecretIsTheSameMaskWhereverItStands() {
        mask.learn("http://cdn/live/master.m3u8?token=s3cr3t-t0k3n%3D");
        mask.learn("seg.ts?key=another1&token=s3cr3t-t0k3n=");

        assertThat(mask.text("http://cdn/live/s3cr3t-t0k3n=/a?token=s3cr3t-t0k3n%3D"))
                .isEqualTo("http://cdn/live/REDACTED-1/a?token=REDACTED-1");
        assertThat(mask.text("told by s3cr3t-t0k3n%3D, not another1")).isEqualTo("told by REDACTED-1, not REDACTED-2");
    }

    @Test
    void aMereWordIsNotTakenOutOfEverything() {
        mask.learn("http://cdn/live/master.m3u8?key=playlist&user=live");
        mask.learnHeader("X-Cache-Key", "/live/CH_001/master.m3u8");

        assertThat(mask.text("/live/playlist.m3u8 /live/CH_001/master.m3u8"))
                .isEqualTo("/live/playlist.m3u8 /live/CH_001/master.m3u8");
    }

    @Test
    void maskingTwiceChangesNothing() {
        String once = mask.text("a.m3u8?token=abc&key=REDACTED-7");

        assertThat(mask.text(once)).isEqualTo(once);
    }

    @Test
    void allTextsOfAnObjectAreMaskedHoweverDeepTheyStand() {
        assertThat(Mask.ofAll(Map.of(
                        "findings",
                        List.of(Map.of(
                                "message",
                                "abcdef0123456789 is refused",
                                "facts",
                                Map.of("urls", List.of("http://cdn/a.ts?token=abcdef0123456789"), "bytes", 7))))))
                .isEqualTo(Map.of(
                        "findings",
                        List.of(Map.of(
                                "message",
                                "REDACTED-1 is refused",
                                "facts",
                                Map.of("urls", List.of("http://cdn/a.ts?token=REDACTED-1"), "bytes", 7)))));
    }
}
