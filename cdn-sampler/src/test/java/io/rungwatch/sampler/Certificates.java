package io.rungwatch.sampler;

import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Self-signed certificates of the JDK's own keytool, made when the tests need them. */
final class Certificates {
    private static final String PASSWORD = "loopback";

    private final Path store;
    private final Process keytool;

    private Certificates(Path store, Process keytool) {
        this.store = store;
        this.keytool = keytool;
    }

    /** Goes on in the background: keytool takes its second, and several may run at once. */
    static Certificates start(Path store, String alternativeName, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", "server", "-keyalg", "EC", "-dname", "CN=Rungwatch test"));
        command.addAll(List.of("-ext", "SAN=" + alternativeName));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(more));
        return new Certificates(store, new ProcessBuilder(command).inheritIO().start());
    }

    NetServerOptions server() throws InterruptedException {
        assertMade();
        return new NetServerOptions()
                .setSsl(true)
                .setSni(true)
                .setKeyCertOptions(new PfxOptions().setPath(store.toString()).setPassword(PASSWORD));
    }

    Path pem() throws IOException, GeneralSecurityException, InterruptedException {
        assertMade();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        String base64 = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate("server").getEncoded());
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(Path.of(store + ".pem"), pem, StandardCharsets.US_ASCII);
    }

    private void assertMade() throws InterruptedException {
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
    }
}
