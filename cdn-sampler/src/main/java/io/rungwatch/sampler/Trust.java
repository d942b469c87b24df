package io.rungwatch.sampler;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: the JDK's authorities, and those of a PEM file where a CDN has its own. There is no "trust all". */
public final class Trust {
    private final SSLContext context;

    private Trust(SSLContext context) {
        this.context = context;
        // Every cold connection shows its certificate and the true price of a handshake: no resumption.
        context.getClientSessionContext().setSessionTimeout(1);
        context.getClientSessionContext().setSessionCacheSize(1);
    }

    public static Trust ofTheJdk() {
        try {
            return new Trust(context(List.of()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JDK has no usable trust store", e);
        }
    }

    public static Trust ofTheJdkAnd(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            return new Trust(context(CertificateFactory.getInstance("X.509").generateCertificates(in)));
        }
    }

    private static SSLContext context(Collection<? extends Certificate> extra)
            throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, extra.isEmpty() ? null : trusting(extra), null);
        return context;
    }

    private static TrustManager[] trusting(Collection<? extends Certificate> extra)
            throws GeneralSecurityException, IOException {
        KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
        authorities.load(null, null);
        int count = 0;
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager known) {
                for (X509Certificate authority : known.getAcceptedIssuers()) {
                    authorities.setCertificateEntry("authority-" + count++, authority);
                }
            }
        }
        for (Certificate authority : extra) {
            authorities.setCertificateEntry("authority-" + count++, authority);
        }
        return managers(authorities);
    }

    private static TrustManager[] managers(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return factory.getTrustManagers();
    }

    /** The server name goes out for every host name, short internal ones too, which the JDK would leave out. */
    SSLEngine engine(Endpoint endpoint) {
        SSLEngine engine = context.createSSLEngine(endpoint.name(), endpoint.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (endpoint.literal() == null) {
            parameters.setServerNames(List.of(new SNIHostName(endpoint.name())));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }
}
