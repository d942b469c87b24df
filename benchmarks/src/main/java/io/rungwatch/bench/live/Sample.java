package io.rungwatch.bench.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the daemon did while nobody asked it anything; the scrape before and after is counted by itself. */
record Sample(
        double pollsPerSecond,
        double core,
        Duration scrapeCpu,
        Probe.Background background,
        double seconds,
        Scrape seen) {

    private static final int WINDOWS = 3;
    /** Longer than the daemon hands out the same page of metrics: one that is made already costs nothing. */
    private static final long UNTIL_A_NEW_PAGE_MILLIS = 1100;

    static Sample of(Probe daemon, long millis) throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(UNTIL_A_NEW_PAGE_MILLIS);
        long asked = System.nanoTime();
        Duration used = daemon.process().cpu();
        Scrape first = daemon.scrape();
        Probe.Background before = daemon.background();
        long start = System.nanoTime();
        Duration idle = daemon.process().cpu();
        TimeUnit.MILLISECONDS.sleep(millis);
        Duration busy = daemon.process().cpu();
        double seconds = (System.nanoTime() - start) / 1e9;
        Probe.Background after = daemon.background();
        double between = (System.nanoTime() - asked) / 1e9;
        Scrape seen = daemon.scrape().minus(first);
        return new Sample(
                seen.polls() / between,
                busy.minus(idle).toNanos() / 1e9 / seconds,
                idle.minus(used),
                after.minus(before),
                seconds,
                seen);
    }

    /** The middle one of three that take so long together. */
    static Sample median(Probe daemon, long millis) throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            samples.add(of(daemon, millis / WINDOWS));
        }
        return samples.stream()
                .sorted((a, b) -> Double.compare(a.microsPerPoll(), b.microsPerPoll()))
                .toList()
                .get(samples.size() / 2);
    }

    double samplesPerSecond() {
        return seen.samples() / seconds;
    }

    double megabytesPerSecond() {
        return seen.sampleBytes() / 1e6 / seconds;
    }

    double microsPerPoll() {
        return core * 1e6 / pollsPerSecond;
    }
}
