package io.rungwatch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.access.BadCertificate;
import io.rungwatch.access.Certificates;
import io.rungwatch.access.TlsFiles;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private final Vertx vertx = Vertx.vertx();
    private Instant now = Instant.now();
    private Optional<String> trouble = Optional.of("nothing was looked at yet");

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void aRenewedCertificateIsShownWithoutARestart(String algorithm) throws Exception {
        Certificates made = Certificates.in(folder).own("first", algorithm, 90).own("second", algorithm, 90);
        TlsFiles files = inUse(made, "first");
        Tls tls = tls(files);
        int port = serve(tls);
        assertThat(shownAt(port)).isEqualTo("CN=first");

        tls.look(files);
        assertThat(trouble).isEmpty();
        inUse(made, "second");
        tls.look(files);

        assertThat(trouble).isEmpty();
        assertThat(shownAt(port)).isEqualTo("CN=second");
    }

    @Test
    void aBrokenOneIsToldAndNotTakenOver() throws Exception {
        Certificates made = Certificates.in(folder).own("first", "EC", 90).own("second", "EC", 90);
        TlsFiles files = inUse(made, "first");
        Tls tls = tls(files);
        int port = serve(tls);

        tls.look(files);
        Files.copy(made.file("second.pem"), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        tls.look(files);
        assertThat(trouble).as("the key may come a moment later").isEmpty();
        tls.look(files);
        assertThat(trouble)
                .hasValueSatisfying(told -> assertThat(told)
                        .contains(
                                "holds no private key that fits the certificate in",
                                "renew both together",
                                "is shown until"));
        assertThat(shownAt(port)).isEqualTo("CN=first");

        Files.copy(made.file("second-key.pem"), files.key(), StandardCopyOption.REPLACE_EXISTING);
        tls.look(files);
        assertThat(trouble).isEmpty();
        assertThat(shownAt(port)).isEqualTo("CN=second");
    }

    @Test
    void oneThatEndsSoonIsTold() throws Exception {
        TlsFiles files = inUse(Certificates.in(folder).own("first", "EC", 30), "first");
        Tls tls = tls(files);
        tls.look(files);
        assertThat(trouble).isEmpty();

        now = now.plus(Duration.ofDays(24));
        tls.look(files);
        assertThat(trouble).hasValueSatisfying(told -> assertThat(told).contains("in-use.pem ends at"));

        now = now.plus(Duration.ofDays(24));
        tls.look(files);
        assertThat(trouble).hasValueSatisfying(told -> assertThat(told).contains("in-use.pem ended at"));
    }

    @Test
    void oneThatLastsForDaysOnlyIsToldInItsLastThird() throws Exception {
        TlsFiles files = inUse(Certificates.in(folder).own("first", "EC", 3), "first");
        Tls tls = tls(files);
        now = now.plus(Duration.ofHours(47));
        tls.look(files);
        assertThat(trouble).isEmpty();

        now = now.plus(Duration.ofHours(3));
        tls.look(files);
        assertThat(trouble).isPresent();
    }

    /** `certificate | key | what is told`. */
    private static final String WRONG = """
            none.pem | first-key.pem | http.tls.certificate: FOLDER/none.pem is not there
            first.pem | none.pem | http.tls.key: FOLDER/none.pem is not there
            first-key.pem | first-key.pem | http.tls.certificate: FOLDER/first-key.pem holds no certificate
            garbage.pem | first-key.pem | http.tls.certificate: FOLDER/garbage.pem holds no certificate
            empty.pem | first-key.pem | http.tls.certificate: FOLDER/empty.pem holds no certificate
            first.pem | first.pem | http.tls.key: FOLDER/first.pem holds no private key
            first.pem | garbage.pem | http.tls.key: FOLDER/garbage.pem holds no private key
            first.pem | empty.pem | http.tls.key: FOLDER/empty.pem holds no private key
            first.pem | rsa-key.pem | http.tls.key: FOLDER/rsa-key.pem holds no private key that fits the certificate in FOLDER/first.pem
            """;

    @Test
    void itDoesNotStartWithWhatCannotServe() throws Exception {
        Certificates made = Certificates.in(folder).own("first", "EC", 90).own("rsa", "RSA", 90);
        Files.writeString(
                folder.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n");
        Files.writeString(folder.resolve("empty.pem"), "");
        for (String row : WRONG.lines().toList()) {
            String[] cells = row.split(" \\| ", -1);
            TlsFiles files = new TlsFiles(made.file(cells[0]), made.file(cells[1]), Optional.empty());

            assertThatThrownBy(() -> tls(files))
                    .as(row)
                    .isInstanceOf(BadCertificate.class)
                    .hasMessageContaining(cells[2].replace("FOLDER", folder.toString()));
        }
    }

    private Tls tls(TlsFiles files) throws BadCertificate {
        return new Tls(vertx, files, () -> now, what -> trouble = what);
    }

    private TlsFiles inUse(Certificates made, String name) throws Exception {
        TlsFiles files = made.files("in-use");
        Files.copy(made.file(name + ".pem"), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(made.file(name + "-key.pem"), files.key(), StandardCopyOption.REPLACE_EXISTING);
        return files;
    }

    private int serve(Tls tls) throws Exception {
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        tls.prepare(options);
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(request -> request.response().end());
        tls.of(server);
        return server.listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
    }

    private static String shownAt(int port) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anything()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.startHandshake();
            X509Certificate leaf = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return leaf.getSubjectX500Principal().getName();
        }
    }

    private static final class Anything implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
