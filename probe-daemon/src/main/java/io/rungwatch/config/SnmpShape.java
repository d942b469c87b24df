package io.rungwatch.config;

import io.rungwatch.snmp.Mib;
import io.rungwatch.snmp.SnmpAccess;
import io.rungwatch.snmp.SnmpAccess.Authentication;
import io.rungwatch.snmp.SnmpAccess.Privacy;
import io.rungwatch.snmp.SnmpAgentSettings;
import io.rungwatch.snmp.SnmpSettings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What `rungwatch.yaml` may say of SNMP: of a notifier, and of the probe's own agent. */
final class SnmpShape {
    private enum Version {
        V2C,
        V3;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** RFC 3414: less is not taken by the other side either. */
    private static final int SHORTEST_KEY = 8;

    private static final Scalar<InetSocketAddress> TO = Scalar.of(
            "a receiver of notifications",
            "write udp:host:port, for example udp:nms:162",
            "udp:(" + Addresses.HOST + "):([0-9]{1,5})",
            groups -> HostAddress.of(groups.group(1), Addresses.port(groups.group(2))),
            address -> "udp:" + HostAddress.write(address));

    private static final Scalar<Integer> PRIVATE_ENTERPRISE = Scalar.of(
                    "an enterprise number",
                    "write the one that IANA assigned to you, for example 32473",
                    "[1-9][0-9]{0,8}",
                    groups -> Integer.valueOf(groups.group()),
                    String::valueOf)
            .as("integer");

    /** RFC 3414 allows 32; the longest notification still fits into one packet then. */
    private static final Scalar<String> NAME = Scalar.text(
            "a user of SNMPv3",
            "write letters, digits, '_', '-' and '.', at most 32",
            "[A-Za-z0-9][A-Za-z0-9_.-]{0,31}");

    private static final Key<InetSocketAddress> RECEIVER =
            Key.required("snmp", TO, "Where traps and informs go; the name is looked up each time.");
    private static final Key<InetSocketAddress> LISTEN =
            Key.required("listen", Addresses.LISTEN, "Where SNMP's questions are answered, over UDP.");
    private static final Key<Version> VERSION = Key.of(
            "version",
            new Words<>("a version of SNMP", List.of(Version.values()), Version::word),
            Version.V3,
            "v2c is not encrypted.");
    private static final Key<String> COMMUNITY = Key.of("community", new Secret(), "Of v2c.");
    private static final Key<String> USER = Key.of("user", NAME, "Of v3, which is always authenticated and encrypted.");
    private static final Key<Authentication> AUTH = Key.of(
            "auth",
            new Words<>("an authentication", List.of(Authentication.values()), Authentication::word),
            Authentication.SHA_256,
            "How the user is authenticated.");
    private static final Key<String> AUTH_KEY = Key.of("authKey", new Secret(), "With what; at least 8 letters.");
    private static final Key<Privacy> PRIV = Key.of(
            "priv",
            new Words<>("an encryption", List.of(Privacy.values()), Privacy::word),
            Privacy.AES_128,
            "How it is encrypted.");
    private static final Key<String> PRIV_KEY = Key.of("privKey", new Secret(), "With what; at least 8 letters.");
    private static final Key<Boolean> INFORM = Key.of(
            "inform",
            new Words<>("true or false", List.of(true, false), String::valueOf),
            false,
            "Whether the receiver acknowledges each notification; what it does not is sent again.");
    private static final Key<Integer> ENTERPRISE = Key.of(
            "enterprise",
            PRIVATE_ENTERPRISE,
            Mib.DOCUMENTATION,
            "The enterprise number below which RUNGWATCH-MIB is; `rungwatch mib --enterprise N` prints it for another.");

    private static final List<Key<?>> ACCESS =
            List.of(VERSION, COMMUNITY, USER, AUTH, AUTH_KEY, PRIV, PRIV_KEY, ENTERPRISE);

    static final Section NOTIFIER =
            Section.of("the SNMP notifier", RECEIVER, INFORM).with(ACCESS);
    static final Section AGENT = Section.of("the SNMP agent", LISTEN).with(ACCESS);

    private SnmpShape() {}

    /** Of what stands below {@link #NOTIFIER}. Empty when it does not go together, which has been told then. */
    static Optional<SnmpSettings> of(Got got, Reading in) {
        return access(got, in)
                .flatMap(access -> got.find(RECEIVER)
                        .map(to -> new SnmpSettings(to, access, got.get(INFORM), got.get(ENTERPRISE))));
    }

    /** Of what stands below {@link #AGENT}. */
    static Optional<SnmpAgentSettings> agent(Got got, Reading in) {
        return access(got, in)
                .flatMap(access -> got.find(LISTEN).map(at -> new SnmpAgentSettings(at, access, got.get(ENTERPRISE))));
    }

    private static Optional<SnmpAccess> access(Got got, Reading in) {
        if (got.says(VERSION) && got.found(VERSION).isEmpty()) {
            return Optional.empty();
        }
        return switch (got.get(VERSION)) {
            case V2C -> {
                refuse(got, in, Version.V3, USER, AUTH, AUTH_KEY, PRIV, PRIV_KEY);
                yield community(got, in);
            }
            case V3 -> {
                refuse(got, in, Version.V2C, COMMUNITY);
                yield user(got, in);
            }
        };
    }

    private static Optional<SnmpAccess> community(Got got, Reading in) {
        if (!got.says(COMMUNITY)) {
            in.errors().add(got.spot(), "version v2c needs the receiver's community; write community: ${…}");
        }
        return got.find(COMMUNITY).map(SnmpAccess.Community::new);
    }

    private static Optional<SnmpAccess> user(Got got, Reading in) {
        List<String> missing = Stream.of(USER, AUTH_KEY, PRIV_KEY)
                .filter(key -> !got.says(key))
                .map(Key::name)
                .toList();
        if (!missing.isEmpty()) {
            in.errors()
                    .add(
                            got.spot(),
                            "version v3 is always authenticated and encrypted; write " + String.join(", ", missing)
                                    + " as well, or version: v2c");
        }
        Optional<String> authKey = longEnough(AUTH_KEY, got, in);
        Optional<String> privKey = longEnough(PRIV_KEY, got, in);
        return got.find(USER)
                .flatMap(user -> authKey.flatMap(auth ->
                        privKey.map(priv -> new SnmpAccess.User(user, got.get(AUTH), auth, got.get(PRIV), priv))));
    }

    private static Optional<String> longEnough(Key<String> key, Got got, Reading in) {
        Optional<Found<String>> found = got.found(key);
        if (found.isPresent() && in.secrets().looked() && found.get().value().length() < SHORTEST_KEY) {
            in.errors()
                    .add(
                            found.get().spot(),
                            "'" + key.name() + "' is shorter than " + SHORTEST_KEY
                                    + " letters, which SNMPv3 does not allow; choose a longer one on both sides");
            return Optional.empty();
        }
        return found.map(Found::value);
    }

    private static void refuse(Got got, Reading in, Version theirs, Key<?>... keys) {
        for (Key<?> key : keys) {
            got.found(key)
                    .ifPresent(found -> in.errors()
                            .add(
                                    found.spot(),
                                    "'" + key.name() + "' belongs to version " + theirs.word()
                                            + "; remove it, or write version: " + theirs.word()));
        }
    }
}
