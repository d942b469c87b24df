package io.rungwatch.sampler;

import io.netty.handler.ssl.NotSslRecordException;
import io.rungwatch.exchange.Secured;
import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** A failed handshake in words that say which team to call and what to look at; the JDK's own are for its developers. */
final class TlsTrouble {
    private TlsTrouble() {}

    /** The JDK asks no dates of a certificate that is itself in the trust store. */
    static @Nullable Exception outOfDate(SSLSession session) {
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                if (certificate instanceof X509Certificate dated) {
                    dated.checkValidity();
                }
            }
            return null;
        } catch (CertificateException | SSLPeerUnverifiedException e) {
            return e;
        }
    }

    /** Of the chain, the certificate that ends first. */
    static Optional<Secured> secured(SSLSession session) {
        try {
            return Arrays.stream(session.getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(certificate ->
                            ((X509Certificate) certificate).getNotAfter().toInstant())
                    .min(Comparator.naturalOrder())
                    .map(end -> new Secured(session.getProtocol(), end));
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    static String describe(Endpoint endpoint, String remote, Throwable failure) {
        return remote + ": " + reason(endpoint, failure);
    }

    private static String reason(Endpoint endpoint, Throwable failure) {
        String last = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String known = known(endpoint, cause);
            if (known != null) {
                return known;
            }
            last = cause.getMessage() == null ? last : cause.getMessage();
        }
        return "TLS handshake failed: " + last;
    }

    private static @Nullable String known(Endpoint endpoint, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case CertificateExpiredException expired -> "the certificate has expired (" + message + ")";
            case CertificateNotYetValidException early -> "the certificate is not valid yet (" + message + ")";
            case CertPathBuilderException unknown ->
                "the certificate is signed by an authority that this probe does not know";
            case NotSslRecordException plain -> "what answers on this port does not speak TLS";
            default ->
                message.startsWith("No subject alternative") || message.startsWith("No name matching")
                        ? "the certificate is for another host, not for " + endpoint.name()
                        : null;
        };
    }
}
