package io.rungwatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rungwatch.Daemon;
import io.rungwatch.Main;
import io.rungwatch.access.Certificates;
import io.rungwatch.access.Grant;
import io.rungwatch.access.HttpSettings;
import io.rungwatch.access.Proof;
import io.rungwatch.access.Role;
import io.rungwatch.access.TlsFiles;
import io.rungwatch.access.TokenHash;
import io.rungwatch.config.AlertSettings;
import io.rungwatch.config.Configuration;
import io.rungwatch.config.SamplingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Who may ask the daemon for what, asked over real sockets. */
class GuardedApiTest {
    private static final String SILENCE =
            "{\"match\":{\"channel\":\"CH_001\"},\"seconds\":600,\"reason\":\"encoder swap\",\"by\":\"tran\"}";
    private static final Grant READER = new Grant("prometheus", Role.READ, new Proof.Token(TokenHash.of("read-me")));
    private static final Grant WRITER = new Grant("noc", Role.OPERATE, new Proof.Token(TokenHash.of("let-me")));
    private static final List<Grant> GRANTS = List.of(
            READER,
            WRITER,
            new Grant("screen", Role.READ, new Proof.Certificate("screen")),
            new Grant("desk", Role.OPERATE, new Proof.Certificate("desk")));

    @TempDir
    private Path folder = Path.of("");

    /** `token | certificate | reading | changing`. */
    private static final String TABLE = """
            - | - | 401 | 401
            wrong | - | 401 | 401
            read-me | - | 200 | 403
            let-me | - | 200 | 200
            OWN | - | 200 | 200
            - | screen | 200 | 403
            - | desk | 200 | 200
            - | stranger | 401 | 401
            wrong | desk | 200 | 200
            let-me | screen | 200 | 200
            read-me | desk | 200 | 200
            """;

    @Test
    void eachMayWhatHeMay() throws Exception {
        Certificates made = Certificates.in(folder)
                .own("probe", "EC", 90)
                .signed("screen")
                .signed("desk")
                .signed("stranger");
        try (Daemon daemon = daemon(settings(made, GRANTS))) {
            int port = daemon.listen();
            String own = Files.readString(folder.resolve("state/token")).strip();
            for (String row : TABLE.lines().toList()) {
                String[] cells = row.split(" \\| ", -1);
                String token = cells[0].replace("OWN", own);
                try (HttpClient client = client(made, cells[1])) {
                    assertThat(client.send(get(port, "/api/v1/alerts", token), BodyHandlers.ofString())
                                    .statusCode())
                            .as("reading: " + row)
                            .isEqualTo(Integer.parseInt(cells[2]));
                    HttpResponse<String> changed =
                            client.send(post(port, "/api/v1/silences", token, SILENCE), BodyHandlers.ofString());
                    assertThat(changed.statusCode())
                            .as("changing: " + row + changed.body())
                            .isEqualTo(Integer.parseInt(cells[3]));
                }
            }
        }
    }

    @Test
    void whomNobodyKnowsSigned() throws Exception {
        Files.createDirectories(folder.resolve("other"));
        Certificates made = Certificates.in(folder).own("probe", "EC", 90);
        Certificates foreign = Certificates.in(folder.resolve("other")).signed("desk");
        try (Daemon daemon = daemon(settings(made, GRANTS));
                HttpClient client = HttpClient.newBuilder()
                        .sslContext(context(made, foreign.store(), "desk"))
                        .build()) {
            int port = daemon.listen();
            assertThatThrownBy(() -> client.send(get(port, "/api/v1/alerts", "-"), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aGrantThatIsTakenAwayIsGoneAtOnce() throws Exception {
        Certificates made = Certificates.in(folder).own("probe", "EC", 90);
        try (Daemon daemon = daemon(settings(made, GRANTS));
                HttpClient client = client(made, "-")) {
            int port = daemon.listen();
            HttpRequest asking = get(port, "/api/v1/alerts", "read-me");
            assertThat(client.send(asking, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);

            daemon.apply(configuration(settings(made, List.of(WRITER))));

            assertThat(client.send(asking, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whoGuessesIsNotListenedToAndNobodyElseNotices() throws Exception {
        HttpSettings settings = new HttpSettings(anyPort(), Optional.empty(), GRANTS, Optional.empty());
        try (Daemon daemon = daemon(settings);
                HttpClient client = HttpClient.newHttpClient()) {
            int port = daemon.listen();
            HttpRequest guess = plain(port, "/api/v1/alerts", "guess");
            for (int i = 0; i < 10; i++) {
                assertThat(client.send(guess, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> refused = client.send(guess, BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).contains("6");
            for (String token : List.of("let-me", "read-me")) {
                assertThat(client.send(plain(port, "/api/v1/alerts", token), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    /** A proxy that asks people for their password passes it on with what it asks. */
    @Test
    void whatAProxyAsksForIsNoGuess() throws Exception {
        HttpSettings guarded = new HttpSettings(anyPort(), Optional.empty(), GRANTS, Optional.empty());
        try (Daemon open = daemon(HttpSettings.onlyHere(anyPort()), "open");
                Daemon closed = daemon(guarded, "closed");
                HttpClient client = HttpClient.newHttpClient()) {
            int openPort = open.listen();
            int closedPort = closed.listen();
            for (String shown :
                    List.of("Basic bm9jOmxldC1tZQ==", "Negotiate YII=", "Bearer of-a-page-that-was-left-open")) {
                for (int i = 0; i < 12; i++) {
                    assertThat(status(client, openPort, "GET", shown)).as(shown).isEqualTo(200);
                }
            }
            for (int i = 0; i < 12; i++) {
                assertThat(status(client, closedPort, "GET", "Basic bm9jOmxldC1tZQ=="))
                        .isEqualTo(401);
                assertThat(status(client, openPort, "DELETE", "Basic bm9jOmxldC1tZQ=="))
                        .isEqualTo(401);
            }
            for (int i = 0; i < 10; i++) {
                assertThat(status(client, openPort, "DELETE", "Bearer guess")).isEqualTo(401);
            }
            assertThat(status(client, openPort, "DELETE", "Bearer guess")).isEqualTo(429);
        }
    }

    private static int status(HttpClient client, int port, String method, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/silences"))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", authorization)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** A certificate lets nobody guess more often. */
    @Test
    void whoGuessesWithACertificateIsNotListenedToEither() throws Exception {
        Certificates made = Certificates.in(folder).own("probe", "EC", 90).signed("screen");
        try (Daemon daemon = daemon(settings(made, GRANTS));
                HttpClient client = client(made, "screen")) {
            HttpRequest guess = get(daemon.listen(), "/api/v1/alerts", "guess");
            for (int i = 0; i < 10; i++) {
                assertThat(client.send(guess, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
            assertThat(client.send(guess, BodyHandlers.ofString()).statusCode()).isEqualTo(429);
        }
    }

    /** `path | status` of who has asked too often. The router sees more than one way to write a path. */
    private static final String TOO_OFTEN = """
            /health/live | 200
            /health/ready | 200
            /metrics | 429
            /health/../metrics | 429
            /health/%2e%2e/metrics | 429
            /health/live/../../metrics | 429
            /health/%2E%2E/docs/checks.md | 429
            /health/.. | 429
            /health/none | 429
            //health/live | 429
            """;

    @Test
    void whoAsksWithoutEndIsNotAnsweredButForWhetherItLives() throws Exception {
        try (Daemon daemon = new Daemon(
                        configuration(HttpSettings.onlyHere(anyPort())),
                        InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z")),
                        System::nanoTime);
                HttpClient client = HttpClient.newHttpClient()) {
            int port = daemon.listen();
            HttpRequest asking = plain(port, "/docs/none.md", "-");
            int answered = 0;
            while (answered < 2000
                    && client.send(asking, BodyHandlers.discarding()).statusCode() != 429) {
                answered++;
            }
            assertThat(answered).isEqualTo(1000);
            for (String row : TOO_OFTEN.lines().toList()) {
                String[] cells = row.split(" \\| ", -1);
                assertThat(raw(port, "GET " + cells[0] + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                        .as(row)
                        .startsWith("HTTP/1.1 " + cells[1]);
            }
        }
    }

    /** `header | value | status`: a browser shows the certificate for whatever page asks. */
    private static final String PAGES = """
            Content-Type | application/json | 200
            Content-Type | application/json; charset=utf-8 | 200
            Content-Type | text/plain | 403
            Content-Type | application/x-www-form-urlencoded | 403
            X-None | none | 403
            Sec-Fetch-Site | cross-site | 403
            Sec-Fetch-Site | same-site | 403
            """;

    @Test
    void aForeignPageChangesNothingByACertificate() throws Exception {
        Certificates made = Certificates.in(folder).own("probe", "EC", 90).signed("desk");
        try (Daemon daemon = daemon(settings(made, GRANTS));
                HttpClient client = client(made, "desk")) {
            int port = daemon.listen();
            for (String row : PAGES.lines().toList()) {
                String[] cells = row.split(" \\| ", -1);
                HttpRequest.Builder request = request("https", port, "/api/v1/silences", "-")
                        .POST(BodyPublishers.ofString(SILENCE))
                        .header(cells[0], cells[1]);
                if (cells[0].equals("Sec-Fetch-Site")) {
                    request.header("Content-Type", "application/json");
                }
                assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                        .as(row)
                        .isEqualTo(Integer.parseInt(cells[2]));
            }
        }
    }

    @Test
    void aStreamEndsWithTheGrant() throws Exception {
        HttpSettings settings = new HttpSettings(anyPort(), Optional.empty(), GRANTS, Optional.empty());
        try (Daemon daemon = daemon(settings);
                HttpClient client = HttpClient.newHttpClient()) {
            int port = daemon.listen();
            HttpResponse<InputStream> stream =
                    client.send(plain(port, "/api/v1/events", "read-me"), BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.body().read()).isPositive();

            daemon.apply(
                    configuration(new HttpSettings(anyPort(), Optional.empty(), List.of(WRITER), Optional.empty())));

            assertThatThrownBy(() -> stream.body().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aStreamThatWasOpenToAllEndsWhenNobodyMayReadUnnamed() throws Exception {
        try (Daemon daemon = daemon(HttpSettings.onlyHere(anyPort()));
                HttpClient client = HttpClient.newHttpClient()) {
            int port = daemon.listen();
            HttpResponse<InputStream> stream =
                    client.send(plain(port, "/api/v1/events", "-"), BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.body().read()).isPositive();

            daemon.apply(configuration(new HttpSettings(anyPort(), Optional.empty(), GRANTS, Optional.empty())));

            assertThatThrownBy(() -> stream.body().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsNoRequestIsRefusedWithoutAWord() throws Exception {
        try (Daemon daemon = daemon(HttpSettings.onlyHere(anyPort()))) {
            int port = daemon.listen();
            assertThat(raw(port, "GET /metrics HTTP/1.1\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
            assertThat(raw(port, "GET /metrics HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void everyAnswerTellsABrowserToBeCareful() throws Exception {
        Certificates made = Certificates.in(folder).own("probe", "RSA", 90);
        try (Daemon daemon = daemon(settings(made, GRANTS));
                HttpClient client = client(made, "-")) {
            int port = daemon.listen();
            for (String path : List.of("/", "/page/app.js", "/docs/alerts.md", "/metrics", "/api/v1/alerts", "/none")) {
                HttpResponse<String> answer = client.send(get(port, path, "read-me"), BodyHandlers.ofString());
                assertThat(answer.headers().map())
                        .as(path)
                        .containsEntry("x-content-type-options", List.of("nosniff"))
                        .containsEntry("x-frame-options", List.of("DENY"))
                        .containsEntry("referrer-policy", List.of("no-referrer"))
                        .containsKey("cache-control")
                        .hasEntrySatisfying(
                                "content-security-policy",
                                policy -> assertThat(policy)
                                        .singleElement()
                                        .asString()
                                        .startsWith("default-src 'none'")
                                        .contains("frame-ancestors 'none'")
                                        .doesNotContain("unsafe"));
            }
        }
    }

    /** `Host | status`: a page of somebody else's may have pointed its own name at this machine. */
    private static final String NAMES = """
            127.0.0.1 | 200
            localhost | 200
            LOCALHOST:9464 | 200
            [::1]:9464 | 200
            rungwatch.noc.example | 200
            evil.example | 421
            127.0.0.1.evil.example | 421
            """;

    @Test
    void whereNobodySaysWhoHeIsTheNameMustBeOurs() throws Exception {
        HttpSettings open = new HttpSettings(
                anyPort(), Optional.empty(), List.of(), Optional.of("https://rungwatch.noc.example/probe"));
        try (Daemon daemon = daemon(open)) {
            int port = daemon.listen();
            for (String row : NAMES.lines().toList()) {
                String[] cells = row.split(" \\| ", -1);
                assertThat(raw(
                                port,
                                "GET /api/v1/alerts HTTP/1.1\r\nHost: " + cells[0] + "\r\nConnection: close\r\n\r\n"))
                        .as(row)
                        .startsWith("HTTP/1.1 " + cells[1]);
            }
        }
    }

    @Test
    void theCommandsBelieveTheCertificateThatTheyAreGiven() throws Exception {
        Certificates made = Certificates.in(folder).own("probe", "EC", 90).own("other", "EC", 90);
        try (Daemon daemon = daemon(settings(made, GRANTS))) {
            String url = "https://127.0.0.1:" + daemon.listen();

            assertThat(alerts(url, made.file("probe.pem"))).isEqualTo("0 Nothing is wrong.\n");
            assertThat(alerts(url, made.file("other.pem")))
                    .startsWith("2 rungwatch: the certificate of " + url + " is not believed")
                    .contains("--ca FILE");
        }
    }

    private static String alerts(String url, Path ca) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        CommandLine command = Main.commandLine().setOut(out).setErr(out);
        int code = command.execute("alerts", "--url", url, "--ca", ca.toString(), "--token", "read-me");
        return code + " " + said;
    }

    private Daemon daemon(HttpSettings settings) throws Exception {
        return daemon(settings, "state");
    }

    private Daemon daemon(HttpSettings settings, String state) throws Exception {
        return new Daemon(configuration(settings, state), InstantSource.system(), System::nanoTime);
    }

    private Configuration configuration(HttpSettings settings) {
        return configuration(settings, "state");
    }

    private Configuration configuration(HttpSettings settings, String state) {
        return new Configuration(
                folder.resolve("rungwatch.yaml"),
                folder.resolve("channels"),
                settings,
                List.of(),
                Set.of(),
                SamplingSettings.OFF,
                AlertSettings.NONE,
                folder.resolve(state),
                Optional.empty(),
                List.of());
    }

    private static HttpSettings settings(Certificates made, List<Grant> grants) {
        TlsFiles files =
                new TlsFiles(made.file("probe.pem"), made.file("probe-key.pem"), Optional.of(made.file("signer.pem")));
        return new HttpSettings(anyPort(), Optional.of(files), grants, Optional.empty());
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static HttpClient client(Certificates made, String certificate) throws Exception {
        KeyStore keys = certificate.equals("-") ? null : made.store();
        return HttpClient.newBuilder()
                .sslContext(context(made, keys, certificate))
                .build();
    }

    private static SSLContext context(Certificates made, @Nullable KeyStore keys, String certificate)
            throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("probe", made.store().getCertificate("probe"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore only = KeyStore.getInstance("PKCS12");
        only.load(null, null);
        if (keys != null) {
            char[] password = "changeit".toCharArray();
            only.setKeyEntry(
                    certificate, keys.getKey(certificate, password), password, keys.getCertificateChain(certificate));
        }
        shown.init(only, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static HttpRequest get(int port, String path, String token) {
        return request("https", port, path, token).build();
    }

    private static HttpRequest plain(int port, String path, String token) {
        return request("http", port, path, token).build();
    }

    private static HttpRequest post(int port, String path, String token, String body) {
        return request("https", port, path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest.Builder request(String scheme, int port, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path));
        return token.equals("-") ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
