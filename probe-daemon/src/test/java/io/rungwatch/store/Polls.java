package io.rungwatch.store;

import io.rungwatch.AllChecks;
import io.rungwatch.cache.Verdict;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Promise;
import io.rungwatch.check.Rendition;
import io.rungwatch.check.Severity;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.hls.Hls;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Print;
import io.rungwatch.round.Taken;
import io.rungwatch.sample.Sample;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.Outcome;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a channel's polls and samples report at one layer, as the store hears it. */
final class Polls {
    static final Layer PACKAGER = layer("packager", Layer.Kind.PACKAGER);
    static final Layer EDGE = layer("edge-hn", Layer.Kind.EDGE);

    static final String MASTER = """
            #EXTM3U
            #EXT-X-STREAM-INF:BANDWIDTH=5000000,RESOLUTION=1920x1080,CODECS="avc1.640028"
            hd.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=15000000,RESOLUTION=3840x2160,CODECS="hvc1.2.4.L153"
            4k.m3u8
            """;
    static final String TWO_SEGMENTS = """
            #EXTM3U
            #EXT-X-TARGETDURATION:6
            #EXTINF:6,
            1.ts
            #EXTINF:5,
            2.ts
            """;

    private final Layer layer;
    private final Where entry;
    private final Where rung;

    Polls(String channel, Layer layer) {
        this.layer = layer;
        entry = new Where(channel, Protocol.HLS, layer, Rendition.ENTRY);
        rung = new Where(channel, Protocol.HLS, layer, new Rendition("HD", Rendition.Kind.VIDEO));
    }

    static ChannelProfile profile(String channel) {
        return ChannelProfile.unknown(channel, "/live/" + channel + "/master.m3u8", List.of(PACKAGER, EDGE));
    }

    PollReport master(String at, int millis) {
        return report(entry, at, fetched(at, millis, MASTER), List.of());
    }

    PollReport playlist(String at, int millis) {
        return report(rung, at, fetched(at, millis, TWO_SEGMENTS), List.of());
    }

    PollReport status(String at, int code, int millis) {
        return report(rung, at, new Outcome.Unreachable(answer(at, code, millis, "")), List.of());
    }

    PollReport failed(String at, Failure failure) {
        Exchange exchange = new Exchange.Failed(Instant.parse(at), Timing.NONE, List.of(), failure, "");
        return report(rung, at, new Outcome.Unreachable(exchange), List.of());
    }

    PollReport late(String at) {
        return report(rung, at, new Outcome.NotJudged(answer(at, 200, 900, ""), "late"), List.of());
    }

    PollReport missing(String at, int segments) {
        Finding finding = new Finding(
                AllChecks.LIST.stream()
                        .filter(check -> check.info().id().equals("segment_missing"))
                        .findFirst()
                        .orElseThrow()
                        .info(),
                Severity.MAJOR,
                "segments are listed but 404",
                Map.of("missing", segments));
        return report(rung, at, new Outcome.Aside(answer(at, 404, 10, "")), List.of(finding));
    }

    PollReport sample(String at, int code, int millis, Verdict verdict, boolean settled) {
        Exchange exchange = answer(at, code, millis, "");
        Sample sample = new Sample(
                Instant.parse(at),
                Sample.Kind.SEGMENT,
                Sample.Touch.FIRST,
                settled,
                io.rungwatch.sample.Outcome.of(code, false, false),
                verdict,
                1_000_000,
                1_000_000,
                millis * 1_000_000L,
                1_000,
                true,
                false);
        Offer offer = new Offer(rung, entry, rung.layer().base(), 0, Promise.NONE, List.of(), Duration.ofSeconds(6));
        Taken taken = new Taken(
                offer,
                Segments.ANY,
                exchange,
                Optional.empty(),
                sample,
                Print.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return report(rung, at, taken, List.of());
    }

    private Outcome fetched(String at, int millis, String text) {
        return new Outcome.Fetched(
                answer(at, 200, millis, text), Hls.parse(text.getBytes(StandardCharsets.UTF_8)), true);
    }

    /** The first byte takes half of it. */
    private Exchange.Answered answer(String at, int code, int millis, String text) {
        long nanos = millis * 1_000_000L;
        return new Exchange.Answered(
                Instant.parse(at),
                new Timing(0, 0, 0, nanos / 2, nanos, true),
                List.of(),
                layer.base(),
                "127.0.0.1",
                code,
                Headers.NONE,
                text.getBytes(StandardCharsets.UTF_8));
    }

    private PollReport report(Where where, String at, Outcome outcome, List<Finding> findings) {
        return new PollReport(
                where,
                layer.base(),
                Instant.parse(at),
                outcome,
                findings,
                List.of(),
                Set.of(),
                false,
                Duration.ofSeconds(6));
    }

    private static Layer layer(String name, Layer.Kind kind) {
        return new Layer(name, kind, "team", url("http://" + name), Optional.empty());
    }

    static Url url(String text) {
        try {
            return Url.parse(text);
        } catch (BadUrl e) {
            throw new AssertionError(e);
        }
    }
}
