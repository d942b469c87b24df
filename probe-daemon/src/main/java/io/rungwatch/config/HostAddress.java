package io.rungwatch.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses to listen on, without asking a name server: reading a file must not depend on one. */
final class HostAddress {
    private static final Pattern OCTETS = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private HostAddress() {}

    static InetSocketAddress of(String host, int port) throws Unfit {
        if (host.startsWith("[") || OCTETS.matcher(host).matches()) {
            return new InetSocketAddress(literal(host), port);
        }
        return host.equals("localhost")
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                : InetSocketAddress.createUnresolved(host, port);
    }

    static InetSocketAddress onThisMachine(int port) {
        try {
            return of("127.0.0.1", port);
        } catch (Unfit e) {
            throw new IllegalStateException(e);
        }
    }

    /** A name that is not resolved is not trusted to be this machine alone. */
    static boolean isLoopback(InetSocketAddress address) {
        return Optional.ofNullable(address.getAddress())
                .map(InetAddress::isLoopbackAddress)
                .orElse(false);
    }

    static String write(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static InetAddress literal(String host) throws Unfit {
        try {
            return InetAddress.getAllByName(host)[0];
        } catch (UnknownHostException e) {
            throw new Unfit("is no address; write host:port, for example 127.0.0.1:9464 or [::1]:9464");
        }
    }
}
