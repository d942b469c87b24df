package io.rungwatch.dash;

import java.util.List;
import java.util.Locale;

/**
 * One way to learn the time that a live MPD offers its players.
 *
 * @param servers of the kinds that are asked over HTTP: any of them will do
 */
public record TimeSource(Kind kind, List<String> servers, Descriptor descriptor) {
    private static final String FAMILY = "urn:mpeg:dash:utc:";
    /** More in one value is nobody's choice of servers. */
    private static final int MOST = 16;

    public enum Kind {
        XSDATE("http-xsdate"),
        ISO("http-iso"),
        HEAD("http-head"),
        /** The manifest says the time itself. */
        DIRECT("direct"),
        /** No player can use it: NTP, or nothing known. */
        OTHER("");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        private static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    static TimeSource of(Descriptor descriptor) {
        Kind kind = Kind.of(word(descriptor));
        boolean asked = kind != Kind.DIRECT && kind != Kind.OTHER;
        String value = descriptor.value() == null ? "" : descriptor.value().strip();
        List<String> servers = asked && !value.isEmpty() ? List.of(value.split("\\s+", MOST + 1)) : List.of();
        return new TimeSource(kind, servers, descriptor);
    }

    /** Without family and year: the draft's 2012 is still about. */
    private static String word(Descriptor descriptor) {
        String scheme = descriptor.scheme() == null ? "" : descriptor.scheme().toLowerCase(Locale.ROOT);
        int year = scheme.lastIndexOf(':');
        return scheme.startsWith(FAMILY) && year > FAMILY.length() ? scheme.substring(FAMILY.length(), year) : "";
    }
}
