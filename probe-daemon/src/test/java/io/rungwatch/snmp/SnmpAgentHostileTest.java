package io.rungwatch.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody may send it anything. */
class SnmpAgentHostileTest {
    /** GetRequest of sysUpTime.0, v2c, community "watchers". */
    private static final byte[] QUESTION = HexFormat.of()
            .parseHex("302902010104087761746368657273a01a02020102020100020100300e300c06082b060102010103000500");

    @TempDir
    private Path folder;

    @Test
    void brokenPacketsDoNotSilenceIt() throws Exception {
        try (SnmpAgent agent = agent(List::of);
                DatagramSocket socket = new DatagramSocket()) {
            Random random = new Random(7);
            for (int i = 0; i < 2000; i++) {
                byte[] broken = Arrays.copyOf(QUESTION, 1 + random.nextInt(QUESTION.length + 20));
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                socket.send(new DatagramPacket(broken, broken.length, agent.address()));
            }
            assertThat(answered(agent)).isTrue();
        }
    }

    @Test
    void aFaultOfOursIsAnsweredAsOne() throws Exception {
        try (SnmpAgent agent = agent(() -> {
            throw new IllegalStateException("the store is closed");
        })) {
            assertThat(answered(agent)).isTrue();
        }
    }

    /** Asks until there is an answer, as packets may be dropped while it is busy with others. */
    private static boolean answered(SnmpAgent agent) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(500);
            for (int tries = 0; tries < 20; tries++) {
                socket.send(new DatagramPacket(QUESTION, QUESTION.length, agent.address()));
                try {
                    socket.receive(new DatagramPacket(new byte[2000], 2000));
                    return true;
                } catch (SocketTimeoutException e) {
                    // Asked again.
                }
            }
            return false;
        }
    }

    private SnmpAgent agent(Supplier<List<Notice>> active) throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return SnmpAgent.start(
                new SnmpAgentSettings(any, new SnmpAccess.Community("watchers"), Mib.DOCUMENTATION),
                SnmpEngine.start(folder, InstantSource.system(), System::nanoTime),
                new AgentSubject(active, () -> 1, Duration.ofMinutes(1), () -> Links.BELOW_THE_API));
    }
}
