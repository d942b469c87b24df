package io.rungwatch.bench.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class in a JVM of its own. It ends when its input does, so nothing is left behind even if this process is killed. */
final class Child implements AutoCloseable {
    private static final int USUAL_END_SECONDS = 5;

    private final Process process;
    private final BufferedReader said;

    private Child(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Class<?> main, List<String> jvmOptions, String... args) throws IOException {
        return start(ProcessBuilder.Redirect.INHERIT, main, jvmOptions, args);
    }

    /** @param log where what it says beside goes */
    static Child start(ProcessBuilder.Redirect log, Class<?> main, List<String> jvmOptions, String... args)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new Child(new ProcessBuilder(command).redirectError(log).start());
    }

    String line() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("a process of the benchmark ended before its time");
        }
        return line;
    }

    /** What it says when it is sent a line. */
    String ask(String question) throws IOException {
        process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return line();
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** VmRSS or VmHWM, in MiB. */
    long memory(String key) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith(key + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no " + key + " of process " + process.pid());
    }

    @Override
    public void close() {
        close(USUAL_END_SECONDS);
    }

    /** @param seconds that it may take for its end */
    void close(int seconds) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
