package io.rungwatch.api;

import io.rungwatch.access.Caller;
import io.rungwatch.access.CertificateNames;
import io.rungwatch.access.Doorman;
import io.rungwatch.access.Rates;
import io.rungwatch.access.Role;
import io.rungwatch.access.Shares;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
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
    /** They take files from those that the polls need. */
    private static final int MOST_CONNECTIONS = 1000;
    /** A proxy with fifty open pages behind it is below. */
    private static final int MOST_OF_ONE = 100;

    private static final Duration ARRIVAL = Duration.ofSeconds(10);

    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1\\]?", Pattern.CASE_INSENSITIVE);
    private static final String STILL = "still";

    private final Doorman doorman;
    private final Supplier<Optional<String>> publicUrl;
    private final Rates requests;
    private final Rates wrong;
    private final Shares connections = new Shares(MOST_CONNECTIONS, MOST_OF_ONE);
    private final Duration arrival;

    /** @param publicUrl by which a browser may ask where nobody has to say who he is */
    public Gate(Doorman doorman, Supplier<Optional<String>> publicUrl, InstantSource clock) {
        this(doorman, publicUrl, clock, ARRIVAL);
    }

    /** @param arrival that a request may take from its first byte to its last one */
    Gate(Doorman doorman, Supplier<Optional<String>> publicUrl, InstantSource clock, Duration arrival) {
        this.arrival = arrival;
        this.doorman = doorman;
        this.publicUrl = publicUrl;
        requests = new Rates(MOST_REQUESTS, SPAN, clock);
        wrong = new Rates(MOST_WRONG, WRONG_SPAN, clock);
    }

    void connected(HttpConnection connection) {
        String address = address(connection.remoteAddress());
        if (connections.take(address)) {
            connection.closeHandler(closed -> connections.giveBack(address));
            Arrival.watch(connection, arrival);
        } else {
            connection.close();
        }
    }

    /** Before anything is made of a request. Whoever looks whether the probe lives is always answered. */
    Handler<HttpServerRequest> before(Handler<HttpServerRequest> router) {
        return request -> {
            Arrival.of(request);
            if (request.authority() == null) {
                request.response().setStatusCode(400).end();
            } else if (asksWhetherItLives(request) || requests.take(address(request.remoteAddress()))) {
                router.handle(request);
            } else {
                request.response()
                        .setStatusCode(429)
                        .putHeader("Retry-After", "1")
                        .end("more than " + MOST_REQUESTS + " requests in " + SPAN.toSeconds()
                                + " s: try again in a while\n");
            }
        };
    }

    /** To the letter: the router sees `/health/../metrics` as `/metrics`. */
    private static boolean asksWhetherItLives(HttpServerRequest request) {
        return ApiServer.LIVE.equals(request.path()) || ApiServer.READY.equals(request.path());
    }

    /** Who asks, as far as he shows it. */
    private record Shown(String authorization, Collection<String> certified) {
        static Shown of(HttpServerRequest request) {
            String authorization =
                    Optional.ofNullable(request.getHeader("Authorization")).orElse("");
            return new Shown(authorization, Gate.certified(request));
        }
    }

    void mayAsk(RoutingContext call) {
        boolean reads = READING.contains(call.request().method());
        Shown shown = Shown.of(call.request());
        Optional<Caller> byToken = doorman.byToken(shown.authorization());
        boolean isGuess = byToken.isEmpty() && Doorman.isToken(shown.authorization());
        boolean openTo = reads && doorman.open() && isAskedByOurName(call.request());
        if (isGuess && !openTo && !mayGuess(call)) {
            return;
        }
        Optional<Caller> caller = byToken.filter(who -> who.may(Role.OPERATE))
                .or(() -> doorman.byCertificate(shown.certified()))
                .or(() -> byToken);
        if (caller.isEmpty() && openTo) {
            call.put(STILL, (BooleanSupplier) doorman::open);
            call.next();
        } else if (caller.isEmpty() && reads && doorman.open()) {
            unknownName(call);
        } else if (caller.isEmpty()) {
            unknown(call, reads);
        } else if (!caller.get().may(reads ? Role.READ : Role.OPERATE)) {
            ApiServer.refuse(
                    call,
                    403,
                    caller.get().who() + " may only read: changing something needs a grant with may: operate");
        } else if (!reads && !byToken.equals(caller) && isFromElsewhere(call.request())) {
            ApiServer.refuse(
                    call,
                    403,
                    "a change that rests on a certificate says Content-Type: application/json, and comes from no other site's page");
        } else {
            call.put(STILL, (BooleanSupplier)
                    () -> doorman.byToken(shown.authorization()).isPresent()
                            || doorman.byCertificate(shown.certified()).isPresent());
            if (!reads) {
                call.addEndHandler(done -> log(caller.get(), call));
            }
            call.next();
        }
    }

    private static void log(Caller caller, RoutingContext call) {
        LOG.info(
                "{} at {}: {} {}, {}",
                caller.who(),
                address(call.request().remoteAddress()),
                call.request().method(),
                call.request().path(),
                call.response().getStatusCode());
    }

    /** Whether who was let in would be let in again: for answers that have no end. */
    static boolean stillMay(RoutingContext call) {
        BooleanSupplier still = call.get(STILL);
        return still == null || still.getAsBoolean();
    }

    /** A browser shows a certificate for whatever page asks; a token it does not. */
    private static boolean isFromElsewhere(HttpServerRequest request) {
        String site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site")).orElse("none");
        String type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
        boolean json = type.regionMatches(true, 0, "application/json", 0, "application/json".length());
        return !site.equals("none") && !site.equals("same-origin") || HttpMethod.POST.equals(request.method()) && !json;
    }

    private boolean mayGuess(RoutingContext call) {
        if (wrong.take(address(call.request().remoteAddress()))) {
            if (!wrong.has(address(call.request().remoteAddress()))) {
                LOG.warn(
                        "{} shows one wrong token after the other",
                        address(call.request().remoteAddress()));
            }
            return true;
        }
        call.response().putHeader("Retry-After", Long.toString(WRONG_SPAN.toSeconds() / MOST_WRONG));
        ApiServer.refuse(
                call, 429, "more than " + MOST_WRONG + " wrong tokens in a minute from here: try again in a while");
        return false;
    }

    /**
     * A page of somebody else's, open in a browser on this machine, could give its own name the address 127.0.0.1 and read everything;
     * the name gives it away.
     */
    private boolean isAskedByOurName(HttpServerRequest request) {
        String host = host(request);
        return THIS_MACHINE.matcher(host).matches()
                || publicUrl
                        .get()
                        .map(url -> URI.create(url).getHost())
                        .filter(host::equalsIgnoreCase)
                        .isPresent();
    }

    private static String host(HttpServerRequest request) {
        return Optional.ofNullable(request.authority()).map(HostAndPort::host).orElse("");
    }

    private static void unknownName(RoutingContext call) {
        ApiServer.refuse(
                call,
                421,
                "the probe does not know the name " + host(call.request())
                        + ": ask http://127.0.0.1, or set http.publicUrl to what people type");
    }

    private static void unknown(RoutingContext call, boolean reads) {
        call.response().putHeader("WWW-Authenticate", "Bearer");
        ApiServer.refuse(
                call,
                401,
                (reads ? "this address needs a token" : "changing something needs a token")
                        + ", Authorization: Bearer …: that of http.token, one of http.access, or that of the file state/token");
    }

    /** Of IPv6 the network: whoever has one has all addresses in it. */
    static String address(@Nullable SocketAddress remote) {
        String text = remote == null || remote.hostAddress() == null ? "?" : remote.hostAddress();
        String[] groups = text.split(":", -1);
        return groups.length == 8 ? String.join(":", List.of(groups).subList(0, 4)) + "::/64" : text;
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
