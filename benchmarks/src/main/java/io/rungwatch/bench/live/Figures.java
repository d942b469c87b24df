package io.rungwatch.bench.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One row: the middle one of some windows, beside wrk. Memory in MiB. */
record Figures(
        Workload workload,
        Sample daemon,
        double microsOfWrk,
        double microsOfPacedWrk,
        double microsBare,
        long memory,
        long memoryPeak) {
    private static final double MOST_TIMES_WRK = 3;
    private static final double LATEST_MILLIS = 500;
    private static final long MOST_MEMORY = 1024;

    static final String GOAL =
            "within 3 x of a wrk that asks as often, p99 lateness below 500 ms, RSS below 1 GiB, under one core";
    static final String HEAD = String.format(
            "%-24s %8s %8s %14s %14s %14s %5s %9s %9s %8s %7s %12s %10s",
            "channels x rungs x layers",
            "polls/s",
            "us/poll",
            "wrk us, ratio",
            "paced, ratio",
            "bare, ratio",
            "core",
            "late p50",
            "late p99",
            "RSS MiB",
            "peak",
            "GC ms/min",
            "scrape ms");

    Figures beside(double wrk, double pacedWrk, double bare) {
        return new Figures(workload, daemon, wrk, pacedWrk, bare, memory, memoryPeak);
    }

    private double ratio(double floor) {
        return daemon.microsPerPoll() / floor;
    }

    private double late(double share) {
        return daemon.seen().lateness(share);
    }

    /** The cost of a poll is promised at the load where polls share their wake-ups, and beside a floor that sleeps as often: ADR 11. */
    private boolean isFull() {
        return workload.pollsPerSecond() >= Workload.FULL;
    }

    List<String> missed() {
        List<String> missed = new ArrayList<>();
        if (isFull() && ratio(microsOfPacedWrk) > MOST_TIMES_WRK) {
            missed.add(String.format(Locale.ROOT, "%s: %.2f x wrk", workload.name(), ratio(microsOfPacedWrk)));
        }
        if (!(late(0.99) < LATEST_MILLIS)) {
            missed.add(String.format(Locale.ROOT, "%s: p99 %.0f ms late", workload.name(), late(0.99)));
        }
        if (memoryPeak >= MOST_MEMORY) {
            missed.add(workload.name() + ": " + memoryPeak + " MiB");
        }
        if (daemon.core() >= 1) {
            missed.add(String.format(Locale.ROOT, "%s: %.2f cores", workload.name(), daemon.core()));
        }
        if (daemon.seen().troubled() + daemon.seen().findings() > 0) {
            missed.add(workload.name() + ": " + daemon.seen().troubled() + " polls failed, "
                    + daemon.seen().findings() + " findings on clean streams");
        }
        return missed;
    }

    @Override
    public String toString() {
        double minutes = daemon.seconds() / 60;
        return String.format(
                Locale.ROOT,
                "%-25s %8.0f %8.1f %6.1f, %5.2fx %6.1f, %5.2fx %6.1f, %5.2fx %4.0f%% %6.1f ms %6.1f ms %8d %7d %6.0f (%2.0f) %10d",
                workload.name(),
                daemon.pollsPerSecond(),
                daemon.microsPerPoll(),
                microsOfWrk,
                ratio(microsOfWrk),
                microsOfPacedWrk,
                ratio(microsOfPacedWrk),
                microsBare,
                ratio(microsBare),
                daemon.core() * 100,
                late(0.50),
                late(0.99),
                memory,
                memoryPeak,
                daemon.background().collectionMillis() / minutes,
                daemon.background().collections() / minutes,
                daemon.scrapeCpu().toMillis());
    }
}
