package io.rungwatch.sampler;

import static io.rungwatch.sampler.Loopback.ok;
import static io.rungwatch.sampler.Loopback.say;
import static io.rungwatch.sampler.Loopback.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.url.Url;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    @TempDir
    private static Path folder = Path.of("");

    private static final Map<String, Certificates> CERTIFICATES = new HashMap<>();

    @BeforeAll
    static void make() throws IOException {
        make("good", "dns:localhost,ip:127.0.0.1");
        make("for another host", "dns:other.example");
        make("expired", "dns:localhost", "-startdate", "-9d", "-validity", "2");
        make("of the future", "dns:localhost", "-startdate", "+9d", "-validity", "20");
    }

    private static void make(String name, String alternativeName, String... more) throws IOException {
        CERTIFICATES.put(name, Certificates.start(folder.resolve(name + ".p12"), alternativeName, more));
    }

    @Test
    void aKnownAuthorityIsTrustedAndTheHandshakeIsAPhaseOfItsOwn() throws Exception {
        Certificates certificates = certificates("good");
        try (Loopback loopback = trusting(certificates)) {
            List<String> names = new ArrayList<>();
            int port = loopback.server(certificates.server(), (socket, request) -> {
                names.add(String.valueOf(socket.indicatedServerName()));
                say(socket, ok("#EXTM3U"));
            });

            Exchange.Answered cold = loopback.answered(https("localhost", port));
            Exchange.Answered reused = loopback.answered(https("localhost", port));
            Exchange.Answered literal = loopback.answered(https("127.0.0.1", port));

            assertThat(cold.body()).hasSize(7);
            assertThat(cold.timing().connect()).isPositive();
            assertThat(cold.timing().tls()).isPositive();
            assertThat(reused.timing().reused()).isTrue();
            assertThat(reused.timing().tls()).isZero();
            assertThat(literal.timing().reused()).isFalse();
            assertThat(names).containsExactly("localhost", "localhost", "null");
        }
    }

    @Test
    void anUnknownAuthority() throws Exception {
        Certificates certificates = certificates("good");
        try (Loopback loopback = new Loopback()) {
            assertRefused(loopback, certificates, "localhost", "signed by an authority that this probe does not know");
        }
    }

    @Test
    void aCertificateForAnotherHost() throws Exception {
        Certificates certificates = certificates("for another host");
        try (Loopback loopback = trusting(certificates)) {
            assertRefused(loopback, certificates, "localhost", "is for another host, not for localhost");
            assertRefused(loopback, certificates, "127.0.0.1", "is for another host, not for 127.0.0.1");
        }
    }

    @Test
    void anExpiredCertificate() throws Exception {
        Certificates certificates = certificates("expired");
        try (Loopback loopback = trusting(certificates)) {
            assertRefused(loopback, certificates, "localhost", "the certificate has expired (NotAfter: ");
        }
    }

    @Test
    void aCertificateOfTheFuture() throws Exception {
        Certificates certificates = certificates("of the future");
        try (Loopback loopback = trusting(certificates)) {
            assertRefused(loopback, certificates, "localhost", "the certificate is not valid yet (NotBefore: ");
        }
    }

    @Test
    void aPortThatDoesNotSpeakTls() {
        try (Loopback loopback = new Loopback()) {
            int port = loopback.vertx
                    .createNetServer()
                    .connectHandler(socket -> say(socket, "220 mail.example ESMTP\r\n"))
                    .listen(0, "127.0.0.1")
                    .await()
                    .actualPort();

            Exchange.Failed failed = loopback.failed(https("localhost", port), Loopback.LIMITS);

            assertThat(failed.failure()).isEqualTo(Failure.TLS);
            assertThat(failed.detail())
                    .isEqualTo("127.0.0.1:" + port + ": what answers on this port does not speak TLS");
        }
    }

    @Test
    void aHandshakeThatHangs() {
        try (Loopback loopback = new Loopback()) {
            int port = loopback.server((socket, request) -> {});

            Exchange.Failed failed = loopback.failed(https("localhost", port), Loopback.connect(200));

            assertThat(failed.failure()).isEqualTo(Failure.CONNECT_TIMEOUT);
            assertThat(failed.detail())
                    .isEqualTo("connected to 127.0.0.1:" + port + ", but no TLS handshake within 200 ms");
        }
    }

    @Test
    void aRedirectFromHttpsToHttpIsFollowedAndShown() throws Exception {
        Certificates certificates = certificates("good");
        try (Loopback loopback = trusting(certificates)) {
            int plain = loopback.server((socket, request) -> say(socket, ok("")));
            int secure = loopback.server(
                    certificates.server(),
                    (socket, request) -> say(
                            socket,
                            "HTTP/1.1 302 Found\r\nLocation: " + url(plain, "/a") + "\r\nContent-Length: 0\r\n\r\n"));

            assertThat(loopback.answered(https("localhost", secure)).hops()).containsExactly(url(plain, "/a"));
        }
    }

    private static void assertRefused(Loopback loopback, Certificates certificates, String host, String why)
            throws Exception {
        int port = loopback.server(certificates.server(), (socket, request) -> say(socket, ok("")));

        Exchange.Failed failed = loopback.failed(https(host, port), Loopback.LIMITS);

        assertThat(failed.failure()).as(failed.detail()).isEqualTo(Failure.TLS);
        assertThat(failed.detail()).startsWith("127.0.0.1:" + port).contains(why);
    }

    private static Certificates certificates(String name) {
        return Objects.requireNonNull(CERTIFICATES.get(name));
    }

    private static Loopback trusting(Certificates certificates) throws Exception {
        return new Loopback(Loopback.options().withTrust(Trust.ofTheJdkAnd(certificates.pem())), null);
    }

    private static Url https(String host, int port) {
        return url("https://" + host + ":" + port + "/");
    }
}
