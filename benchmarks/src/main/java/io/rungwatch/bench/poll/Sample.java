package io.rungwatch.bench.poll;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the daemon did while nobody asked it anything; the scrape before and after is counted by itself. */
record Sample(
        double pollsPerSecond,
        double core,
        Duration scrapeCpu,
        Child.Background background,
        double seconds,
        Scrape seen) {

    static Sample of(Child daemon, int port, long millis) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        Duration used = daemon.cpu();
        Scrape first = Scrape.of(port);
        Child.Background before = daemon.background();
        long start = System.nanoTime();
        Duration idle = daemon.cpu();
        TimeUnit.MILLISECONDS.sleep(millis);
        Duration busy = daemon.cpu();
        double seconds = (System.nanoTime() - start) / 1e9;
        Child.Background after = daemon.background();
        double between = (System.nanoTime() - asked) / 1e9;
        Scrape seen = Scrape.of(port).minus(first);
        return new Sample(
                seen.polls() / between,
                busy.minus(idle).toNanos() / 1e9 / seconds,
                idle.minus(used),
                after.minus(before),
                seconds,
                seen);
    }

    static Sample median(List<Sample> samples) {
        return samples.stream()
                .sorted((a, b) -> Double.compare(a.microsPerPoll(), b.microsPerPoll()))
                .toList()
                .get(samples.size() / 2);
    }

    double microsPerPoll() {
        return core * 1e6 / pollsPerSecond;
    }
}
