package io.rungwatch.bench.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One row of `./bench scale`: wrk, the daemon from its start on, quiet minutes, then faults until they are over, then wrk again. */
final class ScaleRun {
    static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final int WRK_SECONDS_PER_LAYER = 2;
    private static final int MOST_FAULTS = 50;
    private static final int LOOK_SECONDS = 2;

    private final Workload workload;
    private final int minutes;

    ScaleRun(Workload workload, int minutes) {
        this.workload = workload;
        this.minutes = minutes;
    }

    static int faults(int minutes) {
        return Math.min(MOST_FAULTS, minutes * Strikes.MOST_IN_A_MINUTE);
    }

    ScaleFigures figures() throws IOException, InterruptedException {
        Ledger ledger = new Ledger();
        try (Stage stage = new Stage(workload);
                Wrk wrk = new Wrk(workload, stage.layers().values());
                Webhook webhook = new Webhook(ledger)) {
            wrk.run(WRK_SECONDS_PER_LAYER);
            ScaleFigures figures = daemon(stage, webhook, ledger);
            wrk.run(WRK_SECONDS_PER_LAYER);
            return figures.beside(wrk.micros(), wrk.pacedMicros());
        }
    }

    private ScaleFigures daemon(Stage stage, Webhook webhook, Ledger ledger) throws IOException, InterruptedException {
        try (Probe daemon = stage.daemon(Optional.of(webhook.address()))) {
            daemon.warmUp(WARM_UP, WARM_UP.plusMinutes(minutes));
            Startup startup = Startup.of(daemon.started(), stage.arrivals(), workload);
            Scrape before = daemon.scrape();
            Sample quiet = Sample.median(daemon, minutes * 60_000L);
            Outcome outcome = strike(stage, ledger);
            return new ScaleFigures(
                    workload,
                    startup,
                    quiet,
                    daemon.scrape().minus(before),
                    outcome,
                    daemon.process().memory("VmRSS"),
                    daemon.process().memory("VmHWM"),
                    Double.NaN,
                    Double.NaN);
        }
    }

    private Outcome strike(Stage stage, Ledger ledger) throws IOException, InterruptedException {
        int faults = faults(minutes);
        Strikes strikes = new Strikes(
                stage,
                workload,
                faults,
                Duration.ofMinutes(1).multipliedBy(faults).dividedBy(Strikes.MOST_IN_A_MINUTE));
        strikes.run();
        return settled(strikes, ledger);
    }

    /** Once each fault is told and taken back, or should be. */
    static Outcome settled(Strikes strikes, Ledger ledger) throws InterruptedException {
        Outcome outcome = Outcome.of(strikes.struck(), ledger, Instant.now());
        while (outcome.open() > 0) {
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            outcome = Outcome.of(strikes.struck(), ledger, Instant.now());
        }
        return outcome;
    }
}
