package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Notice;
import io.rungwatch.snmp.AgentSubject;
import io.rungwatch.snmp.Mib;
import io.rungwatch.snmp.Sample;
import io.rungwatch.snmp.SnmpAccess;
import io.rungwatch.snmp.SnmpAccess.Authentication;
import io.rungwatch.snmp.SnmpAccess.Privacy;
import io.rungwatch.snmp.SnmpAgent;
import io.rungwatch.snmp.SnmpAgentSettings;
import io.rungwatch.snmp.SnmpEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Debian's snmpget, snmpwalk and snmpbulkwalk read. */
@Tag("debian")
class SnmpAgentTest {
    private static final String ROOT = "RUNGWATCH-MIB::rungwatchMIB";

    @TempDir
    private Path folder;

    private Nms nms;
    private List<Notice> active = List.of(
            Sample.acknowledged(Sample.notice("a81f03c2")), Sample.notice("00000007", Severity.MINOR, "a small thing"));

    @BeforeEach
    void installed() throws Exception {
        nms = Nms.in(folder.resolve("nms"));
    }

    @Test
    void aWalkOfVersion2() throws Exception {
        try (SnmpAgent agent = agent(Nms.COMMUNITY)) {
            String told = nms.ask("snmpwalk", Nms.COMMUNITY, agent.address(), ROOT);
            assertThat(told)
                    .contains("rungwatchChannels.0 = Gauge32: 50 channels")
                    .contains("rungwatchHeartbeatInterval.0 = Gauge32: 60 seconds")
                    .contains("rungwatchAlertsActive.0 = Gauge32: 2 alerts")
                    .contains("rungwatchAlertsCritical.0 = Gauge32: 1 alerts")
                    .contains("rungwatchAlertId.7 = STRING: 00000007")
                    .contains("rungwatchAlertId.2820604866 = STRING: a81f03c2")
                    .contains("rungwatchAlertState.7 = INTEGER: firing(1)")
                    .contains("rungwatchAlertState.2820604866 = INTEGER: acknowledged(2)")
                    .contains("rungwatchAlertAcknowledgedBy.2820604866 = STRING: anh");
            assertThat(told.lines()).hasSize(7 + 2 * 14 + 1);

            assertThat(nms.ask("snmpwalk", Nms.COMMUNITY, agent.address(), "1.3.6.1.2.1.1"))
                    .contains("Rungwatch", "Timeticks", "OID: " + ROOT);
        }
    }

    @Test
    void walksOfVersion3() throws Exception {
        for (SnmpAccess user : List.of(Nms.USER, Nms.user(Authentication.SHA_512, Privacy.AES_256))) {
            try (SnmpAgent agent = agent(user)) {
                assertThat(nms.ask("snmpbulkwalk", user, agent.address(), ROOT).lines())
                        .hasSize(7 + 2 * 14 + 1);
                assertThat(nms.ask("snmpget", user, agent.address(), "RUNGWATCH-MIB::rungwatchAlertMessage.2820604866"))
                        .contains("rung HD at packager: frozen for 14 s");
            }
        }
    }

    /** Of an index that is gone, and of an object that there never was. */
    @Test
    void whatIsNotThere() throws Exception {
        try (SnmpAgent agent = agent(Nms.COMMUNITY)) {
            assertThat(nms.ask("snmpget", Nms.COMMUNITY, agent.address(), "RUNGWATCH-MIB::rungwatchAlertId.8"))
                    .contains("No Such Instance");
            assertThat(nms.ask("snmpget", Nms.COMMUNITY, agent.address(), ROOT + ".9.9.0"))
                    .contains("No Such Object");
        }
    }

    @Test
    void nothingCanBeSet() throws Exception {
        try (SnmpAgent agent = agent(Nms.USER)) {
            assertThat(nms.ask("snmpset", Nms.USER, agent.address(), "SNMPv2-SMI::mib-2.1.5.0", "s", "mine"))
                    .contains("notWritable");
        }
    }

    @Test
    void aThousandAlertsAreWalkedThroughInOrder() throws Exception {
        active = IntStream.range(0, 1000)
                .mapToObj(i -> Sample.notice(Integer.toHexString(i * 4_000_037 + 1)))
                .toList();
        try (SnmpAgent agent = agent(Nms.USER)) {
            assertThat(nms.ask("snmpbulkwalk", Nms.USER, agent.address(), "RUNGWATCH-MIB::rungwatchAlertTable")
                            .lines())
                    .hasSize(14_001)
                    .noneMatch(line -> line.contains("Error"));
        }
    }

    @Test
    void strangersAreNotAnswered() throws Exception {
        try (SnmpAgent agent = agent(Nms.COMMUNITY)) {
            SnmpAccess wrong = new SnmpAccess.Community("public");
            assertThat(nms.ask("snmpget", wrong, agent.address(), "1.3.6.1.2.1.1.1.0"))
                    .contains("Timeout");
            assertThat(nms.ask("snmpget", Nms.USER, agent.address(), "1.3.6.1.2.1.1.1.0"))
                    .contains("Timeout");
        }
    }

    /** The user exists, but shows itself without its keys. */
    @Test
    void whoDoesNotEncryptIsRefused() throws Exception {
        try (SnmpAgent agent = agent(Nms.USER)) {
            String to = "udp:127.0.0.1:" + agent.address().getPort();
            assertThat(nms.run(List.of(
                            "snmpget", "-v3", "-l", "noAuthNoPriv", "-u", "rungwatch", to, "1.3.6.1.2.1.1.1.0")))
                    .doesNotContain("probe of HLS");
            assertThat(nms.run(List.of(
                            "snmpget",
                            "-v3",
                            "-l",
                            "authNoPriv",
                            "-u",
                            "rungwatch",
                            "-a",
                            "SHA-256",
                            "-A",
                            "authentic enough",
                            to,
                            "1.3.6.1.2.1.1.1.0")))
                    .contains("authorizationError");
        }
    }

    private SnmpAgent agent(SnmpAccess access) throws Exception {
        SnmpEngine engine = SnmpEngine.start(folder.resolve("state"), InstantSource.system(), System::nanoTime);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return SnmpAgent.start(
                new SnmpAgentSettings(any, access, Mib.DOCUMENTATION),
                engine,
                new AgentSubject(() -> active, () -> 50, Duration.ofMinutes(1), () -> Links.BELOW_THE_API));
    }
}
