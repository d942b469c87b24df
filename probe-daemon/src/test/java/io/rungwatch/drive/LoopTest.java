package io.rungwatch.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Layer;
import io.rungwatch.sampler.HttpProbe;
import io.rungwatch.sampler.ProbeOptions;
import io.rungwatch.sampler.TargetGuard;
import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.FirstRound;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final Sink NOBODY = new Sink() {
        @Override
        public void accept(PollReport report) {}

        @Override
        public void forget(Where where) {}
    };

    private record Begun(ChannelProfile profile, Instant at, FirstRound firstRound) {
        Duration waits() {
            return Duration.between(at, firstRound.from());
        }
    }

    private final Vertx vertx = Vertx.vertx();
    /** Each reads the clock once: two ticks, that a loop which was held up makes at once, have the same instant. */
    private final AtomicLong ticks = new AtomicLong();

    private final List<Begun> begun = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void thoseThatBeginTogetherBeginTickByTickAndEverMoreOfThem() throws InterruptedException {
        begin(440, loop -> 440);

        assertThat(begun.stream()
                        .collect(Collectors.groupingBy(Begun::at, TreeMap::new, Collectors.counting()))
                        .values())
                .containsExactly(8L, 16L, 24L, 32L, 40L, 48L, 56L, 64L, 72L, 72L, 8L);
        assertThat(begun.getFirst().waits()).as("for ten ticks of a slow loop").isEqualTo(Duration.ofMillis(1500));
        assertThat(begun.getLast().waits()).isZero();
    }

    @Test
    void whoLeavesBeforeItsTurnNeverBeginsAndWhoChangesBeginsAsIsWanted() throws InterruptedException {
        begin(60, loop -> {
            loop.remove("CH_3");
            assertThat(loop.adopt(profile(7, "/other.m3u8"))).isTrue();
            return 59;
        });

        assertThat(begun).extracting(begins -> begins.profile().channel()).doesNotContain("CH_3");
        assertThat(begun)
                .filteredOn(begins -> begins.profile().channel().equals("CH_7"))
                .singleElement()
                .satisfies(begins -> assertThat(begins.profile().hls()).contains("/other.m3u8"));
    }

    /** @param before the first tick; returns how many there are to begin */
    private void begin(int channels, Function<Loop, Integer> before) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<AssertionError> failed = new ArrayList<>();
        vertx.runOnContext(on -> {
            HttpProbe probe = new HttpProbe(
                    vertx,
                    ProbeOptions.of("test", new TargetGuard(Set.of("127.0.0.1:1"))),
                    InstantSource.system(),
                    System::nanoTime);
            Loop loop = new Loop(vertx, probe, () -> NOW.plusSeconds(ticks.incrementAndGet() / 2), NOBODY, late -> {});
            AtomicLong left = new AtomicLong(Long.MAX_VALUE);
            for (int i = 0; i < channels; i++) {
                loop.add(profile(i, "/master.m3u8"), (profile, start, firstRound) -> {
                    begun.add(new Begun(profile, start, firstRound));
                    if (left.decrementAndGet() == 0) {
                        done.countDown();
                    }
                    return new ChannelWatch(profile, List.of(), start.plus(Duration.ofDays(1)));
                });
            }
            try {
                left.set(before.apply(loop));
            } catch (AssertionError e) {
                failed.add(e);
                done.countDown();
            }
        });
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(failed).isEmpty();
    }

    private static ChannelProfile profile(int number, String manifest) {
        try {
            Url nobody = Url.parse("http://127.0.0.1:1/");
            return ChannelProfile.unknown(
                    "CH_" + number,
                    manifest,
                    List.of(new Layer("edge", Layer.Kind.EDGE, "cdn", nobody, Optional.empty())));
        } catch (BadUrl e) {
            throw new AssertionError(e);
        }
    }
}
