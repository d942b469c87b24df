package io.rungwatch.url;

import java.util.Set;

/** Which hosts only their own network knows. Names are judged by their looks, for nobody resolves them here. */
public final class Hosts {
    private static final Set<String> OWN_NETWORK =
            Set.of("local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "corp", "private");

    private Hosts() {}

    /** `host` as in {@link Url#host}: in lower case, an IPv6 address in brackets. */
    public static boolean isPrivate(String host) {
        if (host.startsWith("[")) {
            return isPrivateV6(host.substring(1, host.length() - 1));
        }
        if (isV4(host)) {
            return isPrivateV4(host);
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        int dot = name.lastIndexOf('.');
        return dot < 0 || OWN_NETWORK.contains(name.substring(dot + 1));
    }

    /** The machine that asks, whichever that is. */
    public static boolean isLoopback(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || isV4(name) && name.startsWith("127.");
    }

    private static boolean isV4(String host) {
        int dots = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return dots == 3;
    }

    private static boolean isPrivateV4(String host) {
        int first = number(host, 0);
        int second = number(host, host.indexOf('.') + 1);
        return switch (first) {
            case 0, 10, 127 -> true;
            case 100 -> second >= 64 && second < 128;
            case 169 -> second == 254;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168;
            default -> false;
        };
    }

    private static int number(String host, int from) {
        int value = 0;
        for (int i = from; i < host.length() && host.charAt(i) != '.' && value < 1000; i++) {
            value = value * 10 + (host.charAt(i) - '0');
        }
        return value;
    }

    private static boolean isPrivateV6(String address) {
        if (address.startsWith("::ffff:") && isV4(address.substring(7))) {
            return isPrivateV4(address.substring(7));
        }
        boolean unique = address.startsWith("fc") || address.startsWith("fd");
        boolean link = address.startsWith("fe8")
                || address.startsWith("fe9")
                || address.startsWith("fea")
                || address.startsWith("feb");
        return address.equals("::1") || address.equals("::") || (unique || link) && address.indexOf(':') == 4;
    }
}
