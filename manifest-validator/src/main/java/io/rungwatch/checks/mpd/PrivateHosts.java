package io.rungwatch.checks.mpd;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses that mean something else, or nothing, to everybody else. Names are not looked up: whoever fetches does that. */
final class PrivateHosts {
    enum Kind {
        PUBLIC,
        PRIVATE,
        LOOPBACK
    }

    private static final Pattern PRIVATE = Pattern.compile(
            "10[.].*|192[.]168[.].*|172[.](1[6-9]|2[0-9]|3[01])[.].*|169[.]254[.].*|0[.].*|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*");

    private PrivateHosts() {}

    static Kind kind(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost") || name.equals("::1") || name.startsWith("127.")) {
            return name.startsWith("127.") && !isAddress(name) ? Kind.PUBLIC : Kind.LOOPBACK;
        }
        boolean address = isAddress(name) || name.indexOf(':') >= 0;
        return address && PRIVATE.matcher(name).matches() ? Kind.PRIVATE : Kind.PUBLIC;
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9]{1,3}([.][0-9]{1,3}){3}");
    }
}
