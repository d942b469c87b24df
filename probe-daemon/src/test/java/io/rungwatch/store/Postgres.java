package io.rungwatch.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL of Debian, with a cluster of its own, for the length of a test. It does not run as root. */
public final class Postgres implements AutoCloseable {
    public static final String USER = "probe";
    public static final String PASSWORD = "pssst";

    private static final String NOBODY = "postgres";
    private static final int LONGEST_SECONDS = 60;

    private final Path folder;
    private final Path bin = bin();
    private final int port;
    private Process server;
    private int databases;

    private Postgres() throws Exception {
        folder = Files.createTempDirectory(
                "rungwatch-pg", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Path data = Files.createDirectory(folder.resolve("data"));
        if (isRoot()) {
            for (Path each : List.of(data, password, folder)) {
                Files.setOwner(
                        each,
                        each.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
            }
        }
        Process made = start(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-N",
                "--locale=C.UTF-8",
                "-E",
                "UTF8");
        if (!made.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new AssertionError("initdb: " + log("initdb"));
        }
        port = freePort();
        server = serve();
    }

    public static Postgres start() throws Exception {
        return new Postgres();
    }

    /** A new database; its address. */
    public String fresh() throws SQLException {
        String name = "history_" + ++databases;
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** At once and without a word to anybody, as when the machine dies. */
    public void kill() throws Exception {
        signal("QUIT", server.toHandle());
        if (!server.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it lives on: " + log("postgres"));
        }
    }

    public void startAgain() throws Exception {
        server = serve();
    }

    /** All of its processes stand still; connections stay open, and nobody answers. */
    void hang() throws Exception {
        signal("STOP", server.toHandle());
        for (ProcessHandle worker : server.children().toList()) {
            signal("STOP", worker);
        }
    }

    void goOn() throws Exception {
        for (ProcessHandle worker : server.children().toList()) {
            signal("CONT", worker);
        }
        signal("CONT", server.toHandle());
    }

    private Process serve() throws Exception {
        Process started = start(
                "postgres",
                "-D",
                folder.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=" + folder,
                "-c",
                "fsync=off");
        Wait.until("PostgreSQL answers", () -> {
            if (!started.isAlive()) {
                throw new AssertionError("it ended: " + log("postgres"));
            }
            try (Connection connection = connect("postgres")) {
                return connection.isValid(1);
            } catch (SQLException e) {
                return false;
            }
        });
        return started;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, PASSWORD);
    }

    private Process start(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".log").toFile())
                .start();
    }

    private String log(String program) throws IOException {
        return Files.readString(folder.resolve(program + ".log"));
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        new ProcessBuilder("/bin/kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path bin() {
        Path versions = Path.of("/usr/lib/postgresql");
        try (Stream<Path> all = Files.isDirectory(versions) ? Files.list(versions) : Stream.empty()) {
            return all.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new AssertionError(
                            "PostgreSQL is missing: apt-get install postgresql, or run ./test --fast"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws Exception {
        goOn();
        kill();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
