package io.rungwatch.bench.live;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One workload: wrk, then the daemon until it is warm and some windows more, then a bare client, then wrk again. */
final class Measurement {
    static final int WARM_UP_SECONDS = 60;

    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);
    private static final int WRK_SECONDS_PER_LAYER = 2;
    static final int BARE_WARM_UP_SECONDS = 30;

    private final Workload workload;
    private final int seconds;

    Measurement(Workload workload, int seconds) {
        this.workload = workload;
        this.seconds = seconds;
    }

    Figures figures() throws IOException, InterruptedException {
        try (Stage stage = new Stage(workload);
                Wrk wrk = new Wrk(workload, stage.layers().values())) {
            wrk.run(WRK_SECONDS_PER_LAYER);
            Figures figures = daemon(stage);
            double bare = bare(wrk.paths(), stage.layers().values());
            wrk.run(WRK_SECONDS_PER_LAYER);
            return figures.beside(wrk.micros(), wrk.pacedMicros(), bare);
        }
    }

    private double bare(Path paths, Collection<URI> layers) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(workload.pollsPerSecond()), paths.toString()));
        layers.forEach(layer -> arguments.add(layer.toString()));
        try (Child bare = Child.start(BareProcess.class, Stage.JVM, arguments.toArray(String[]::new))) {
            TimeUnit.SECONDS.sleep(BARE_WARM_UP_SECONDS);
            long before = Long.parseLong(bare.ask("read"));
            Duration idle = bare.cpu();
            TimeUnit.SECONDS.sleep(seconds);
            Duration busy = bare.cpu();
            return busy.minus(idle).toNanos() / 1e3 / (Long.parseLong(bare.ask("read")) - before);
        }
    }

    private Figures daemon(Stage stage) throws IOException, InterruptedException {
        try (Probe daemon = stage.daemon(Optional.empty())) {
            daemon.warmUp(Duration.ofSeconds(WARM_UP_SECONDS), LONGEST_WARM_UP);
            Sample middle = Sample.median(daemon, seconds * 1000L);
            return new Figures(
                    workload,
                    middle,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    daemon.process().memory("VmRSS"),
                    daemon.process().memory("VmHWM"));
        }
    }
}
