package io.rungwatch.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * What the TLS files held when they were read: good, and fitting each other.
 *
 * @param begins when the certificate does
 * @param ends when it ends
 */
public record Identity(byte[] certificate, byte[] key, Optional<byte[]> clients, Instant begins, Instant ends) {
    /** Who renews automatically does so earlier; one that lasts for days only, in its last third. */
    private static final Duration SHORT = Duration.ofDays(7);

    private static final long MOST_BYTES = 1 << 20;

    /** Makes a private key of PEM: servers know more kinds than the JDK does by itself. */
    public interface Keys {
        PrivateKey read(byte[] certificate, byte[] key) throws GeneralSecurityException;
    }

    public static Identity read(TlsFiles files, Keys keys) throws BadCertificate {
        byte[] chain = bytes(files.certificate(), "http.tls.certificate");
        byte[] key = bytes(files.key(), "http.tls.key");
        X509Certificate leaf = certificates(chain, files.certificate(), "http.tls.certificate")
                .iterator()
                .next();
        if (!fit(leaf, chain, key, keys)) {
            throw new BadCertificate("http.tls.key: " + files.key()
                    + " holds no private key that fits the certificate in " + files.certificate()
                    + "; write it as PEM (RSA or EC, without a password), and renew both together");
        }
        Optional<byte[]> clients = Optional.empty();
        if (files.clients().isPresent()) {
            byte[] signers = bytes(files.clients().get(), "http.tls.clients");
            certificates(signers, files.clients().get(), "http.tls.clients");
            clients = Optional.of(signers);
        }
        return new Identity(
                chain,
                key,
                clients,
                leaf.getNotBefore().toInstant(),
                leaf.getNotAfter().toInstant());
    }

    /** What is wrong with it as time passes. */
    public Optional<String> trouble(Path file, Instant now) {
        if (!ends.isAfter(now)) {
            return Optional.of(
                    "the certificate in " + file + " ended at " + ends + "; browsers and scrapers refuse it");
        }
        Duration third = Duration.between(begins, ends).dividedBy(3);
        return ends.isBefore(now.plus(third.compareTo(SHORT) < 0 ? third : SHORT))
                ? Optional.of("the certificate in " + file + " ends at " + ends)
                : Optional.empty();
    }

    public boolean holdsTheSameAs(Identity other) {
        return Arrays.equals(certificate, other.certificate)
                && Arrays.equals(key, other.key)
                && Arrays.equals(clients.orElse(new byte[0]), other.clients.orElse(new byte[0]));
    }

    private static byte[] bytes(Path file, String setting) throws BadCertificate {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new BadCertificate(setting + ": " + file + " is not there, or no small file; check the path");
            }
            return Files.readAllBytes(file);
        } catch (BadCertificate e) {
            throw e;
        } catch (IOException e) {
            throw new BadCertificate(
                    setting + ": " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "); check who may read it",
                    e);
        }
    }

    private static Collection<X509Certificate> certificates(byte[] pem, Path file, String setting)
            throws BadCertificate {
        try {
            Collection<X509Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException e) {
            throw new BadCertificate(
                    setting + ": " + file + " holds no certificate that can be read; write it as PEM", e);
        }
        throw new BadCertificate(setting + ": " + file + " holds no certificate; write it as PEM");
    }

    /** What one signs, the other verifies. */
    private static boolean fit(X509Certificate leaf, byte[] chain, byte[] key, Keys keys) {
        try {
            PrivateKey secret = keys.read(chain, key);
            String algorithm = secret.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            byte[] text = {1, 2, 3};
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(secret);
            signing.update(text);
            byte[] signed = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(leaf.getPublicKey());
            verifying.update(text);
            return verifying.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
