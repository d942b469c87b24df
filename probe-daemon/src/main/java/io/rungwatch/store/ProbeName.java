package io.rungwatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a probe is called that nobody gave a name. Asks no resolver: that may take its time, and answers `localhost` at that. */
public final class ProbeName {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");
    private static final String NOBODY = "rungwatch";

    private ProbeName() {}

    public static String ofThisHost() {
        try {
            return of(Files.readString(KERNEL));
        } catch (IOException e) {
            Map<String, String> environment = System.getenv();
            return of(environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", "")));
        }
    }

    private static String of(String name) {
        String host = name.strip();
        return host.isEmpty() ? NOBODY : host;
    }
}
