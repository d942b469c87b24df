package io.rungwatch.url;

import java.net.IDN;
import java.util.Locale;

/** Host and port of a URL. Credentials in a URL are refused and never shown. */
record Authority(String host, int port) {
    private static final int MAX_HOST = 255;

    static Authority of(String text, int from, int to, int defaultPort) throws BadUrl {
        String authority = text.substring(from, to);
        if (authority.indexOf('@') >= 0) {
            throw new BadUrl("user name or password in the URL: " + Shown.of(text));
        }
        int hostEnd = hostEnd(authority);
        String host = authority.substring(0, hostEnd);
        return new Authority(
                host.startsWith("[") ? ipv6(host, text) : name(host, text),
                port(authority.substring(hostEnd), defaultPort, text));
    }

    private static int hostEnd(String authority) {
        int bracket = authority.startsWith("[") ? authority.indexOf(']') : -1;
        int colon = authority.indexOf(':', Math.max(bracket, 0));
        return colon < 0 ? authority.length() : colon;
    }

    private static int port(String colonAndPort, int defaultPort, String text) throws BadUrl {
        if (colonAndPort.length() <= 1) {
            return defaultPort;
        }
        int port = 0;
        for (int i = 1; i < colonAndPort.length(); i++) {
            char c = colonAndPort.charAt(i);
            port = c < '0' || c > '9' || port > 65_535 ? Integer.MAX_VALUE / 16 : port * 10 + (c - '0');
        }
        if (port < 1 || port > 65_535) {
            throw new BadUrl("no such port: " + Shown.of(text));
        }
        return port;
    }

    private static String name(String host, String text) throws BadUrl {
        String ascii = host;
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 0x80) {
                ascii = international(host, text);
                break;
            }
        }
        if (ascii.isEmpty() || ascii.length() > MAX_HOST) {
            throw new BadUrl("no host: " + Shown.of(text));
        }
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && c != '-' && c != '.' && c != '_') {
                throw new BadUrl("not a host name: " + Shown.of(text));
            }
        }
        return ascii.toLowerCase(Locale.ROOT);
    }

    private static String international(String host, String text) throws BadUrl {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            throw new BadUrl("not a host name: " + Shown.of(text));
        }
    }

    /** Only what could be an address passes; whether it is one, the resolver says. */
    private static String ipv6(String host, String text) throws BadUrl {
        boolean possible = host.length() >= 4 && host.length() <= 47 && host.endsWith("]") && host.indexOf(':') > 0;
        for (int i = 1; possible && i < host.length() - 1; i++) {
            char c = host.charAt(i);
            possible = (Character.digit(c, 16) >= 0 && c < 0x80) || c == ':' || c == '.';
        }
        if (!possible) {
            throw new BadUrl("not an IPv6 address: " + Shown.of(text));
        }
        return host.toLowerCase(Locale.ROOT);
    }
}
