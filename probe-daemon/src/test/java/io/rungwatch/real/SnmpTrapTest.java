package io.rungwatch.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.duty.Links;
import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.Undelivered;
import io.rungwatch.snmp.Mib;
import io.rungwatch.snmp.Sample;
import io.rungwatch.snmp.SnmpAccess;
import io.rungwatch.snmp.SnmpAccess.Authentication;
import io.rungwatch.snmp.SnmpAccess.Privacy;
import io.rungwatch.snmp.SnmpEngine;
import io.rungwatch.snmp.SnmpNotifier;
import io.rungwatch.snmp.SnmpSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Debian's snmptrapd receives. */
@Tag("debian")
class SnmpTrapTest {
    @TempDir
    private Path folder;

    private Nms nms;

    @BeforeEach
    void installed() throws Exception {
        nms = Nms.in(folder.resolve("nms"));
    }

    @AfterEach
    void stopped() throws Exception {
        nms.close();
    }

    @Test
    void trapsOfVersion2() throws Exception {
        nms.listen("", "SHA-256", "AES");
        try (SnmpNotifier notifier = notifier(Nms.COMMUNITY, false, engine())) {
            notifier.deliver(Sample.raised("a81f03c2"));
            notifier.deliver(Sample.cleared("a81f03c2"));
            notifier.beat(new Heartbeat(
                    Sample.CLEARED,
                    Duration.ofMinutes(1),
                    Duration.ofHours(1),
                    50,
                    List.of(Sample.notice("00000001"))));
        }

        Until.isTrue("all came", () -> !nms.notifications("rungwatchHeartbeat").isEmpty());
        assertThat(nms.notifications("rungwatchAlertRaised"))
                .singleElement()
                .asString()
                .contains("rungwatchNoticeIndex.0 = Gauge32: 2820604866")
                .contains("rungwatchNoticeKind.0 = INTEGER: raised(1)")
                .contains("rungwatchAlertId.2820604866 = STRING: a81f03c2")
                .contains("rungwatchAlertSeverity.2820604866 = INTEGER: critical(4)")
                .contains("rungwatchAlertFirstSeen.2820604866 = STRING: 2026-11-29,2:14:6.0,+0:0")
                .contains("STRING: CH_001 News HD · HLS · rung HD at packager: frozen for 14 s");
        assertThat(nms.notifications("rungwatchAlertCleared"))
                .singleElement()
                .asString()
                .contains("rungwatchNoticeIndex.0 = Gauge32: 2820604866")
                .contains("rungwatchNoticeKind.0 = INTEGER: cleared(6)")
                .contains("rungwatchAlertState.2820604866 = INTEGER: cleared(3)");
        assertThat(nms.notifications("rungwatchHeartbeat"))
                .singleElement()
                .asString()
                .contains("rungwatchChannels.0 = Gauge32: 50 channels")
                .contains("rungwatchHeartbeatInterval.0 = Gauge32: 60 seconds")
                .contains("rungwatchAlertsCritical.0 = Gauge32: 1 alerts");
    }

    @Test
    void trapsOfVersion3AreBelievedAfterARestart() throws Exception {
        SnmpEngine first = engine();
        nms.listen(HexFormat.of().formatHex(first.id()), "SHA-256", "AES");
        try (SnmpNotifier notifier = notifier(Nms.USER, false, first)) {
            notifier.deliver(Sample.raised("a81f03c2"));
            Until.isTrue(
                    "the raise came",
                    () -> !nms.notifications("rungwatchAlertRaised").isEmpty());
        }

        SnmpEngine second = engine();
        try (SnmpNotifier notifier = notifier(Nms.USER, false, second)) {
            notifier.deliver(Sample.cleared("a81f03c2"));
            Until.isTrue(
                    "the clear came",
                    () -> !nms.notifications("rungwatchAlertCleared").isEmpty());
        }
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.boots()).isEqualTo(first.boots() + 1);
    }

    /** Its time begins anew with each start: without more boots receivers would take what it says for a replay. */
    @Test
    void trapsOfVersion3AreBelievedAfterARestartOnAFullDisk() throws Exception {
        SnmpEngine first = engine();
        nms.listen(HexFormat.of().formatHex(first.id()), "SHA-256", "AES");
        Files.createDirectory(folder.resolve("state/snmp-engine.new"));
        writable = false;
        for (int start = 1; start <= 3; start++) {
            int minutes = 10 * start;
            wall = () -> Instant.now().plusSeconds(60L * minutes);
            try (SnmpNotifier notifier = notifier(Nms.USER, false, engine())) {
                notifier.deliver(Sample.raised("0000000" + start));
                int told = start;
                Until.isTrue(
                        "the raise of start " + start + " came",
                        () -> nms.notifications("rungwatchAlertRaised").size() == told);
            }
        }
    }

    /** The notifier is new, the engine is not. */
    @Test
    void trapsOfVersion3AreBelievedAfterAChangeOfTheConfiguration() throws Exception {
        SnmpEngine engine = engine();
        nms.listen(HexFormat.of().formatHex(engine.id()), "SHA-512", "AES-256");
        SnmpAccess user = Nms.user(Authentication.SHA_512, Privacy.AES_256);
        for (String id : List.of("00000001", "00000002")) {
            try (SnmpNotifier notifier = notifier(user, false, engine)) {
                notifier.deliver(Sample.raised(id));
            }
        }
        Until.isTrue(
                "both came", () -> nms.notifications("rungwatchAlertRaised").size() == 2);
    }

    @Test
    void whatIsNotAcknowledgedIsSentAgain() throws Exception {
        try (SnmpNotifier notifier = notifier(Nms.USER, true, engine())) {
            assertThatThrownBy(() -> notifier.deliver(Sample.raised("a81f03c2")))
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("did not acknowledge in 4 s");

            nms.listen("", "SHA-256", "AES");
            notifier.deliver(Sample.raised("a81f03c2"));
            assertThat(nms.notifications("rungwatchAlertRaised")).hasSize(1);

            nms.hangUp();
            assertThatThrownBy(() -> notifier.deliver(Sample.cleared("a81f03c2")))
                    .isInstanceOf(Undelivered.class);

            nms.listen("", "SHA-256", "AES");
            notifier.deliver(Sample.cleared("a81f03c2"));
            assertThat(nms.notifications("rungwatchAlertCleared")).hasSize(1);
        }
    }

    @Test
    void informsOfVersion2AreAcknowledged() throws Exception {
        nms.listen("", "SHA-256", "AES");
        try (SnmpNotifier notifier = notifier(Nms.COMMUNITY, true, engine())) {
            notifier.deliver(Sample.raised("a81f03c2"));
        }
        assertThat(nms.notifications("rungwatchAlertRaised")).hasSize(1);
    }

    @Test
    void aReceiverWithOtherKeysIsNotTakenForOneThatHasIt() throws Exception {
        nms.listen("", "SHA-256", "AES");
        SnmpAccess other =
                new SnmpAccess.User("rungwatch", Authentication.SHA_256, "12345678", Privacy.AES_128, "12345678");
        try (SnmpNotifier notifier = notifier(other, true, engine())) {
            assertThatThrownBy(() -> notifier.deliver(Sample.raised("a81f03c2")))
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("has it the same community, or the same keys of the user?")
                    .hasMessageNotContaining("enough");
        }
    }

    @Test
    void aReceiverThatDoesNotKnowTheUserSaysSo() throws Exception {
        nms.listen("", "SHA-256", "AES");
        SnmpAccess nobody =
                new SnmpAccess.User("nobody", Authentication.SHA_256, "12345678", Privacy.AES_128, "12345678");
        try (SnmpNotifier notifier = notifier(nobody, true, engine())) {
            assertThatThrownBy(() -> notifier.deliver(Sample.raised("a81f03c2")))
                    .isInstanceOf(Undelivered.class)
                    .hasMessageContaining("does not know the user");
        }
    }

    private InstantSource wall = InstantSource.system();
    private boolean writable = true;

    private SnmpEngine engine() throws Exception {
        SnmpEngine engine = SnmpEngine.start(folder.resolve("state"), wall, System::nanoTime);
        assertThat(engine.save().isEmpty()).isEqualTo(writable);
        return engine;
    }

    private SnmpNotifier notifier(SnmpAccess access, boolean inform, SnmpEngine engine) throws Exception {
        return new SnmpNotifier(
                new SnmpSettings(nms.address(), access, inform, Mib.DOCUMENTATION), engine, Links.BELOW_THE_API);
    }
}
