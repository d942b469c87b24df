package io.rungwatch.bench.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole daemon against the simulator on loopback, each in a process of its own, and wrk and a bare client on the same playlists. What
 * they and the simulator take is not the daemon's.
 */
public final class PollBenchmark {
    private static final int SEGMENT_SECONDS = 6;
    private static final List<String> USUAL = List.of("100", "1000", "300@2");
    private static final int OVERHEAD_SECONDS = 30;

    private PollBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int seconds = 30;
        boolean tracks = false;
        boolean segments = false;
        List<String> channels = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--channels" -> channels.add(args[++i]);
                case "--seconds" -> seconds = Integer.parseInt(args[++i]);
                case "--tracks" -> tracks = true;
                case "--segments" -> segments = true;
                default -> {
                    System.err.println("bench: no such option: " + args[i]);
                    System.exit(2);
                }
            }
        }
        if (!Wrk.isInstalled()) {
            System.err.println("bench: wrk is missing: apt-get install wrk");
            System.exit(2);
        }
        List<Workload> workloads = new ArrayList<>();
        for (String count : channels.isEmpty() ? USUAL : channels) {
            workloads.add(workload(count, tracks, segments));
        }
        System.exit(run(workloads, seconds) ? 0 : 1);
    }

    /** `1000` channels, or `300@2` with segments of so many seconds. */
    private static Workload workload(String argument, boolean tracks, boolean segments) {
        String[] parts = argument.split("@", -1);
        int segment = parts.length > 1 ? Integer.parseInt(parts[1]) : SEGMENT_SECONDS;
        return new Workload(Integer.parseInt(parts[0]), Duration.ofSeconds(segment), tracks, segments);
    }

    private static boolean run(List<Workload> workloads, int seconds) throws IOException, InterruptedException {
        int wait = workloads.size()
                * (Measurement.WARM_UP_SECONDS + Measurement.BARE_WARM_UP_SECONDS + 2 * seconds + OVERHEAD_SECONDS);
        System.out.println("CPU of the daemon per poll, and of wrk per request (" + wait + " s to wait)");
        System.out.println(Figures.HEAD);
        List<String> missed = new ArrayList<>();
        for (Workload workload : workloads) {
            Figures figures = new Measurement(workload, seconds).figures();
            System.out.println(figures);
            missed.addAll(figures.missed());
        }
        System.out.println(missed.isEmpty() ? "PASS  " + Figures.GOAL : "FAIL  " + String.join("; ", missed));
        return missed.isEmpty();
    }
}
