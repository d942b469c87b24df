package io.rungwatch.access;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** By what a certificate calls whom it is about. */
public final class CertificateNames {
    private static final Integer DNS = 2;

    private CertificateNames() {}

    /** Its common name and its DNS names. */
    public static Set<String> of(X509Certificate certificate) {
        Set<String> names = new HashSet<>();
        try {
            new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .forEach(names::add);
            Collection<List<?>> others = certificate.getSubjectAlternativeNames();
            if (others != null) {
                others.stream()
                        .filter(name -> DNS.equals(name.getFirst()))
                        .map(name -> String.valueOf(name.get(1)))
                        .forEach(names::add);
            }
        } catch (InvalidNameException | CertificateParsingException e) {
            return Set.of();
        }
        return names;
    }
}
