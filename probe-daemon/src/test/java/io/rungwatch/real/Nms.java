package io.rungwatch.real;

import io.rungwatch.snmp.Mib;
import io.rungwatch.snmp.SnmpAccess;
import io.rungwatch.snmp.SnmpAccess.Authentication;
import io.rungwatch.snmp.SnmpAccess.Privacy;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's net-snmp as somebody's network management system: it knows the MIB, a community, a user, and where traps go. */
final class Nms implements AutoCloseable {
    static final SnmpAccess COMMUNITY = new SnmpAccess.Community("watchers");
    static final SnmpAccess USER = user(Authentication.SHA_256, Privacy.AES_128);

    private static final Path BASE = Path.of("src/test/resources/mib");
    private static final String AUTH = "authentic enough";
    private static final String PRIV = "private enough";

    private final Path folder;
    private final int port;
    private final List<Program> running = new ArrayList<>();

    private Nms(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static Nms in(Path folder) throws IOException {
        Path mibs = Files.createDirectories(folder.resolve("mibs"));
        for (String base : List.of("SNMPv2-SMI", "SNMPv2-TC", "SNMPv2-CONF")) {
            Files.copy(BASE.resolve(base), mibs.resolve(base));
        }
        Files.writeString(mibs.resolve("RUNGWATCH-MIB"), new Mib(Mib.DOCUMENTATION).text());
        Files.createDirectories(folder.resolve("client/cert_indexes"));
        return new Nms(folder, freePort());
    }

    static SnmpAccess user(Authentication authentication, Privacy privacy) {
        return new SnmpAccess.User("rungwatch", authentication, AUTH, privacy, PRIV);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** @param engine whose traps it believes; empty for informs, which are for its own */
    void listen(String engine, String authentication, String privacy) throws Exception {
        Path conf = Files.writeString(folder.resolve("snmptrapd.conf"), """
                [snmp] persistentDir %s
                authCommunity log watchers
                createUser %srungwatch %s "%s" %s "%s"
                authUser log rungwatch priv
                """.formatted(
                        Files.createDirectories(folder.resolve("persistent")),
                        engine.isEmpty() ? "" : "-e 0x" + engine + " ",
                        authentication,
                        AUTH,
                        privacy,
                        PRIV));
        Files.deleteIfExists(log());
        running.add(Program.start(
                folder,
                log(),
                "snmptrapd",
                "-f",
                "-n",
                "-Lo",
                "-C",
                "-c",
                conf.toString(),
                "-M",
                folder.resolve("mibs").toString(),
                "-m",
                "RUNGWATCH-MIB",
                "-x",
                folder.resolve("agentx").toString(),
                "udp:127.0.0.1:" + port));
        Until.isTrue("snmptrapd listens", () -> running.getLast().isRunning() && told().contains("NET-SNMP version"));
    }

    void hangUp() throws InterruptedException {
        for (Program program : running) {
            program.close();
        }
        running.clear();
    }

    /** What snmptrapd has printed. */
    String told() throws IOException {
        return Files.exists(log()) ? Files.readString(log()) : "";
    }

    List<String> notifications(String type) throws IOException {
        return told().lines()
                .filter(line -> line.contains("OID: RUNGWATCH-MIB::" + type + "\t"))
                .toList();
    }

    /** Runs one of the client programs to its end. */
    String ask(String program, SnmpAccess access, InetSocketAddress agent, String... objects) throws Exception {
        List<String> command = new ArrayList<>(List.of(program, "-t", "2", "-r", "1", "-M"));
        command.add(folder.resolve("mibs").toString());
        command.addAll(List.of("-m", "RUNGWATCH-MIB"));
        command.addAll(arguments(access));
        command.add("udp:127.0.0.1:" + agent.getPort());
        command.addAll(List.of(objects));
        return run(command);
    }

    String run(List<String> command) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SNMPCONFPATH", folder.toString());
        builder.environment()
                .put("SNMP_PERSISTENT_DIR", folder.resolve("client").toString());
        builder.environment().put("SMIPATH", folder.resolve("mibs").toString());
        Process process = builder.start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command.getFirst() + " did not end: " + Files.readString(output));
        }
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }

    private static List<String> arguments(SnmpAccess access) {
        return switch (access) {
            case SnmpAccess.Community community -> List.of("-v2c", "-c", community.community());
            case SnmpAccess.User user ->
                Stream.of(
                                List.of("-v3", "-l", "authPriv", "-u", user.name()),
                                List.of("-a", user.authentication().word(), "-A", user.authKey()),
                                List.of(
                                        "-x",
                                        user.privacy() == Privacy.AES_128 ? "AES" : "AES-256",
                                        "-X",
                                        user.privKey()))
                        .flatMap(List::stream)
                        .toList();
        };
    }

    private Path log() {
        return folder.resolve("snmptrapd.log");
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        hangUp();
    }
}
