package io.rungwatch.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Certificates for tests, made with the JDK's own keytool. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    private Certificates(Path folder) {
        this.folder = folder;
    }

    /** With somebody who signs, in `signer.pem`. */
    public static Certificates in(Path folder) throws Exception {
        Certificates made = new Certificates(folder);
        made.keytool("-genkeypair", "-alias", "signer", "-dname", "CN=signer", "-ext", "bc:c", "-keyalg", "EC");
        made.write("signer.pem", "CERTIFICATE", made.store().getCertificate("signer"));
        return made;
    }

    /** `NAME.pem` and `NAME-key.pem`, signed by nobody else; called 127.0.0.1 and localhost as well. */
    public Certificates own(String name, String algorithm, int days) throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                algorithm,
                "-validity",
                "" + days,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1");
        export(name);
        return this;
    }

    /** The same, signed by the signer. */
    public Certificates signed(String name) throws Exception {
        keytool("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC");
        Path request = folder.resolve(name + ".csr");
        Path answer = folder.resolve(name + ".crt");
        keytool("-certreq", "-alias", name, "-file", request.toString());
        keytool("-gencert", "-alias", "signer", "-infile", request.toString(), "-outfile", answer.toString());
        keytool("-importcert", "-alias", name, "-file", answer.toString(), "-noprompt");
        export(name);
        return this;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public TlsFiles files(String name) {
        return new TlsFiles(file(name + ".pem"), file(name + "-key.pem"), java.util.Optional.empty());
    }

    /** With all keys, for a client. */
    public KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("store.p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private void export(String name) throws Exception {
        KeyStore store = store();
        write(name + ".pem", "CERTIFICATE", store.getCertificateChain(name));
        String key = pem("PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded());
        Files.writeString(folder.resolve(name + "-key.pem"), key);
    }

    private void write(String file, String type, Certificate... chain) throws Exception {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : chain) {
            text.append(pem(type, certificate.getEncoded()));
        }
        Files.writeString(folder.resolve(file), text);
    }

    private static String pem(String type, byte[] bytes) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes)
                + "\n-----END " + type + "-----\n";
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("-keystore", folder.resolve("store.p12").toString(), "-storepass", new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
