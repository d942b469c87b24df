package io.rungwatch.bench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The floor: wrk, in C, on the playlists that the daemon polls. It knows one server only, so it visits the layers one after the other. By
 * itself it asks as fast as it is answered, awake all the time; paced it asks about as often as the daemon and, like the daemon, sleeps in
 * between.
 */
final class Wrk implements AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final int PAUSE_MILLIS = 20;
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern CPU = Pattern.compile("cpu ([\\d.]+) ([\\d.]+)");
    private static final String SCRIPT = """
            local requests, next = {}, 0
            function init(args)
                for path in io.lines(args[1]) do requests[#requests + 1] = wrk.format("GET", path) end
            end
            function request()
                next = next % #requests + 1
                return requests[next]
            end
            """;

    private static final String PACED = SCRIPT + "function delay() return " + PAUSE_MILLIS + " end\n";

    private final Collection<URI> layers;
    private final int pacedConnections;
    private final Path folder = Files.createTempDirectory("rungwatch-bench");
    private final Path script = Files.writeString(folder.resolve("playlists.lua"), SCRIPT);
    private final Path pacedScript = Files.writeString(folder.resolve("paced.lua"), PACED);
    private final Path paths;
    private final Count full = new Count();
    private final Count paced = new Count();

    private static final class Count {
        double seconds;
        long requests;

        double micros() {
            return seconds * 1e6 / requests;
        }
    }

    Wrk(Workload workload, Collection<URI> layers) throws IOException {
        this.layers = layers;
        this.pacedConnections = (int) Math.max(1, workload.pollsPerSecond() * PAUSE_MILLIS / 1000);
        List<String> all = new ArrayList<>();
        String first = workload.simulated().channels().getFirst().id();
        List<String> playlists = playlists(layers.iterator().next().resolve(Workload.manifest(first)));
        for (var channel : workload.simulated().channels()) {
            for (String playlist : playlists) {
                all.add("/live/" + channel.id() + "/" + playlist.replace(first, channel.id()));
            }
        }
        paths = Files.write(folder.resolve("paths"), all);
    }

    static boolean isInstalled() throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v wrk")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    void run(int secondsPerLayer) throws IOException {
        for (URI layer : layers) {
            run(layer, CONNECTIONS, secondsPerLayer, script, full);
            run(layer, pacedConnections, secondsPerLayer, pacedScript, paced);
        }
    }

    /** A file with the playlists' paths, a line each. */
    Path paths() {
        return paths;
    }

    double micros() {
        return full.micros();
    }

    double pacedMicros() {
        return paced.micros();
    }

    private void run(URI layer, int connections, int duration, Path lua, Count count) throws IOException {
        String wrk = "wrk -t1 -c" + connections + " -d" + duration + "s -s " + lua + " " + layer + " -- " + paths;
        Process bash = new ProcessBuilder("bash", "-c", "TIMEFORMAT='cpu %U %S'; time " + wrk)
                .redirectErrorStream(true)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher counted = REQUESTS.matcher(out);
        Matcher cpu = CPU.matcher(out);
        if (!counted.find() || !cpu.find() || out.contains("Non-2xx")) {
            throw new IOException("wrk did not get its playlists:\n" + out);
        }
        count.requests += Long.parseLong(counted.group(1));
        count.seconds += Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2));
    }

    private static List<String> playlists(URI manifest) throws IOException {
        List<String> playlists = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(manifest.toURL().openStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int uri = line.indexOf("URI=\"");
                if (uri >= 0) {
                    playlists.add(line.substring(uri + 5, line.indexOf('"', uri + 5)));
                } else if (!line.isEmpty() && line.charAt(0) != '#') {
                    playlists.add(line);
                }
            }
        }
        return playlists;
    }

    @Override
    public void close() throws IOException {
        for (Path file : List.of(script, pacedScript, paths, folder)) {
            Files.deleteIfExists(file);
        }
    }
}
