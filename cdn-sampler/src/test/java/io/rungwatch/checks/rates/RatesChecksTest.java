package io.rungwatch.checks.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.cache.Pops;
import io.rungwatch.cache.Verdict;
import io.rungwatch.check.Finding;
import io.rungwatch.checks.layers.LayerChecks;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.round.Habits;
import io.rungwatch.round.Rated;
import io.rungwatch.round.Rates;
import io.rungwatch.round.RatesCheck;
import io.rungwatch.sample.Counts;
import io.rungwatch.sample.Latency;
import io.rungwatch.sample.Look;
import io.rungwatch.sample.Measure;
import io.rungwatch.sample.Outcome;
import io.rungwatch.sample.Reach;
import io.rungwatch.sample.Recent;
import io.rungwatch.sample.Sample;
import io.rungwatch.sample.Sample.Touch;
import io.rungwatch.sample.Spread;
import io.rungwatch.sample.Window;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each check the numbers that prove it, those that do not, and the ones between. */
class RatesChecksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private record Row(
            String check, String situation, Layer.Kind kind, Function<Numbers, Numbers> numbers, String said) {
        @Override
        public String toString() {
            return check + ": " + situation;
        }
    }

    private static Row row(
            String check, String situation, Layer.Kind kind, Function<Numbers, Numbers> numbers, String said) {
        return new Row(check, situation, kind, numbers, said);
    }

    static Stream<Row> rows() {
        Layer.Kind edge = Layer.Kind.EDGE;
        Layer.Kind origin = Layer.Kind.ORIGIN;
        return Stream.of(
                row(
                        "http_error_rate",
                        "one of sixty may be chance",
                        edge,
                        n -> n.good(59).bad(1),
                        "UNSURE"),
                row(
                        "http_error_rate",
                        "two of sixty are none",
                        edge,
                        n -> n.good(58).bad(2),
                        "PROVEN MAJOR 3.3 % of the segments failed (2 of 60 of all channels, 2 of 60 of this one)"),
                row(
                        "http_error_rate",
                        "none of this channel",
                        edge,
                        n -> n.good(58).bad(2).notOurs(),
                        "GOOD"),
                row("http_error_rate", "none", edge, n -> n.good(60), "GOOD"),
                row(
                        "http_server_errors",
                        "three of sixty",
                        edge,
                        n -> n.good(57).bad(3),
                        "PROVEN CRITICAL 5.0 % of the segments are answered with 5xx (3 of 60 of all channels, 3 of 60 of this one)"),
                row("http_server_errors", "two of sixty", edge, n -> n.good(58).bad(2), "UNSURE"),
                row("http_server_errors", "none", edge, n -> n.good(60), "GOOD"),
                row(
                        "origin_down",
                        "four of fifteen",
                        origin,
                        n -> n.good(11).bad(4),
                        "PROVEN CRITICAL 27 % of the segments failed (4 of 15 of all channels, 4 of 15 of this one)"),
                row("origin_down", "three of fifteen", origin, n -> n.good(12).bad(3), "UNSURE"),
                row(
                        "origin_down",
                        "too few in minutes to say that it is over, and an hour without",
                        origin,
                        n -> n.good(80).lately(10),
                        "GOOD"),
                row(
                        "origin_down",
                        "too few in minutes, and a bad hour",
                        origin,
                        n -> n.bad(80).lately(10),
                        "UNSURE"),
                row("origin_down", "an edge is none", edge, n -> n.bad(15), "GOOD"),
                row("availability_low", "too few to say", edge, n -> n.good(290).bad(9), "UNSURE"),
                row(
                        "availability_low",
                        "seven of three hundred",
                        edge,
                        n -> n.good(293).bad(7),
                        "PROVEN MAJOR 2.3 % of the segments could not be had (7 of 300 of all channels, 7 of 300 of this one)"),
                row(
                        "availability_low",
                        "three of three hundred at the origin",
                        origin,
                        n -> n.good(297).bad(3),
                        "PROVEN CRITICAL 1.0 % of the segments could not be had (3 of 300 of all channels, 3 of 300 of this one)"),
                row("availability_low", "all", edge, n -> n.good(300), "GOOD"),
                row("cache_hit_ratio_low", "a warm cache", edge, n -> n.touched(Touch.FIRST, 60, 0), "GOOD"),
                row(
                        "cache_hit_ratio_low",
                        "three of fifteen",
                        edge,
                        n -> n.touched(Touch.FIRST, 3, 12),
                        "PROVEN CRITICAL 20 % of 15 segments came from its store, expected are 85 %"),
                row("cache_hit_ratio_low", "four of fifteen", edge, n -> n.touched(Touch.FIRST, 4, 11), "UNSURE"),
                row(
                        "cache_hit_ratio_low",
                        "twenty-one of thirty",
                        edge,
                        n -> n.touched(Touch.FIRST, 21, 9),
                        "PROVEN MAJOR 70 % of 30 segments came from its store, expected are 85 %"),
                row(
                        "cache_hit_ratio_low",
                        "an origin keeps nothing",
                        origin,
                        n -> n.touched(Touch.FIRST, 0, 60),
                        "GOOD"),
                row(
                        "object_not_cached",
                        "three of ten",
                        edge,
                        n -> n.touched(Touch.SECOND, 7, 3),
                        "PROVEN MAJOR 3 of 10 segments were not in the cache two seconds after it had given them"),
                row("object_not_cached", "two of ten", edge, n -> n.touched(Touch.SECOND, 8, 2), "UNSURE"),
                row("object_not_cached", "none", edge, n -> n.touched(Touch.SECOND, 10, 0), "GOOD"),
                row(
                        "cache_bypassed",
                        "three of fifteen",
                        edge,
                        n -> n.touched(Touch.FIRST, 12, 0).passed(3),
                        "PROVEN MAJOR 3 of 15 segments went past the cache"),
                row(
                        "cache_bypassed",
                        "all",
                        edge,
                        n -> n.passed(15),
                        "PROVEN CRITICAL 15 of 15 segments went past the cache"),
                row("cache_bypassed", "none", edge, n -> n.touched(Touch.FIRST, 15, 0), "GOOD"),
                row("latency_high", "fast", edge, n -> n.took(100, 20), "GOOD"),
                row(
                        "latency_high",
                        "slow now and then",
                        edge,
                        n -> n.took(60, 20).took(40, 150),
                        "PROVEN MINOR 40 of 100 segments waited longer than 100 ms, the 95th percentile is 150 ms"),
                row(
                        "latency_high",
                        "very slow now and then",
                        edge,
                        n -> n.took(60, 20).took(40, 400),
                        "PROVEN MAJOR 40 of 100 segments waited longer than 300 ms, the 95th percentile is 401 ms"),
                row(
                        "latency_high",
                        "the probe is late itself",
                        edge,
                        n -> n.took(60, 20).took(40, 400).spoiled(40),
                        "UNSURE"),
                row("latency_high", "too few to say", edge, n -> n.took(10, 400), "UNSURE"),
                row(
                        "first_byte_slow",
                        "of the origin",
                        origin,
                        n -> n.took(60, 20).took(40, 250),
                        "PROVEN MINOR 40 of 100 segments began later than 200 ms, the 95th percentile is 250 ms"),
                row("first_byte_slow", "fast", origin, n -> n.took(100, 20), "GOOD"),
                row("download_slow", "two seconds", edge, n -> n.took(100, 2000), "GOOD"),
                row(
                        "download_slow",
                        "more",
                        edge,
                        n -> n.took(100, 2500),
                        "PROVEN MAJOR 100 of 100 segments took longer than 2000 ms, the 95th percentile is 2511 ms"),
                row(
                        "latency_outlier",
                        "three far from the rest",
                        edge,
                        n -> n.took(40, 20).took(3, 1500),
                        "PROVEN MINOR 3 of 43 segments waited longer than 1020 ms, the median is 20 ms"),
                row("latency_outlier", "two", edge, n -> n.took(40, 20).took(2, 1500), "GOOD"),
                row(
                        "dns_slow",
                        "slow",
                        edge,
                        n -> n.setup(40, 150),
                        "PROVEN MINOR 40 of 40 took longer than 100 ms, the 95th percentile is 150 ms"),
                row("dns_slow", "fast", edge, n -> n.setup(40, 10), "GOOD"),
                row(
                        "connect_slow",
                        "slow for an edge",
                        edge,
                        n -> n.setup(40, 60),
                        "PROVEN MINOR 40 of 40 took longer than 50 ms, the 95th percentile is 60 ms"),
                row("connect_slow", "not for an origin", origin, n -> n.setup(40, 60), "GOOD"),
                row(
                        "tls_slow",
                        "slow",
                        edge,
                        n -> n.setup(40, 250),
                        "PROVEN MINOR 40 of 40 took longer than 200 ms, the 95th percentile is 250 ms"),
                row("tls_slow", "fast", edge, n -> n.setup(40, 150), "GOOD"),
                row(
                        "pop_divergence",
                        "ten of a hundred, of the others none",
                        edge,
                        n -> n.good(90).bad(10).others(100, 0),
                        "PROVEN MAJOR 10 of 100 segments failed here, of the others of its kind 0 of 100"),
                row(
                        "pop_divergence",
                        "as bad as the others",
                        edge,
                        n -> n.good(90).bad(10).others(90, 10),
                        "GOOD"),
                row("pop_divergence", "no others", edge, n -> n.good(90).bad(10), "UNSURE"),
                row(
                        "pop_divergence",
                        "the origins of other channels are no others",
                        origin,
                        n -> n.good(90).bad(10).others(100, 0),
                        "GOOD"),
                row(
                        "probe_overloaded",
                        "half of them",
                        edge,
                        n -> n.good(30).spoiled(30),
                        "PROVEN MAJOR 30 of 60 samples were spoiled by the probe itself"),
                row("probe_overloaded", "none", edge, n -> n.good(60), "GOOD"),
                row(
                        "keepalive_refused",
                        "after each of the last twenty",
                        edge,
                        n -> n.closed(20, 20),
                        "PROVEN INFO after each of the last 20 answers the connection was closed"),
                row("keepalive_refused", "all but the last of them", edge, n -> n.closed(20, 0), "GOOD"),
                row("keepalive_refused", "nineteen in a row", edge, n -> n.closed(20, 19), "UNSURE"),
                row("keepalive_refused", "too few to say", edge, n -> n.closed(19, 19), "UNSURE"),
                row("packager_input_switched", "always the same", origin, n -> n.input(1), "GOOD"),
                row("packager_input_switched", "nobody says", origin, n -> n.good(60), "GOOD"),
                row(
                        "packager_input_switched",
                        "once",
                        origin,
                        n -> n.input(2, NOW),
                        "PROVEN INFO input 2 since 2026-03-01T12:00:00Z, 1 change within the hour"),
                row(
                        "packager_input_switched",
                        "three times",
                        origin,
                        n -> n.input(2, NOW, NOW, NOW),
                        "PROVEN INFO input 2 since 2026-03-01T12:00:00Z, 3 changes within the hour"),
                row(
                        "packager_input_switched",
                        "four times",
                        origin,
                        n -> n.input(1, NOW, NOW, NOW, NOW),
                        "PROVEN MAJOR input 1 since 2026-03-01T12:00:00Z, 4 changes within the hour"),
                row("pop_unexpected", "nobody says which", edge, n -> n.pops("", "FRA", 10), "GOOD"),
                row("pop_unexpected", "the right one", edge, n -> n.pops("SGN", "SGN51", 10), "GOOD"),
                row("pop_unexpected", "it never says", edge, n -> n.pops("SGN", "", 0), "UNSURE"),
                row(
                        "pop_unexpected",
                        "all of the last ten elsewhere",
                        edge,
                        n -> n.pops("SGN", "FRA56", 10),
                        "PROVEN MINOR 10 of the last 10 segments came from FRA56, expected SGN"),
                row(
                        "pop_unexpected",
                        "three of ten",
                        edge,
                        n -> n.pops("SGN", "sgn", 7).pops("SGN", "FRA", 3),
                        "PROVEN INFO 3 of the last 10 segments came from FRA, expected SGN"),
                row(
                        "pop_unexpected",
                        "two of ten",
                        edge,
                        n -> n.pops("SGN", "SGN", 8).pops("SGN", "FRA", 2),
                        "UNSURE"),
                row("pop_unexpected", "nine, all elsewhere", edge, n -> n.pops("SGN", "FRA", 9), "UNSURE"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void says(Row row) {
        Rated rated = check(row.check())
                .check(row.numbers().apply(new Numbers(row.kind())).rates(), profile());

        assertThat(said(rated)).isEqualTo(row.said());
    }

    @Test
    void everyCheckIsProvenByOneRowAndNotByAnother() {
        List<String> ids = LayerChecks.ALL.stream()
                .filter(RatesCheck.class::isInstance)
                .map(check -> check.info().id())
                .toList();
        Set<String> proven = rows().filter(row -> row.said().startsWith("PROVEN"))
                .map(Row::check)
                .collect(Collectors.toSet());
        Set<String> good =
                rows().filter(row -> row.said().equals("GOOD")).map(Row::check).collect(Collectors.toSet());

        assertThat(proven).as("add a row that proves it").containsAll(ids);
        assertThat(good).as("add a row in which all is well").containsAll(ids);
    }

    private static String said(Rated rated) {
        Finding finding = rated.findings().isEmpty() ? null : rated.findings().getFirst();
        return rated.look() == Look.PROVEN && finding != null
                ? rated.look() + " " + finding.severity() + " " + finding.message()
                : rated.look().toString();
    }

    private static RatesCheck check(String id) {
        return LayerChecks.ALL.stream()
                .filter(check -> check.info().id().equals(id))
                .map(RatesCheck.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ChannelProfile profile() {
        return ChannelProfile.unknown("CH_001", "/m.m3u8", List.of());
    }

    /** Samples of the last minutes, said in few words. */
    private static final class Numbers {
        private final Layer.Kind kind;
        private final Window window = Window.ofLayer();
        private final Window own = Window.ofLayer();
        private final Window others = Window.ofLayer();
        private final Latency firstByte = Latency.ofAnything();
        private final Latency setup = Latency.ofAnything();
        private final Recent recent;
        private Habits habits = Habits.of(Pops.ANY);
        private boolean ours = true;
        private int lately;

        Numbers(Layer.Kind kind) {
            this.kind = kind;
            recent = new Recent(Measure.ofDownload());
        }

        Numbers good(int count) {
            return add(count, sample(Touch.COMPARE, Outcome.GOOD, Verdict.UNKNOWN, 20, false));
        }

        Numbers bad(int count) {
            return add(count, sample(Touch.COMPARE, Outcome.SERVER_ERROR, Verdict.UNKNOWN, 20, false));
        }

        Numbers closed(int answers, int closed) {
            habits = new Habits(habits.expected(), habits.pops(), answers, closed, habits.inputs());
            return this;
        }

        Numbers input(long active, Instant... switched) {
            Habits.Inputs inputs = new Habits.Inputs(OptionalLong.of(active), NOW, List.of(switched));
            habits = new Habits(habits.expected(), habits.pops(), 20, 0, inputs);
            return this;
        }

        Numbers pops(String expected, String pop, int times) {
            List<String> pops = new ArrayList<>(habits.pops());
            pops.addAll(Collections.nCopies(times, pop));
            Pops where = new Pops(expected.isEmpty() ? List.of() : List.of(expected), Optional.empty());
            habits = new Habits(where, pops, 20, 0, habits.inputs());
            return this;
        }

        /** So many of them in the last minutes, the rest before. */
        Numbers lately(int count) {
            lately = count;
            return this;
        }

        Numbers notOurs() {
            ours = false;
            return this;
        }

        Numbers spoiled(int count) {
            return add(count, sample(Touch.COMPARE, Outcome.GOOD, Verdict.UNKNOWN, 20, true));
        }

        Numbers touched(Touch touch, int hits, int misses) {
            add(hits, sample(touch, Outcome.GOOD, Verdict.HIT, 20, false));
            return add(misses, sample(touch, Outcome.GOOD, Verdict.MISS, 20, false));
        }

        Numbers passed(int count) {
            return add(count, sample(Touch.FIRST, Outcome.GOOD, Verdict.PASS, 20, false));
        }

        Numbers took(int count, long millis) {
            for (int i = 0; i < count; i++) {
                firstByte.add(NOW, millis * 1_000_000);
            }
            return add(count, sample(Touch.COMPARE, Outcome.GOOD, Verdict.HIT, millis, false));
        }

        Numbers setup(int count, long millis) {
            for (int i = 0; i < count; i++) {
                setup.add(NOW, millis * 1_000_000);
            }
            return this;
        }

        Numbers others(int good, int bad) {
            for (int i = 0; i < good + bad; i++) {
                Outcome outcome = i < good ? Outcome.GOOD : Outcome.FAILED;
                others.add(sample(Touch.COMPARE, outcome, Verdict.UNKNOWN, 20, false));
            }
            return this;
        }

        private Numbers add(int count, Sample sample) {
            for (int i = 0; i < count; i++) {
                window.add(sample);
                own.add(sample);
                recent.add(sample);
            }
            return this;
        }

        private static Sample sample(Touch touch, Outcome outcome, Verdict verdict, long millis, boolean spoiled) {
            long nanos = millis * 1_000_000;
            return new Sample(
                    NOW, Sample.Kind.SEGMENT, touch, true, outcome, verdict, nanos, nanos, nanos, 1000, true, spoiled);
        }

        Rates rates() {
            Counts all = window.counts(Reach.SLOW, NOW);
            Spread spread = firstByte.over(Reach.SLOW.longest(), NOW);
            Spread set = setup.over(Reach.SLOW.longest(), NOW);
            Rates.Latencies latencies = new Rates.Latencies(spread, spread, recent.summary());
            return new Rates(
                    layer(),
                    ours ? own.counts(Reach.SLOW, NOW) : new Counts(),
                    own.counts(Reach.FIRST_TOUCHES, NOW),
                    lately == 0 ? all : recent(all),
                    all,
                    latencies,
                    latencies,
                    new Rates.Setup(set, set, set),
                    others.counts(Reach.SLOW, NOW),
                    true,
                    habits);
        }

        /** All that was added was good, or all was bad. */
        private Counts recent(Counts all) {
            Window minutes = Window.ofLayer();
            Outcome outcome = all.count(Outcome.GOOD) > 0 ? Outcome.GOOD : Outcome.SERVER_ERROR;
            for (int i = 0; i < lately; i++) {
                minutes.add(sample(Touch.COMPARE, outcome, Verdict.UNKNOWN, 20, false));
            }
            return minutes.counts(Reach.SLOW, NOW);
        }

        private Layer layer() {
            try {
                return new Layer(kind.word(), kind, "cdn", Url.parse("http://" + kind.word()), Optional.empty());
            } catch (BadUrl e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
