package io.rungwatch.simulator;

import static io.rungwatch.simulator.Faulty.CLEAN;
import static io.rungwatch.simulator.Faulty.HD;
import static io.rungwatch.simulator.Faulty.MASTER;
import static io.rungwatch.simulator.Faulty.NOW;
import static io.rungwatch.simulator.Faulty.see;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
    private static final String SEGMENT =
            "/live/CH_001/" + see(CLEAN, 0, HD).last().uri();

    private static Answer ask(Request request) {
        return CLEAN.answer(NOW, "packager", request);
    }

    @Test
    void knowsWhatTheClientHas() {
        Answer first = ask(Request.get(HD));
        String etag = first.header("ETag").orElseThrow();
        Answer second = ask(Request.get(HD).withIfNoneMatch("\"other\", W/" + etag));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.header("ETag")).hasValue(etag);
        assertThat(second.body().length()).isZero();
        assertThat(second.header("Content-Length")).isEmpty();
        assertThat(ask(Request.get(HD).withIfNoneMatch("\"other\"")).status()).isEqualTo(200);
        String modified = first.header("Last-Modified").orElseThrow();
        assertThat(ask(Request.get(HD).withIfModifiedSince(modified)).status()).isEqualTo(304);
        assertThat(ask(Request.get(HD).withIfModifiedSince("Fri, 20 Nov 2026 08:00:00 GMT"))
                        .status())
                .isEqualTo(200);
        assertThat(ask(Request.get(HD).withIfModifiedSince("yesterday")).status())
                .isEqualTo(200);
        assertThat(CLEAN.answer(NOW.plusSeconds(6), "packager", Request.get(HD).withIfNoneMatch(etag))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void compressesLargePlaylists() throws IOException {
        Answer plain = ask(Request.get(MASTER));
        Answer packed = ask(Request.get(MASTER).withAcceptEncoding("gzip, br"));
        assertThat(packed.header("Content-Encoding")).hasValue("gzip");
        assertThat(packed.header("Vary")).hasValue("Accept-Encoding");
        assertThat(packed.header("ETag")).hasValue("W/" + plain.header("ETag").orElseThrow());
        assertThat(packed.header("Content-Length"))
                .hasValue(Long.toString(packed.body().length()));
        byte[] unpacked =
                new GZIPInputStream(new ByteArrayInputStream(packed.body().toBytes())).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(plain.text());
        assertThat(ask(Request.get(HD).withAcceptEncoding("gzip")).header("Content-Encoding"))
                .isEmpty();
        assertThat(ask(Request.get(MASTER).withAcceptEncoding("gzip;q=0")).header("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,1", "bytes=188-375,188,188", "bytes=100-,100,-100", "bytes=-188,-188,188"})
    void answersRanges(String range, int from, int length) {
        Answer whole = ask(Request.get(SEGMENT));
        byte[] all = whole.body().toBytes();
        int start = from < 0 ? all.length + from : from;
        int count = length < 0 ? all.length - start : length;
        Answer part = ask(Request.get(SEGMENT).withRange(range));
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range"))
                .hasValue("bytes " + start + "-" + (start + count - 1) + "/" + all.length);
        assertThat(part.body().toBytes()).isEqualTo(Arrays.copyOfRange(all, start, start + count));
    }

    @Test
    void refusesRangesBeyondTheEnd() {
        assertThat(ask(Request.get(SEGMENT).withRange("bytes=99999999-")).status())
                .isEqualTo(416);
        assertThat(ask(Request.get(SEGMENT).withRange("bytes=0-1,5-6")).status())
                .isEqualTo(200);
        assertThat(ask(Request.get(SEGMENT).withRange("lines=1-2")).status()).isEqualTo(200);
    }

    @Test
    void segmentsAreAsLargeAsTheRungSays() {
        Answer segment = ask(Request.get(SEGMENT));
        assertThat(segment.header("Content-Type")).hasValue("video/mp2t");
        assertThat(segment.body().length() * 8 / 6).isBetween(4_200_000L, 5_000_000L);
        assertThat(segment.body().toBytes()[188]).isEqualTo((byte) 0x47);
        String vtt = "/live/CH_001/"
                + see(CLEAN, 0, "/live/CH_001/CH_001_subs_vie.m3u8").last().uri();
        assertThat(ask(Request.get(vtt)).text()).startsWith("WEBVTT\n");
    }

    @Test
    void headHasNoBody() {
        Answer head = ask(Request.get(SEGMENT).withMethod("HEAD"));
        Answer get = ask(Request.get(SEGMENT));
        assertThat(head.headers()).isEqualTo(get.headers());
        assertThat(head.body().length()).isZero();
        assertThat(ask(Request.get(SEGMENT).withMethod("DELETE")).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/live",
                "/live/",
                "/live/CH_001",
                "/live/CH_001/",
                "/live/CH_003/master.m3u8",
                "/live/CH_001/other.m3u8",
                "/live/CH_001/CH_001_HD_5M/1.ts",
                "/live/CH_001/CH_001_HD_5M/99999999999.ts",
                "/live/CH_001/CH_001_HD_5M/9999999999999999999999.ts",
                "/live/CH_001/CH_001_HD_5M/15182999.m4s",
                "/live/CH_001/CH_001_HD_5M/init.mp4",
                "/ads/CH_001/CH_001_HD_5M/15182999.ts",
                "/live/CH_001/../CH_001/master.m3u8",
            })
    void doesNotKnow(String path) {
        assertThat(ask(Request.get(path)).status()).isEqualTo(404);
        assertThat(CLEAN.answer(NOW, "edge-hn", Request.get(path)).status()).isEqualTo(404);
    }
}
