package io.rungwatch.api;

import io.rungwatch.access.BadCertificate;
import io.rungwatch.access.Identity;
import io.rungwatch.access.TlsFiles;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the certificate; a renewed one is shown to whoever connects from then on, a broken one is told and not taken over. */
public final class Tls {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final int PATIENCE_SECONDS = 20;
    private static final Set<String> VERSIONS = Set.of("TLSv1.2", "TLSv1.3");

    private final Vertx vertx;
    private final InstantSource wall;
    private final Consumer<Optional<String>> trouble;
    private volatile TlsFiles files;
    private volatile Identity shown;
    private volatile @Nullable HttpServer server;
    private boolean brokenBefore;

    /** @param trouble told at each look what is wrong, or that nothing is */
    public Tls(Vertx vertx, TlsFiles files, InstantSource wall, Consumer<Optional<String>> trouble)
            throws BadCertificate {
        this.vertx = vertx;
        this.files = files;
        this.wall = wall;
        this.trouble = trouble;
        shown = Identity.read(files, this::key);
    }

    void prepare(HttpServerOptions options) {
        ServerSSLOptions shows = options(shown);
        options.setSsl(true)
                .setUseAlpn(false)
                .setClientAuth(shows.getClientAuth())
                .setKeyCertOptions(shows.getKeyCertOptions())
                .setTrustOptions(shows.getTrustOptions())
                .setEnabledSecureTransportProtocols(VERSIONS);
    }

    void of(HttpServer listening) {
        server = listening;
    }

    /** Whether the files hold something else than what is shown, or what is shown ends soon. Reads files: not for an event loop. */
    public void look(TlsFiles wanted) {
        files = wanted;
        Instant now = wall.instant();
        try {
            Identity found = Identity.read(files, this::key);
            if (!found.holdsTheSameAs(shown)) {
                show(found);
            }
            brokenBefore = false;
            trouble.accept(shown.trouble(files.certificate(), now));
        } catch (BadCertificate e) {
            // The two files are written one after the other.
            if (brokenBefore) {
                trouble.accept(
                        Optional.of(e.getMessage() + " (the one before it is shown until " + shown.ends() + ")"));
            }
            brokenBefore = true;
        }
    }

    /** In PEM. */
    public byte[] shown() {
        return shown.certificate();
    }

    private void show(Identity found) throws BadCertificate {
        HttpServer listening = server;
        if (listening == null) {
            return;
        }
        try {
            listening
                    .updateSSLOptions(options(found))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            shown = found;
            LOG.info("the certificate is renewed; it ends at {}", found.ends());
        } catch (ExecutionException | TimeoutException e) {
            throw new BadCertificate("the renewed certificate in " + files.certificate() + " cannot be shown", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSSLOptions options(Identity identity) {
        ServerSSLOptions options = new ServerSSLOptions()
                .setKeyCertOptions(pem(identity.certificate(), identity.key()))
                .setUseAlpn(false)
                .setEnabledSecureTransportProtocols(VERSIONS);
        identity.clients()
                .ifPresent(signers -> options.setClientAuth(ClientAuth.REQUEST)
                        .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(signers))));
        return options;
    }

    private static PemKeyCertOptions pem(byte[] certificate, byte[] key) {
        return new PemKeyCertOptions().setCertValue(Buffer.buffer(certificate)).setKeyValue(Buffer.buffer(key));
    }

    private PrivateKey key(byte[] certificate, byte[] key) throws GeneralSecurityException {
        try {
            for (KeyManager manager :
                    pem(certificate, key).getKeyManagerFactory(vertx).getKeyManagers()) {
                if (manager instanceof X509KeyManager holder) {
                    for (String type : new String[] {"RSA", "EC"}) {
                        String[] aliases = holder.getServerAliases(type, null);
                        if (aliases != null && aliases.length > 0) {
                            return holder.getPrivateKey(aliases[0]);
                        }
                    }
                }
            }
        } catch (Exception e) {
            throw new GeneralSecurityException(e);
        }
        throw new GeneralSecurityException("no key");
    }
}
