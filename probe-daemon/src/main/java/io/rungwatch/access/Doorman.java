package io.rungwatch.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Knows who is who. What the configuration says now is what counts: a grant that was taken away is gone at the next request. */
public final class Doorman {
    private static final String BEARER = "Bearer ";

    private final HttpSettings bound;
    private final Supplier<HttpSettings> settings;
    private final TokenHash own;

    /**
     * Opens for whom the configuration names.
     *
     * @param bound by which the probe was started: where it listens does not change
     * @param settings as they are now
     * @param own of the token that the probe made for whoever may read its state folder
     */
    public Doorman(HttpSettings bound, Supplier<HttpSettings> settings, TokenHash own) {
        this.bound = bound;
        this.settings = settings;
        this.own = own;
    }

    /** Nobody has to say who he is, to read: it listens where nobody else comes, and names nobody. */
    public boolean open() {
        return new HttpSettings(bound.listen(), bound.tls(), grants(), Optional.empty()).open();
    }

    /** What a proxy asked for on its own account (`Basic`, `Negotiate`) it may pass on: that is nobody's token. */
    public static boolean isToken(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /**
     * Whose token it is.
     *
     * @param authorization the header, empty where there is none
     */
    public Optional<Caller> byToken(String authorization) {
        if (!isToken(authorization)) {
            return Optional.empty();
        }
        byte[] shown = TokenHash.digest(authorization.substring(BEARER.length()).strip());
        return own.isOf(shown)
                ? Optional.of(new Caller("state/token", Role.OPERATE))
                : most(grants().stream()
                        .filter(grant -> grant.proof() instanceof Proof.Token token
                                && token.hash().isOf(shown)));
    }

    /**
     * Whose certificate it is.
     *
     * @param certified the names in it, which was verified
     */
    public Optional<Caller> byCertificate(Collection<String> certified) {
        return most(grants().stream()
                .filter(grant -> grant.proof() instanceof Proof.Certificate certificate
                        && certified.contains(certificate.name())));
    }

    private List<Grant> grants() {
        return settings.get().grants();
    }

    private static Optional<Caller> most(Stream<Grant> grants) {
        return grants.max(Comparator.comparing(Grant::may)).map(grant -> new Caller(grant.who(), grant.may()));
    }
}
