package io.rungwatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Verdict;
import io.rungwatch.check.Input;
import io.rungwatch.check.Listed;
import io.rungwatch.check.Offered;
import io.rungwatch.check.Promise;
import io.rungwatch.check.Rendition;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Print;
import io.rungwatch.round.Taken;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Sample;
import io.rungwatch.url.Url;
import io.rungwatch.watch.Offer;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Protocol;
import io.rungwatch.watch.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A row for each layer, and none is missing because nobody judged it. */
class ChainTableTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Look look = new Look();

    private final Map<Layer.Kind, Where> places = new EnumMap<>(Layer.Kind.class);

    private static Where place(Layer.Kind kind) {
        Layer layer = new Layer(kind.word(), kind, "cdn", new Url("http", kind.word(), 80, "/"), Optional.empty());
        return new Where("CH_001", Protocol.HLS, layer, new Rendition("720p", Rendition.Kind.VIDEO));
    }

    private void sees(Layer.Kind kind, int content, boolean spoiled) {
        Where where = places.computeIfAbsent(kind, ChainTableTest::place);
        Url url = new Url("http", kind.word(), 80, "/7.ts");
        Listed listed = new Listed(Listed.Kind.MEDIA, "segment 7", 7, url, 6_000_000_000L, 0, Listed.NOWHERE, 0);
        Offered segment = new Offered(
                listed, NOW, OptionalLong.empty(), OptionalLong.empty(), 0, 0, "", true, false, Optional.empty());
        Exchange exchange =
                new Exchange.Answered(NOW, Timing.NONE, List.of(), url, "127.0.0.1:80", 200, Headers.of(), new byte[0]);
        Sample sample = new Sample(
                NOW,
                Sample.Kind.SEGMENT,
                Sample.Touch.COMPARE,
                true,
                Outcome.GOOD,
                Verdict.UNKNOWN,
                5_000_000,
                5_000_000,
                9_000_000,
                1000,
                true,
                spoiled);
        Taken taken = new Taken(
                new Offer(where, where, url, 0, Promise.NONE, List.of(segment), Duration.ofSeconds(6)),
                segment,
                exchange,
                Optional.empty(),
                sample,
                new Print(1000, content),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        look.accept(new PollReport(
                where, url, NOW, taken, List.of(), List.of(), Set.of(Input.SAMPLE), false, Duration.ofSeconds(6)));
    }

    private String table() {
        return ChainTable.of(look.samples());
    }

    @Test
    void saysWhoGivesOtherBytes() {
        sees(Layer.Kind.PACKAGER, 1, false);
        sees(Layer.Kind.ORIGIN, 1, false);
        sees(Layer.Kind.EDGE, 2, false);

        assertThat(table().lines())
                .containsExactly(
                        "segment     layer     answer  bytes  same  cache  first byte  whole",
                        "HLS 720p 7  packager  200     1000                5.0 ms      9.0 ms",
                        "            origin    200     1000   yes          5.0 ms      9.0 ms",
                        "            edge      200     1000   NO           5.0 ms      9.0 ms",
                        "");
    }

    @Test
    void whatTheProbeSpoiledIsNotLeftOut() {
        sees(Layer.Kind.PACKAGER, 1, false);
        sees(Layer.Kind.EDGE, 2, true);

        assertThat(table()).contains("edge      200     1000   not judged: the probe was late");
    }

    @Test
    void aJudgedOneIsNotReplacedByASpoiledOne() {
        sees(Layer.Kind.PACKAGER, 1, false);
        sees(Layer.Kind.EDGE, 1, false);
        sees(Layer.Kind.EDGE, 1, true);

        assertThat(table()).contains("yes").doesNotContain("not judged");
    }
}
