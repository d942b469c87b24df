package io.rungwatch.bench.live;

import io.rungwatch.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * `rungwatch run` as it runs in production, with somebody beside it who answers what its JVM did: `background`, `threads` by name, and `heap`, which
 * is what is left after a collection.
 */
final class DaemonProcess {
    private DaemonProcess() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().name("bench").start(DaemonProcess::answer);
        Main.main(new String[] {"run", "--config", args[0]});
    }

    private static void answer() {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                System.out.println(
                        switch (line) {
                            case "heap" -> heap();
                            case "threads" -> threads();
                            default -> background();
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.exit(0);
    }

    private static String threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .sorted()
                .collect(Collectors.joining("\t"));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String background() {
        long count = 0;
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            count += collector.getCollectionCount();
            millis += collector.getCollectionTime();
        }
        long compiled = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
        return count + " " + millis + " " + compiled;
    }
}
