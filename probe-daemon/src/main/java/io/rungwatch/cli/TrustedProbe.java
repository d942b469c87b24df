package io.rungwatch.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Believes the one certificate that is in a file whatever name it is reached by (127.0.0.1 is hardly ever in it), and otherwise whoever
 * one of that file has signed, by the name that was asked for.
 */
final class TrustedProbe extends X509ExtendedTrustManager {
    private final List<X509Certificate> known;
    private final X509ExtendedTrustManager signed;

    private TrustedProbe(List<X509Certificate> known, X509ExtendedTrustManager signed) {
        this.known = known;
        this.signed = signed;
    }

    static SSLContext by(Path file) throws IOException {
        try {
            List<X509Certificate> known = new ArrayList<>();
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate found : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                store.setCertificateEntry("c" + known.size(), found);
                known.add((X509Certificate) found);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    new TrustManager[] {
                        new TrustedProbe(known, (X509ExtendedTrustManager) factory.getTrustManagers()[0])
                    },
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificate that can be read", e);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new IOException(
                    file
                            + " cannot be read; name a certificate that can: --ca FILE (is the probe running? are you its user?)",
                    e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        if (!isKnown(chain)) {
            signed.checkServerTrusted(chain, type, engine);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (!isKnown(chain)) {
            signed.checkServerTrusted(chain, type, socket);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!isKnown(chain)) {
            signed.checkServerTrusted(chain, type);
        }
    }

    /** The first is whom the connection is with: only he has its key, however long ago it ended. */
    private boolean isKnown(X509Certificate[] chain) {
        return chain.length > 0 && known.contains(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return ((X509TrustManager) signed).getAcceptedIssuers();
    }
}
