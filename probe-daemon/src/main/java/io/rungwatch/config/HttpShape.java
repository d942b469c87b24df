package io.rungwatch.config;

import io.rungwatch.access.Grant;
import io.rungwatch.access.HttpSettings;
import io.rungwatch.access.Proof;
import io.rungwatch.access.Role;
import io.rungwatch.access.TlsFiles;
import io.rungwatch.access.TokenHash;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the daemon is asked: where, by whom, and how that is proven. */
final class HttpShape {
    static final Key<InetSocketAddress> LISTEN = Key.of(
            "listen",
            Addresses.LISTEN,
            HostAddress.onThisMachine(9464),
            "Where metrics, the API, health and the NOC page are served.");
    private static final Key<Path> CERTIFICATE = Key.required(
            "certificate", Addresses.FILE, "PEM file with the certificate and those between it and its root.");
    private static final Key<Path> KEY =
            Key.required("key", Addresses.FILE, "PEM file with its private key, without a password.");
    private static final Key<Path> CLIENTS = Key.of(
            "clients",
            Addresses.FILE,
            "PEM file with the certificates of those who sign clients' certificates, for grants by `certificate`.");
    private static final Key<Got> TLS = Key.of(
            "tls",
            Section.of("tls", CERTIFICATE, KEY, CLIENTS),
            "TLS 1.2 and 1.3. Renewed files are shown within 10 s, without a restart; broken ones are told and not taken over.");
    private static final Key<Boolean> PLAINTEXT = Key.of(
            "plaintext",
            new Words<>("true or false", List.of(true, false), String::valueOf),
            false,
            "Others than this machine reach the probe without TLS: a proxy or a service mesh in front of it encrypts.");
    private static final Key<String> TOKEN = Key.of(
            "token",
            new Secret(),
            "Whoever shows it may do everything: `${NAME}` of the environment or `${file:/path}`. Of a long list of people and programs, each has its own in `access`.");

    private static final Key<String> WHO = Key.required("who", Texts.NAME, "As the log names him.");
    private static final Key<Role> MAY = Key.of(
            "may",
            new Words<>("what somebody may do", List.of(Role.values()), Role::word),
            Role.READ,
            "`read` (metrics, alerts, evidence, the page) or `operate` (acknowledge, silence, check a URL as well).");
    private static final Key<TokenHash> HASH =
            Key.of("token", new HashedToken(), "The hash of his token; `rungwatch token` makes both.");
    private static final Key<String> NAME = Key.of(
            "certificate",
            Texts.LINE,
            "The common name or a DNS name of his certificate, signed by one of `tls.clients`.");
    private static final Key<List<Found<Got>>> ACCESS = Key.of(
            "access",
            new ListOf<>(Section.of("a grant", WHO, MAY, HASH, NAME), "a list of grants"),
            "Who else may ask, and what. Takes effect when saved: a grant that is gone is gone at the next request.");

    private static final Key<String> PUBLIC_URL = Key.of(
            "publicUrl",
            Addresses.PUBLIC,
            "Where people reach the probe, through a proxy or by its name. Alerts lead there: to their runbook, to their evidence, to the page. Without it they say what to read and what to type.");

    static final Section SECTION = Section.of("http", LISTEN, TLS, PLAINTEXT, TOKEN, ACCESS, PUBLIC_URL);

    private final Got got;
    private final Path folder;
    private final Errors errors;

    private HttpShape(Got got, Path folder, Errors errors) {
        this.got = got;
        this.folder = folder;
        this.errors = errors;
    }

    /** @param file beside which the PEM files are */
    static HttpSettings of(Got got, Path file, Errors errors) {
        return new HttpShape(got, file.toAbsolutePath().resolveSibling(""), errors).settings();
    }

    private HttpSettings settings() {
        Optional<TlsFiles> tls = got.find(TLS).map(this::tls);
        List<Grant> grants = new ArrayList<>();
        got.find(TOKEN)
                .ifPresent(token ->
                        grants.add(new Grant("http.token", Role.OPERATE, new Proof.Token(TokenHash.of(token)))));
        Set<String> names = new HashSet<>();
        for (Found<Got> grant : got.find(ACCESS).orElse(List.of())) {
            grant(grant, tls, names).ifPresent(grants::add);
        }
        got.found(LISTEN).ifPresent(listen -> guarded(listen, tls, !grants.isEmpty()));
        return new HttpSettings(got.get(LISTEN), tls, List.copyOf(grants), got.find(PUBLIC_URL));
    }

    private TlsFiles tls(Got said) {
        return new TlsFiles(
                folder.resolve(said.find(CERTIFICATE).orElse(Path.of(""))),
                folder.resolve(said.find(KEY).orElse(Path.of(""))),
                said.find(CLIENTS).map(folder::resolve));
    }

    private Optional<Grant> grant(Found<Got> found, Optional<TlsFiles> tls, Set<String> names) {
        Got said = found.value();
        String who = said.find(WHO).orElse("");
        if (!names.add(who)) {
            errors.add(found.spot(), "'" + who + "' has a grant already; give each a name of his own");
        }
        if (said.says(HASH) == said.says(NAME)) {
            errors.add(
                    found.spot(),
                    "a grant is by token or by certificate; write one of the two (`rungwatch token` makes a token)");
            return Optional.empty();
        }
        if (said.says(NAME) && tls.flatMap(TlsFiles::clients).isEmpty()) {
            errors.add(
                    found.spot(),
                    "nobody can show a certificate; name those who sign them in tls: { certificate: …, key: …, clients: … }");
        }
        Optional<Proof> proof = said.find(HASH)
                .<Proof>map(Proof.Token::new)
                .or(() -> said.find(NAME).map(Proof.Certificate::new));
        return proof.map(shown -> new Grant(who, said.get(MAY), shown));
    }

    /** What anyone on the network may ask, anyone may acknowledge alerts with; and read tokens where it is not encrypted. */
    private void guarded(Found<InetSocketAddress> listen, Optional<TlsFiles> tls, boolean granted) {
        if (HostAddress.isLoopback(listen.value())) {
            return;
        }
        String open = "'" + HostAddress.write(listen.value()) + "' is open to the network ";
        boolean said = granted || got.says(ACCESS) || got.says(TOKEN);
        if (!said) {
            errors.add(listen.spot(), open + "without a token; add token: ${RUNGWATCH_TOKEN}, or listen on 127.0.0.1");
        }
        if (tls.isEmpty() && !got.get(PLAINTEXT)) {
            errors.add(
                    listen.spot(),
                    open
                            + "without TLS; add tls: { certificate: …, key: … }, or plaintext: true where a proxy in front of it encrypts");
        }
    }
}
