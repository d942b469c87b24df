package io.rungwatch.real;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A layer of the chain: a program that answers on a port of its own, and can be told to behave otherwise. */
final class Server implements AutoCloseable {
    /** What the configurations are of, and how the program takes over a changed one. */
    enum Kind {
        NGINX,
        VARNISH
    }

    private static final String PLACE = "# faults: here";

    private final Kind kind;
    private final Path folder;
    private final Map<String, String> values;
    private final String template;
    private final int port;
    private Program program;
    private String configuration;
    private int generation;

    private Server(Kind kind, String file, Path folder, int port, Map<String, String> values) throws Exception {
        this.kind = kind;
        this.folder = Files.createDirectories(folder);
        this.port = port;
        this.template = template(file);
        this.values = new TreeMap<>(values);
        this.values.put("PORT", Integer.toString(port));
        this.values.put("FOLDER", folder.toString());
        this.values.put("USER", System.getProperty("user.name"));
        configuration = template;
        program = start();
    }

    static Server nginx(String file, Path folder, Map<String, String> values) throws Exception {
        return new Server(Kind.NGINX, file, folder, Web.freePort(), values);
    }

    static Server varnish(String file, Path folder, Map<String, String> values) throws Exception {
        return new Server(Kind.VARNISH, file, folder, Web.freePort(), values);
    }

    int port() {
        return port;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    Path folder() {
        return folder;
    }

    /** With lines more where faults have their place. */
    void with(String lines) throws Exception {
        instead(PLACE, lines + "\n" + PLACE);
    }

    /** With other words at one place of its configuration; nobody who asks meanwhile notices, if the program can do that. */
    void instead(String old, String other) throws Exception {
        change(old, other);
        if (kind == Kind.NGINX) {
            program.signal("HUP");
            awaitGeneration();
        } else {
            program.close();
            program = start();
        }
    }

    /** The same, after a start with an empty cache. */
    void insteadAndEmpty(String old, String other) throws Exception {
        program.close();
        empty(folder.resolve("cache"));
        change(old, other);
        program = start();
    }

    private void change(String old, String other) throws IOException {
        if (!configuration.contains(old)) {
            throw new AssertionError("nothing to change: " + old);
        }
        configuration = configuration.replace(old, other);
        generation++;
        write();
    }

    void hang() throws Exception {
        program.signalWorkers("STOP");
    }

    void goOn() throws Exception {
        program.signalWorkers("CONT");
    }

    private Program start() throws Exception {
        Path file = write();
        Path log = folder.resolve("log");
        Program started = kind == Kind.NGINX
                ? Program.start(folder, log, "nginx", "-c", file.toString())
                : Program.start(
                        folder,
                        log,
                        "varnishd",
                        "-F",
                        "-n",
                        folder.resolve("varnish").toString(),
                        "-a",
                        "127.0.0.1:" + port,
                        "-f",
                        file.toString(),
                        "-s",
                        "malloc,64m",
                        "-T",
                        "none",
                        "-j",
                        "none");
        program = started;
        awaitGeneration();
        return started;
    }

    private void awaitGeneration() throws Exception {
        String wanted = Integer.toString(generation);
        Until.isTrue(
                folder.getFileName() + " answers with its configuration " + wanted,
                () -> program.isRunning() && Web.text(base() + "/generation").equals(wanted));
    }

    private Path write() throws IOException {
        String text = configuration.replace("@GENERATION@", Integer.toString(generation));
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace('@' + value.getKey() + '@', value.getValue());
        }
        return Files.writeString(folder.resolve("configuration"), text);
    }

    private static String template(String file) throws IOException {
        try (InputStream in = Server.class.getResourceAsStream("/real/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void empty(Path cache) throws IOException {
        if (Files.exists(cache)) {
            try (var files = Files.walk(cache)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        program.close();
    }
}
