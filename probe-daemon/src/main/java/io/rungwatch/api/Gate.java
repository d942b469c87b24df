package io.rungwatch.api;

import io.rungwatch.access.Caller;
import io.rungwatch.access.CertificateNames;
import io.rungwatch.access.Doorman;
import io.rungwatch.access.Rates;
import io.rungwatch.access.Role;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nobody passes who may not: too often, unknown, or with a role that is too small. Who changes something stands in the log. */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Duration SPAN = Duration.ofSeconds(10);
    /** From one address: a wall of screens behind one proxy is well below. */
    private static final int MOST_REQUESTS = 1000;

    private static final Duration WRONG_SPAN = Duration.ofMinutes(1);
    private static final int MOST_WRONG = 10;
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1\\]?", Pattern.CASE_INSENSITIVE);

    private final Doorman doorman;
    private final Supplier<Optional<String>> publicUrl;
    private final Rates requests;
    private final Rates wrong;

    /** @param publicUrl by which a browser may ask where nobody has to say who he is */
    public Gate(Doorman doorman, Supplier<Optional<String>> publicUrl, InstantSource clock) {
        this.doorman = doorman;
        this.publicUrl = publicUrl;
        requests = new Rates(MOST_REQUESTS, SPAN, clock);
        wrong = new Rates(MOST_WRONG, WRONG_SPAN, clock);
    }

    void notTooOften(RoutingContext call) {
        if (requests.take(address(call))) {
            call.next();
        } else {
            tooOften(
                    call,
                    SPAN,
                    "more than " + MOST_REQUESTS + " requests in " + SPAN.toSeconds() + " s from " + address(call));
        }
    }

    void mayAsk(RoutingContext call) {
        boolean reads = READING.contains(call.request().method());
        String authorization =
                Optional.ofNullable(call.request().getHeader("Authorization")).orElse("");
        if (!authorization.isEmpty() && !wrong.has(address(call))) {
            tooOften(call, WRONG_SPAN, "more than " + MOST_WRONG + " wrong tokens in a minute from " + address(call));
            return;
        }
        Optional<Caller> caller = doorman.who(authorization, certified(call.request()));
        if (reads && caller.isEmpty() && doorman.open()) {
            openTo(call);
        } else if (caller.isEmpty()) {
            unknown(call, authorization, reads);
        } else if (!caller.get().may(reads ? Role.READ : Role.OPERATE)) {
            ApiServer.refuse(
                    call,
                    403,
                    caller.get().who() + " may only read: changing something needs a grant with may: operate");
        } else {
            if (!reads) {
                LOG.info(
                        "{} at {}: {} {}",
                        caller.get().who(),
                        address(call),
                        call.request().method(),
                        call.request().path());
            }
            call.next();
        }
    }

    /**
     * A page of somebody else's, open in a browser on this machine, could give its own name the address 127.0.0.1 and read everything;
     * the name gives it away.
     */
    private void openTo(RoutingContext call) {
        String host = Optional.ofNullable(call.request().authority())
                .map(HostAndPort::host)
                .orElse("localhost");
        boolean ours = THIS_MACHINE.matcher(host).matches()
                || publicUrl
                        .get()
                        .map(url -> URI.create(url).getHost())
                        .filter(host::equalsIgnoreCase)
                        .isPresent();
        if (ours) {
            call.next();
        } else {
            ApiServer.refuse(
                    call,
                    421,
                    "the probe does not know the name " + host
                            + ": ask http://127.0.0.1, or set http.publicUrl to what people type");
        }
    }

    private void unknown(RoutingContext call, String authorization, boolean reads) {
        if (!authorization.isEmpty() && wrong.take(address(call)) && !wrong.has(address(call))) {
            LOG.warn("{} shows one wrong token after the other; it is not listened to for a while", address(call));
        }
        call.response().putHeader("WWW-Authenticate", "Bearer");
        ApiServer.refuse(
                call,
                401,
                (reads ? "this address needs a token" : "changing something needs a token")
                        + ", Authorization: Bearer …: that of http.token, one of http.access, or that of the file state/token");
    }

    private static void tooOften(RoutingContext call, Duration wait, String what) {
        call.response().putHeader("Retry-After", Long.toString(wait.toSeconds()));
        ApiServer.refuse(call, 429, what + ": try again in a while");
    }

    private static String address(RoutingContext call) {
        return call.request().remoteAddress().hostAddress();
    }

    /** The names in the certificate that the client showed, which TLS has verified; none where it showed none. */
    private static Collection<String> certified(HttpServerRequest request) {
        if (!request.isSSL()) {
            return List.of();
        }
        try {
            return request.connection().peerCertificates().getFirst() instanceof X509Certificate leaf
                    ? CertificateNames.of(leaf)
                    : List.of();
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }
}
