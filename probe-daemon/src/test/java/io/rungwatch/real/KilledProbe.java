package io.rungwatch.real;

import io.rungwatch.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The daemon as a process of its own, that is killed and started again on the same folder. */
final class KilledProbe implements AutoCloseable {
    private final Path folder;
    private final Path log;
    private final List<String> wrapper;
    private String classPath = System.getProperty("java.class.path");
    private List<String> options = List.of();
    private @Nullable Process process;

    /** @param folder with `rungwatch.yaml` in it */
    KilledProbe(Path folder) {
        this(folder, List.of());
    }

    /** @param wrapper a command that becomes the one that follows it */
    KilledProbe(Path folder, List<String> wrapper) {
        this.folder = folder;
        this.wrapper = List.copyOf(wrapper);
        log = folder.resolve("probe.log");
    }

    /** Options of its Java. */
    KilledProbe with(String... more) {
        options = List.of(more);
        return this;
    }

    /** From jars, as it is installed: they are open already when it needs one more class. */
    KilledProbe packed() throws IOException {
        List<String> packed = new ArrayList<>();
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.isEmpty()) {
                // A class path may end with a separator; as a folder it would be all that there is.
                continue;
            }
            if (Files.isDirectory(Path.of(entry))) {
                String file = folder.resolve("packed-" + packed.size() + ".jar").toString();
                int code =
                        jar.run(System.out, System.err, "--create", "--no-compress", "--file", file, "-C", entry, ".");
                packed.add(code == 0 ? file : entry);
            } else {
                packed.add(entry);
            }
        }
        classPath = String.join(File.pathSeparator, packed);
        return this;
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto"));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                classPath,
                "io.rungwatch.Main",
                "run",
                "--config",
                folder.resolve("rungwatch.yaml").toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Or says why it is not. */
    void isRunning() throws IOException {
        if (process == null || !process.isAlive()) {
            throw new AssertionError("it ended by itself:\n" + log());
        }
    }

    /** Asks it to read its configuration again, as administrators do. */
    void hangUp() throws IOException, InterruptedException {
        signal("HUP");
    }

    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start();
        if (!kill.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("no signal can be sent");
        }
    }

    long pid() {
        return Objects.requireNonNull(process).pid();
    }

    /** As the kernel does when memory is out: no hook runs, nothing is flushed. */
    void kill() throws InterruptedException, IOException {
        isRunning();
        Process running = Objects.requireNonNull(process);
        running.destroyForcibly();
        if (!running.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("it cannot be killed");
        }
    }

    /** The ids of alerts that stand in the journal as told, or to be told. */
    Set<String> written() throws SQLException {
        Set<String> ids = new HashSet<>();
        Path journal = folder.resolve("state/journal.db");
        if (!new File(journal.toString()).exists()) {
            return ids;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select body from entry where receivers <> '#history'")) {
                while (rows.next()) {
                    ids.add(Json.read(rows.getString(1).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .path("notice")
                            .path("id")
                            .asString());
                }
            }
        }
        return ids;
    }

    String log() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }
}
