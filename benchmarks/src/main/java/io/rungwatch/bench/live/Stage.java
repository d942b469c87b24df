package io.rungwatch.bench.live;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The simulator in a process of its own, a folder for the daemon that watches it, and the switches of its faults. */
final class Stage implements AutoCloseable {
    /** As the launcher starts it. */
    static final List<String> JVM = List.of("@deploy/jvm.options", "--sun-misc-unsafe-memory-access=allow");

    /** What the JVM has learned of this build, as `learn` of the packages has it, from as much. `./bench` takes away an older build's. */
    private static final Path LEARNED = Path.of("benchmarks/target/classes.aot");

    private static final Workload LESSON = new Workload(50, Duration.ofSeconds(2), true, true);
    /** Older ones cannot learn. */
    private static final boolean LEARNS = Runtime.version().feature() >= 25;

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LEARNING = Duration.ofSeconds(25);
    private static final int LONGEST_END_SECONDS = 60;
    private static final Duration FIRST_RUN = Duration.ofSeconds(20);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Workload workload;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder = Files.createTempDirectory("rungwatch-bench");
    private final Child simulator;
    private final Map<String, URI> layers = new LinkedHashMap<>();
    private final URI faults;

    Stage(Workload workload) throws IOException {
        this.workload = workload;
        simulator = Child.start(SimulatorProcess.class, JVM, workload.argument());
        for (String address : simulator.line().split(" ", -1)) {
            int equals = address.indexOf('=');
            layers.put(address.substring(0, equals), URI.create(address.substring(equals + 1)));
        }
        faults = URI.create(simulator.line() + "/faults");
    }

    /** Addresses by name, upstream first. */
    Map<String, URI> layers() {
        return layers;
    }

    /** What was asked since it was asked this last. */
    Arrivals.Counted arrivals() throws IOException {
        return Arrivals.Counted.parse(simulator.ask("arrivals"));
    }

    /** Switches a fault on; how long it is there stands in the line. */
    void fault(String line) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(faults)
                        .timeout(LONGEST_ANSWER)
                        .POST(BodyPublishers.ofString(line))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("the simulator does not take the fault " + line + ": " + answer.body());
        }
    }

    /** A daemon that answers, started again: the servers that it asks know the questions. With a webhook it has alerts told there. */
    Probe daemon(Optional<URI> webhook) throws IOException, InterruptedException {
        if (LEARNS && !Files.exists(LEARNED)) {
            learn();
        }
        List<String> learned =
                LEARNS ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + LEARNED, "-Xlog:aot=off") : List.of();
        try (Probe first = started(learned, webhook)) {
            first.warmUp(FIRST_RUN, FIRST_RUN);
        }
        return started(learned, webhook);
    }

    private static void learn() throws IOException, InterruptedException {
        try (Stage stage = new Stage(LESSON)) {
            Probe daemon = stage.started(List.of("-XX:AOTCacheOutput=" + LEARNED, "-Xlog:aot=off"), Optional.empty());
            try {
                daemon.warmUp(LEARNING, LEARNING);
            } finally {
                daemon.process().close(LONGEST_END_SECONDS);
            }
        }
        if (!Files.exists(LEARNED)) {
            throw new IOException("the daemon left nothing that it had learned");
        }
    }

    private Probe started(List<String> learning, Optional<URI> webhook) throws IOException, InterruptedException {
        int port = freePort();
        Path file = new DaemonFiles(workload, layers, webhook).write(folder, port);
        Path log = folder.resolve("daemon.log");
        arrivals();
        Instant started = Instant.now();
        Child process = Child.start(
                ProcessBuilder.Redirect.to(log.toFile()), DaemonProcess.class, options(learning), file.toString());
        URI base = URI.create("http://127.0.0.1:" + port);
        try {
            awaitReady(base.resolve("/health/live"));
            return new Probe(process, base.resolve("/metrics"), started);
        } catch (IOException | InterruptedException e) {
            process.close();
            System.err.print(Files.readString(log));
            throw e;
        }
    }

    private void awaitReady(URI health) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(LONGEST_ANSWER).build();
        Instant latest = Instant.now().plus(LONGEST_START);
        while (Instant.now().isBefore(latest)) {
            try {
                client.send(request, BodyHandlers.discarding());
                return;
            } catch (ConnectException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IOException("the daemon does not answer within " + LONGEST_START.toSeconds() + " s");
    }

    /** RUNGWATCH_JAVA_OPTIONS is for trying others, as with the launcher. */
    private static List<String> options(List<String> learning) {
        List<String> options = new ArrayList<>(JVM);
        options.addAll(learning);
        String more = System.getenv("RUNGWATCH_JAVA_OPTIONS");
        if (more != null && !more.isBlank()) {
            options.addAll(Arrays.asList(more.strip().split(" +", -1)));
        }
        return options;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        simulator.close();
        client.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
