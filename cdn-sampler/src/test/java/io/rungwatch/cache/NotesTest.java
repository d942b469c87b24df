package io.rungwatch.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void mediaDataOfTheServers() {
        Cmsd cmsd = Cmsd.of(Reply.of(
                200,
                Headers.of(
                        "CMSD-Static", "st=l, ot=v, br=5000, d=6000, ht=120, n=\"MediaPackage:abc\", com.x-key=(1 2)",
                        "CMSD-Dynamic", "\"mid-1\"; etp=900; rtt=12; du, \"edge-kickoff\"; etp=50000; rtt=5")));

        assertThat(cmsd.objectType()).contains("v");
        assertThat(cmsd.bitrateKbps()).hasValue(5000);
        assertThat(cmsd.durationMillis()).hasValue(6000);
        assertThat(cmsd.heldMillis()).hasValue(120);
        assertThat(cmsd.origin()).contains("MediaPackage:abc");
        assertThat(cmsd.nodes().stream().map(Cmsd.Node::name)).containsExactly("edge-kickoff", "mid-1");
        assertThat(cmsd.nodes().stream().map(Cmsd.Node::duress)).containsExactly(false, true);
        assertThat(cmsd.nodes().getFirst().estimatedKbps()).hasValue(50_000);
        assertThat(cmsd.nodes().getFirst().roundTripMillis()).hasValue(5);
    }

    @Test
    void brokenMediaDataIsNone() {
        assertThat(Cmsd.of(Reply.of(200, Headers.of("CMSD-Static", "OT=v", "CMSD-Dynamic", ";;"))))
                .isEqualTo(new Cmsd(io.rungwatch.structured.Params.NONE, List.of()));
    }

    @Test
    void thePackagersAgeThroughAnEdge() {
        String updated = Long.toString(NOON.minusSeconds(7).toEpochMilli());
        MediaPackage packager = MediaPackage.of(Reply.of(
                200,
                Headers.of(
                        "X-MediaPackage-Manifest-Last-Sequence", "4711",
                        "X-MediaPackage-Manifest-Last-Updated", updated,
                        "X-Amzn-Mediapackage-Active-Input", "2")));

        assertThat(packager.packagerAge(NOON)).contains(Duration.ofSeconds(7));
        assertThat(packager.lastSequence()).hasValue(4711);
        assertThat(packager.activeInput()).hasValue(2);
        assertThat(MediaPackage.of(Reply.of(200, Headers.of("X-MediaPackage-Manifest-Last-Updated", "yesterday")))
                        .lastUpdated())
                .isEmpty();
    }

    @Test
    void whatIsWorthALookBeside() {
        Headers headers = Headers.of(
                "Cache-Control",
                "max-age=2, stale-while-revalidate=4",
                "X-Amz-Cf-Pop",
                "FRA56-P8",
                "Server-Timing",
                "cdn-cache-miss, cdn-upstream-fbl;dur=88",
                "X-MediaPackage-Manifest-Last-Updated",
                Long.toString(NOON.minusSeconds(7).toEpochMilli()));

        assertThat(Notes.of(new Reply(200, headers, Optional.of(NOON), Optional.of(NOON))))
                .containsExactly(
                        "declared life: 2 s, then stale for 4 s more",
                        "CloudFront's POP (X-Amz-Cf-Pop): FRA56-P8",
                        "first byte from the origin, as CloudFront saw it: 88 ms",
                        "the packager wrote this manifest at 2026-03-01T11:59:53Z",
                        "so it is 7 s old at the packager");
        assertThat(Notes.of(Reply.of(200, Headers.NONE))).isEmpty();
    }

    /** A body of half a minute must not make a copy look half a minute older. */
    @Test
    void anAnswerIsAsOldAsItsFirstByte() throws BadUrl {
        Timing timing = new Timing(1_000_000, 2_000_000, 3_000_000, 4_000_000, 50_000_000, 30_000_000_000L, 0, false);
        Reply reply = Reply.of(new Exchange.Answered(
                NOON, timing, List.of(), Url.parse("http://edge/x.m3u8"), "", 200, Headers.NONE, new byte[0]));

        assertThat(reply.askedAt()).contains(NOON.plusMillis(10));
        assertThat(reply.answeredAt()).contains(NOON.plusMillis(60));
    }
}
