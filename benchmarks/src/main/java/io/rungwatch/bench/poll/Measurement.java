package io.rungwatch.bench.poll;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One workload: wrk, then the daemon until it is warm and some windows more, then a bare client, then wrk again. */
final class Measurement {
    static final int WARM_UP_SECONDS = 60;

    private static final int WRK_SECONDS_PER_LAYER = 2;
    static final int BARE_WARM_UP_SECONDS = 30;

    private static final int LONGEST_WARM_UP_SECONDS = 300;
    private static final int STILL_COMPILING_MILLIS = 30;
    private static final int SCRAPE_SECONDS = 5;
    private static final int WINDOWS = 3;

    /** As the launcher starts it. */
    private static final List<String> JVM = List.of("@deploy/jvm.options", "--sun-misc-unsafe-memory-access=allow");

    private final Workload workload;
    private final int seconds;

    Measurement(Workload workload, int seconds) {
        this.workload = workload;
        this.seconds = seconds;
    }

    Figures figures() throws IOException, InterruptedException {
        try (Child simulator = Child.start(SimulatorProcess.class, JVM, workload.argument())) {
            String addresses = simulator.line();
            List<URI> layers = Arrays.stream(addresses.split(" ", -1))
                    .map(address -> URI.create(address.substring(address.indexOf('=') + 1)))
                    .toList();
            try (Wrk wrk = new Wrk(workload, layers)) {
                wrk.run(WRK_SECONDS_PER_LAYER);
                Figures figures = daemon(addresses);
                double bare = bare(wrk.paths(), layers);
                wrk.run(WRK_SECONDS_PER_LAYER);
                return figures.beside(wrk.micros(), wrk.pacedMicros(), bare);
            }
        }
    }

    private double bare(Path paths, List<URI> layers) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(workload.pollsPerSecond()), paths.toString()));
        layers.forEach(layer -> arguments.add(layer.toString()));
        try (Child bare = Child.start(BareProcess.class, JVM, arguments.toArray(String[]::new))) {
            TimeUnit.SECONDS.sleep(BARE_WARM_UP_SECONDS);
            long before = Long.parseLong(bare.ask());
            Duration idle = bare.cpu();
            TimeUnit.SECONDS.sleep(seconds);
            Duration busy = bare.cpu();
            return busy.minus(idle).toNanos() / 1e3 / (Long.parseLong(bare.ask()) - before);
        }
    }

    private Figures daemon(String layers) throws IOException, InterruptedException {
        try (Child daemon = Child.start(DaemonProcess.class, options(), workload.argument(), layers)) {
            return figures(daemon);
        }
    }

    private Figures figures(Child daemon) throws IOException, InterruptedException {
        int port = Integer.parseInt(daemon.line());
        warmUp(daemon, port);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < WINDOWS; i++) {
            samples.add(Sample.of(daemon, port, seconds * 1000L / WINDOWS));
        }
        return new Figures(
                workload,
                Sample.median(samples),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                daemon.memory("VmRSS"),
                daemon.memory("VmHWM"));
    }

    /** Until the compilers have nearly nothing left to do. */
    private static void warmUp(Child daemon, int port) throws IOException, InterruptedException {
        long compiling = Long.MAX_VALUE;
        for (int passed = 0;
                passed < WARM_UP_SECONDS || compiling > STILL_COMPILING_MILLIS && passed < LONGEST_WARM_UP_SECONDS;
                passed += SCRAPE_SECONDS) {
            Child.Background before = daemon.background();
            TimeUnit.SECONDS.sleep(SCRAPE_SECONDS);
            Scrape.of(port);
            compiling = daemon.background().minus(before).compilationMillis();
        }
    }

    /** RUNGWATCH_JAVA_OPTIONS is for trying others, as with the launcher. */
    private static List<String> options() {
        List<String> options = new ArrayList<>(JVM);
        String more = System.getenv("RUNGWATCH_JAVA_OPTIONS");
        if (more != null && !more.isBlank()) {
            options.addAll(Arrays.asList(more.strip().split(" +", -1)));
        }
        return options;
    }
}
