package io.rungwatch.drive;

import io.rungwatch.sampler.HttpProbe;
import io.rungwatch.sampler.ProbeOptions;
import io.rungwatch.watch.ChannelWatch;
import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The driver of `check`: looks until everything has been seen, or for as long as it was told to. */
public final class Once {
    private final Vertx vertx;
    private final ProbeOptions options;
    private final InstantSource clock;
    private final Sink sink;

    public Once(Vertx vertx, ProbeOptions options, InstantSource clock, Sink sink) {
        this.vertx = vertx;
        this.options = options;
        this.clock = clock;
        this.sink = sink;
    }

    /** Returns when all is seen and `atLeast` is over, or after `atMost`, whatever hangs. */
    public void look(List<ChannelWatch> watches, Duration atLeast, Duration atMost) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Instant from = clock.instant().plus(atLeast);
        vertx.runOnContext(start -> {
            HttpProbe probe = new HttpProbe(vertx, options, clock, System::nanoTime);
            Sink until = new Sink() {
                @Override
                public void accept(PollReport report) {
                    if (done.getCount() == 0) {
                        return; // What is on its way now is cut off by us.
                    }
                    sink.accept(report);
                    if (!clock.instant().isBefore(from) && watches.stream().allMatch(ChannelWatch::settled)) {
                        done.countDown();
                    }
                }

                @Override
                public void forget(Where where) {
                    sink.forget(where);
                }
            };
            Loop loop = new Loop(vertx, probe, clock, until, late -> {});
            watches.forEach(loop::add);
            vertx.setTimer(Math.max(1, atMost.toMillis()), timeUp -> done.countDown());
        });
        done.await();
    }
}
