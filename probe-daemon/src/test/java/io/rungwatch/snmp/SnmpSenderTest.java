package io.rungwatch.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rungwatch.duty.Links;
import io.rungwatch.notify.Undelivered;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.smi.TimeTicks;

/** Without a receiver that speaks SNMP. */
class SnmpSenderTest {
    private static final SnmpAccess COMMUNITY = new SnmpAccess.Community("a secret");

    @TempDir
    private Path folder;

    @Test
    void aNameThatNobodyKnows() throws Exception {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 162);
        try (SnmpNotifier notifier = new SnmpNotifier(settings(nowhere, false), engine(), Links.BELOW_THE_API)) {
            assertThatThrownBy(() -> notifier.deliver(Sample.raised("a81f03c2")))
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("'nowhere.invalid'")
                    .hasMessageNotContaining("a secret");
        }
    }

    @Test
    void anInformIsTriedTwiceAndThenHandedBack() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SnmpSender sender = new SnmpSender(
                        settings((InetSocketAddress) silent.getLocalSocketAddress(), true),
                        engine(),
                        Duration.ofMillis(300))) {
            Notification notification = Notification.of(
                    Sample.raised("a81f03c2"), new Mib(Mib.DOCUMENTATION), Links.BELOW_THE_API, new TimeTicks(0));
            assertThatThrownBy(() -> sender.send(notification))
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("did not acknowledge");

            silent.setSoTimeout(100);
            byte[] first = receive(silent);
            assertThat(receive(silent)).isEqualTo(first);
            assertThatThrownBy(() -> receive(silent)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aReceiverOfTheNewerFamily() throws Exception {
        InetAddress here = InetAddress.getAllByName("::1")[0];
        assumeThat(NetworkInterface.getByInetAddress(here)).isNotNull();
        try (DatagramSocket receiver = new DatagramSocket(new InetSocketAddress(here, 0));
                SnmpNotifier notifier = new SnmpNotifier(
                        settings((InetSocketAddress) receiver.getLocalSocketAddress(), false),
                        engine(),
                        Links.BELOW_THE_API)) {
            notifier.deliver(Sample.raised("a81f03c2"));
            receiver.setSoTimeout(5000);
            assertThat(receive(receiver)).hasSizeGreaterThan(100);
        }
    }

    @Test
    void whoIsInterruptedStops() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SnmpNotifier notifier = new SnmpNotifier(
                        settings((InetSocketAddress) silent.getLocalSocketAddress(), true),
                        engine(),
                        Links.BELOW_THE_API)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> notifier.deliver(Sample.raised("a81f03c2")))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    private SnmpEngine engine() throws Exception {
        return SnmpEngine.start(folder, InstantSource.system(), System::nanoTime);
    }

    private static SnmpSettings settings(InetSocketAddress receiver, boolean inform) {
        return new SnmpSettings(receiver, COMMUNITY, inform, Mib.DOCUMENTATION);
    }

    private static byte[] receive(DatagramSocket socket) throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
