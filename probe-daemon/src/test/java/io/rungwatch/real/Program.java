package io.rungwatch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program from a Debian package, running for the length of a test. */
final class Program implements AutoCloseable {
    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Program start(Path folder, Path log, String name, String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of(find(name)), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Program(process, log);
    }

    private static String find(String name) {
        String debian = name.equals("varnishd") ? "varnish" : name;
        return Stream.of("/usr/sbin", "/usr/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(name + " is missing: apt-get install " + debian + ", or run ./test --fast"));
    }

    /** Or says why it is not. */
    boolean isRunning() throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("it ended: " + Files.readString(log));
        }
        return true;
    }

    /** To itself. */
    void signal(String name) throws IOException, InterruptedException {
        signal(name, process.pid());
    }

    /** To the processes that do its work. */
    void signalWorkers(String name) throws IOException, InterruptedException {
        for (ProcessHandle worker : process.children().toList()) {
            signal(name, worker.pid());
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    /** Who is stopped cannot end. */
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> workers = process.children().toList();
        try {
            signalWorkers("CONT");
        } catch (IOException e) {
            workers.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        workers.forEach(ProcessHandle::destroyForcibly);
    }
}
