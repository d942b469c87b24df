package io.rungwatch.bench.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The whole daemon for a while in real time, with faults that come and go: does it stay as it is, and miss nothing? */
public final class SoakBenchmark {
    private static final int CHANNELS = 300;
    private static final Duration SEGMENT = Duration.ofSeconds(6);
    private static final int FAULTS_IN_A_MINUTE = 8;
    /** Of the last third beside the middle one: in the first, what is kept of each rendition, minute and window still fills up. */
    private static final double MOST_GROWTH = 1.05;

    private static final int FEWEST_MINUTES = 9;

    /** A pool makes its threads when it first needs them. */
    private static final int MORE_THREADS = 2;

    private final Workload workload;
    private final int minutes;
    private final Ledger ledger = new Ledger();
    private final List<Double> heap = new ArrayList<>();
    private final List<Double> threads = new ArrayList<>();
    /** Threads of the first minute by name, and those that are new in this one. */
    private final List<String> first = new ArrayList<>();

    private final List<String> since = new ArrayList<>();

    private SoakBenchmark(Workload workload, int minutes) {
        this.workload = workload;
        this.minutes = minutes;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int minutes = 30;
        int channels = CHANNELS;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--minutes" -> minutes = Integer.parseInt(args[++i]);
                case "--channels" -> channels = Integer.parseInt(args[++i]);
                default -> {
                    System.err.println("bench: no such option: " + args[i]);
                    System.exit(2);
                }
            }
        }
        List<String> missed = new SoakBenchmark(new Workload(channels, SEGMENT, false, true), minutes).run();
        System.out.println(
                missed.isEmpty()
                        ? "PASS  the heap no longer grows, no thread too many; each fault was told once, of its layer, and taken back, and nothing else"
                        : "FAIL  " + String.join("\n      ", missed));
        System.exit(missed.isEmpty() ? 0 : 1);
    }

    private List<String> run() throws IOException, InterruptedException {
        System.out.println(workload.name() + ", for " + minutes + " minutes, " + FAULTS_IN_A_MINUTE
                + " faults a minute of seed " + Strikes.SEED);
        try (Stage stage = new Stage(workload);
                Webhook webhook = new Webhook(ledger);
                Probe daemon = stage.daemon(Optional.of(webhook.address()))) {
            daemon.warmUp(ScaleRun.WARM_UP, ScaleRun.WARM_UP);
            Strikes strikes = new Strikes(stage, workload, minutes * FAULTS_IN_A_MINUTE, Duration.ofMinutes(minutes));
            CompletableFuture<Void> striking = CompletableFuture.runAsync(() -> strike(strikes));
            for (int minute = 1; minute <= minutes; minute++) {
                TimeUnit.MINUTES.sleep(1);
                look(daemon, strikes, minute);
            }
            striking.join();
            Outcome outcome = ScaleRun.settled(strikes, ledger);
            System.out.println(outcome.table(workload.segment()));
            return judged(outcome, strikes.struck().size());
        }
    }

    private static void strike(Strikes strikes) {
        try {
            strikes.run();
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Probe daemon, Strikes strikes, int minute) throws IOException {
        heap.add(daemon.heap() / (double) (1 << 20));
        List<String> running = daemon.threads();
        threads.add((double) running.size());
        if (minute == 1) {
            first.addAll(running);
        }
        since.clear();
        since.addAll(running);
        first.forEach(since::remove);
        Outcome outcome = Outcome.of(strikes.struck(), ledger, Instant.now());
        System.out.printf(
                Locale.ROOT,
                "minute %3d: heap %6.1f MiB, %3.0f threads, RSS %4d MiB, %4d faults, %4d told, %3d open, wrong: %d, false alarms: %d, own: %d%n",
                minute,
                heap.getLast(),
                threads.getLast(),
                daemon.process().memory("VmRSS"),
                strikes.struck().size(),
                outcome.detections().size(),
                outcome.open(),
                outcome.wrong().size(),
                outcome.falseAlarms().size(),
                outcome.own().size());
    }

    private List<String> judged(Outcome outcome, int faults) {
        Trend memory = new Trend(heap);
        Trend count = new Trend(threads);
        System.out.printf(
                Locale.ROOT,
                "heap after collection, by thirds: %.1f, %.1f, %.1f MiB; threads: %.1f, %.1f, new: %s%n",
                memory.firstThird(),
                memory.middleThird(),
                memory.lastThird(),
                count.firstThird(),
                count.lastThird(),
                since);
        System.out.println(faults + " faults, " + outcome.counts());
        List<String> missed = outcome.objections();
        if (minutes < FEWEST_MINUTES) {
            missed.add("whether the heap grows shows after " + FEWEST_MINUTES + " minutes at the earliest: --minutes "
                    + FEWEST_MINUTES);
        } else if (memory.lastThird() > memory.middleThird() * MOST_GROWTH) {
            missed.add(
                    String.format(Locale.ROOT, "the heap grew to %.2f x", memory.lastThird() / memory.middleThird()));
        }
        if (count.lastThird() > count.firstThird() + MORE_THREADS) {
            missed.add(String.format(
                    Locale.ROOT, "threads: %.1f, then %.1f with %s", count.firstThird(), count.lastThird(), since));
        }
        return missed;
    }
}
