package io.rungwatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.snmp.SnmpAccess;
import io.rungwatch.snmp.SnmpAccess.Authentication;
import io.rungwatch.snmp.SnmpAccess.Privacy;
import io.rungwatch.snmp.SnmpAgentSettings;
import io.rungwatch.snmp.SnmpSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said of SNMP, and what is read when it does not go together. */
class SnmpShapeTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("AUTH", "authentic", "PRIV", "private one", "SHORT", "short");
    private static final String KEYS = "authKey: \"${AUTH}\", privKey: \"${PRIV}\"";

    @TempDir
    private Path folder;

    private Reading in = new Reading(Path.of("."), new Errors(Path.of(".")), Secrets.UNREAD);

    @Test
    void theExampleOfTheDesign() throws IOException {
        Optional<SnmpSettings> settings =
                notifier("{ snmp: \"udp:nms:162\", version: v3, user: rungwatch, auth: SHA-256, " + KEYS
                        + ", priv: AES-128, inform: true }");

        assertThat(in.errors().sorted()).isEmpty();
        SnmpAccess user =
                new SnmpAccess.User("rungwatch", Authentication.SHA_256, "authentic", Privacy.AES_128, "private one");
        assertThat(settings).hasValueSatisfying(read -> {
            assertThat(read.receiver().getHostString()).isEqualTo("nms");
            assertThat(read.receiver().getPort()).isEqualTo(162);
            assertThat(read.access()).isEqualTo(user);
            assertThat(read.inform()).isTrue();
            assertThat(read.enterprise()).isEqualTo(32473);
        });
    }

    @Test
    void version2() throws IOException {
        assertThat(notifier("{ snmp: \"udp:[::1]:1162\", version: v2c, community: \"${AUTH}\", enterprise: 9999 }"))
                .hasValueSatisfying(read -> {
                    assertThat(read.receiver().getAddress().isLoopbackAddress()).isTrue();
                    assertThat(read.access()).isEqualTo(new SnmpAccess.Community("authentic"));
                    assertThat(read.inform()).isFalse();
                    assertThat(read.enterprise()).isEqualTo(9999);
                });
    }

    @Test
    void anAgent() throws IOException {
        Optional<SnmpAgentSettings> settings = agent("{ listen: \"127.0.0.1:1161\", user: nms, " + KEYS + " }");

        assertThat(in.errors().sorted()).isEmpty();
        assertThat(settings)
                .hasValueSatisfying(read -> assertThat(read.listen().getPort()).isEqualTo(1161));
    }

    /** Neither in a log nor in the message of a failure. */
    @Test
    void secretsAreNotShown() throws IOException {
        assertThat(notifier("{ snmp: \"udp:nms:162\", user: rungwatch, " + KEYS + " }")
                        .toString())
                .contains("v3 user rungwatch")
                .doesNotContain("authentic", "private one");
        assertThat(notifier("{ snmp: \"udp:nms:162\", version: v2c, community: \"${AUTH}\" }")
                        .toString())
                .contains("v2c")
                .doesNotContain("authentic");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            version: v3, user: rungwatch                                 | version v3 is always authenticated and encrypted; write authKey, privKey as well, or version: v2c
            user: rungwatch, authKey: "${AUTH}"                          | version v3 is always authenticated and encrypted; write privKey as well, or version: v2c
            authKey: "${AUTH}", privKey: "${PRIV}"                       | version v3 is always authenticated and encrypted; write user as well, or version: v2c
            version: v2c                                                 | version v2c needs the receiver's community; write community: ${…}
            version: v2c, community: "${AUTH}", user: rungwatch          | 'user' belongs to version v3; remove it, or write version: v3
            user: u, authKey: "${AUTH}", privKey: "${SHORT}"             | 'privKey' is shorter than 8 letters, which SNMPv3 does not allow; choose a longer one on both sides
            user: u, authKey: "${AUTH}", privKey: "${PRIV}", community: "${AUTH}" | 'community' belongs to version v2c; remove it, or write version: v2c
            version: v1, community: "${AUTH}"                            | 'v1' is not a version of SNMP; did you mean 'v3'?
            user: u, auth: MD5, authKey: "${AUTH}", privKey: "${PRIV}"   | 'MD5' is not an authentication; known here: SHA-256, SHA-512
            user: u, authKey: "${AUTH}", priv: DES, privKey: "${PRIV}"   | 'DES' is not an encryption; known here: AES-128, AES-256
            user: u, authKey: "${AUTH}", privKey: "${PRIV}", inform: perhaps | 'perhaps' is not true or false; known here: true, false
            user: u, authKey: "${AUTH}", privKey: "${PRIV}", enterprise: 0 | '0' is not an enterprise number; write the one that IANA assigned to you, for example 32473
            """)
    void whatDoesNotGoTogether(String said, String told) throws IOException {
        var unused = notifier("{ snmp: \"udp:nms:162\", " + said + " }");

        assertThat(in.errors().sorted())
                .extracting(ConfigError::message)
                .first()
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nms:162         | 'nms:162' is not a receiver of notifications; write udp:host:port, for example udp:nms:162
            udp:nms         | 'udp:nms' is not a receiver of notifications; write udp:host:port, for example udp:nms:162
            udp:nms:99999   | 'udp:nms:99999' has a port above 65535; write one that exists
            """)
    void noReceiver(String said, String told) throws IOException {
        var unused = notifier("{ snmp: \"" + said + "\", user: rungwatch, " + KEYS + " }");

        assertThat(in.errors().sorted()).extracting(ConfigError::message).containsExactly(told);
    }

    /** Who lints a configuration elsewhere need not have its secrets. */
    @Test
    void secretsThatAreNotLookedAtAreNotMeasured() throws IOException {
        in = reading(
                "{ snmp: \"udp:nms:162\", user: rungwatch, authKey: \"${A}\", privKey: \"${B}\" }", Secrets.UNREAD);
        assertThat(read(SnmpShape.NOTIFIER).flatMap(got -> SnmpShape.of(got, in)))
                .isPresent();
    }

    private Optional<SnmpSettings> notifier(String yaml) throws IOException {
        in = reading(yaml, new Secrets(ENVIRONMENT::get, true));
        return read(SnmpShape.NOTIFIER).flatMap(got -> SnmpShape.of(got, in));
    }

    private Optional<SnmpAgentSettings> agent(String yaml) throws IOException {
        in = reading(yaml, new Secrets(ENVIRONMENT::get, true));
        return read(SnmpShape.AGENT).flatMap(got -> SnmpShape.agent(got, in));
    }

    private Reading reading(String yaml, Secrets secrets) throws IOException {
        Path file = Files.writeString(folder.resolve("snmp.yaml"), yaml);
        return new Reading(file, new Errors(file), secrets);
    }

    private Optional<Got> read(Section section) {
        return YamlFile.read(in).map(List::getFirst).flatMap(node -> section.read(node, in));
    }
}
