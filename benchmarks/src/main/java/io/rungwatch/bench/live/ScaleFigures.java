package io.rungwatch.bench.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One row of `./bench scale`. Memory in MiB.
 *
 * @param quiet the middle one of some windows in which nothing was broken
 * @param seen with the faults
 */
record ScaleFigures(
        Workload workload,
        Startup startup,
        Sample quiet,
        Scrape seen,
        Outcome outcome,
        long memory,
        long memoryPeak,
        double microsOfWrk,
        double microsOfPacedWrk) {
    private static final double LATEST_MILLIS = 500;
    private static final long MOST_MEMORY = 1024;
    private static final long MOST_SERIES = 150;
    private static final Duration LONGEST_START = Duration.ofSeconds(5);
    private static final double GREATEST_BURST = 2;

    static final String GOAL =
            "under one core, RSS below 1 GiB, p99 lateness below 500 ms, below 150 series a channel, first polls "
                    + "within 5 s without a burst, each fault told in time and taken back, no false alarm, cost grows linearly";
    static final String HEAD = String.format(
            "%-24s %8s %9s %7s %5s %12s %9s %9s %8s %6s %16s %9s %15s %6s %18s %13s",
            "channels x rungs x layers",
            "polls/s",
            "samples/s",
            "MB/s",
            "core",
            "us/channel/s",
            "late p50",
            "late p99",
            "RSS MiB",
            "peak",
            "scrape",
            "series/ch",
            "1st poll, all",
            "burst",
            "told p50, p99",
            "wrk us, paced");

    ScaleFigures beside(double wrk, double pacedWrk) {
        return new ScaleFigures(workload, startup, quiet, seen, outcome, memory, memoryPeak, wrk, pacedWrk);
    }

    /** Microseconds of CPU that a channel takes in each second. */
    double costOfChannel() {
        return quiet.core() * 1e6 / workload.channels();
    }

    /** Few channels are all asked for the first time within a second, and may be. */
    private boolean isFull() {
        return workload.pollsPerSecond() >= Workload.FULL;
    }

    private double late(double share) {
        return seen.lateness(share);
    }

    private long series() {
        return seen.series() / workload.channels();
    }

    private double told(double share) {
        return outcome.latency(share).orElse(Double.NaN);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }

    List<String> missed() {
        List<String> missed = new ArrayList<>();
        if (quiet.core() >= 1) {
            missed.add(String.format(Locale.ROOT, "%.2f cores", quiet.core()));
        }
        if (memoryPeak >= MOST_MEMORY) {
            missed.add(memoryPeak + " MiB");
        }
        if (!(late(0.99) < LATEST_MILLIS)) {
            missed.add(String.format(Locale.ROOT, "p99 %.0f ms late", late(0.99)));
        }
        if (series() >= MOST_SERIES) {
            missed.add(series() + " series a channel");
        }
        if (startup.allChannels().compareTo(LONGEST_START) >= 0) {
            missed.add(String.format(Locale.ROOT, "all channels polled after %.1f s", seconds(startup.allChannels())));
        }
        if (isFull() && !(startup.burst() <= GREATEST_BURST)) {
            missed.add(String.format(Locale.ROOT, "first polls %.1f x the usual at once", startup.burst()));
        }
        if (quiet.seen().troubled() > 0) {
            missed.add(quiet.seen().troubled() + " polls failed or not judged before anything was broken");
        }
        if (quiet.seen().findings() > 0) {
            missed.add(quiet.seen().findings() + " findings on clean streams");
        }
        missed.addAll(outcome.late(workload.segment()));
        missed.addAll(outcome.objections());
        missed.replaceAll(what -> workload.name() + ": " + what);
        return missed;
    }

    /** What was told of the faults, a line for each kind. */
    String faults() {
        return outcome.table(workload.segment()) + "\n    " + outcome.counts();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-25s %8.0f %9.1f %7.1f %4.0f%% %12.0f %6.1f ms %6.1f ms %8d %6d %6.0f ms %4d KiB %9d %6.1f s, %4.1f s %6.1f %7.1f s, %5.1f s %5.1f, %6.1f",
                workload.name(),
                quiet.pollsPerSecond(),
                quiet.samplesPerSecond(),
                quiet.megabytesPerSecond(),
                quiet.core() * 100,
                costOfChannel(),
                late(0.50),
                late(0.99),
                memory,
                memoryPeak,
                seen.weight().millis(),
                seen.weight().bytes() / 1024,
                series(),
                seconds(startup.firstPoll()),
                seconds(startup.allChannels()),
                startup.burst(),
                told(0.50),
                told(0.99),
                microsOfWrk,
                microsOfPacedWrk);
    }

    /** In the docs. */
    static final String MARKDOWN_HEAD = """
            | channels | polls/s | samples/s | one core | a channel | memory, at most | late, p50 and p99 | scrape | first poll, of the first and of all channels | a fault is told after, p50 and p99 | wrk, a request |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %,d | %,.0f | %,.0f (%,.0f MB/s) | %.0f %% | %.0f µs each second | %d MiB | %.0f ms, %.0f ms | %.0f ms, %,d KiB, %d series a channel | after %.1f s, %.1f s | %.1f s, %.1f s (%s) | %.1f µs |%n",
                workload.channels(),
                quiet.pollsPerSecond(),
                quiet.samplesPerSecond(),
                quiet.megabytesPerSecond(),
                quiet.core() * 100,
                costOfChannel(),
                memoryPeak,
                late(0.50),
                late(0.99),
                seen.weight().millis(),
                seen.weight().bytes() / 1024,
                series(),
                seconds(startup.firstPoll()),
                seconds(startup.allChannels()),
                told(0.50),
                told(0.99),
                outcome.inShort(),
                microsOfWrk);
    }
}
