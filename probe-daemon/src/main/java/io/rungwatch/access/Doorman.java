package io.rungwatch.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Knows who is who. What the configuration says now is what counts: a grant that was taken away is gone at the next request. */
public final class Doorman {
    private static final String BEARER = "Bearer ";

    private final Supplier<HttpSettings> settings;
    private final TokenHash own;

    /** @param own of the token that the probe made for whoever may read its state folder */
    public Doorman(Supplier<HttpSettings> settings, TokenHash own) {
        this.settings = settings;
        this.own = own;
    }

    /**
     * Nobody, where neither proves anything.
     *
     * @param authorization the header, empty where there is none
     * @param certified the names in the client's certificate, which was verified
     */
    public Optional<Caller> who(String authorization, Collection<String> certified) {
        Optional<Caller> byToken = byToken(authorization);
        return byToken.isPresent() ? byToken : byCertificate(certified);
    }

    /** Nobody has to say who he is, to read. */
    public boolean open() {
        return settings.get().open();
    }

    private Optional<Caller> byToken(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        byte[] shown = TokenHash.digest(authorization.substring(BEARER.length()).strip());
        if (own.isOf(shown)) {
            return Optional.of(new Caller("state/token", Role.OPERATE));
        }
        return grants().stream()
                .filter(grant -> grant.proof() instanceof Proof.Token token
                        && token.hash().isOf(shown))
                .findFirst()
                .map(Doorman::caller);
    }

    private Optional<Caller> byCertificate(Collection<String> certified) {
        return grants().stream()
                .filter(grant -> grant.proof() instanceof Proof.Certificate certificate
                        && certified.contains(certificate.name()))
                .findFirst()
                .map(Doorman::caller);
    }

    private List<Grant> grants() {
        return settings.get().grants();
    }

    private static Caller caller(Grant grant) {
        return new Caller(grant.who(), grant.may());
    }
}
