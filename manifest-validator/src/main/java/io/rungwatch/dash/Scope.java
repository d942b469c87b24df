package io.rungwatch.dash;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One namespace declaration and what was declared around it. */
record Scope(String prefix, String canonical, @Nullable Scope outer) {
    static final String MPD = "";

    private static final Map<String, String> KNOWN = Map.of(
            "urn:mpeg:dash:schema:mpd:2011", MPD,
            "http://www.w3.org/1999/xlink", "xlink:",
            "urn:mpeg:cenc:2013", "cenc:",
            "urn:microsoft:playready", "mspr:",
            "http://www.scte.org/schemas/35", "scte35:",
            "http://www.scte.org/schemas/35/2016", "scte35:",
            "urn:scte:scte35:2013:xml", "scte35:",
            "urn:scte:scte35:2014:xml+bin", "scte35:");

    static final Scope OUTERMOST = new Scope("xml", "xml:", null);

    /** Early packagers wrote the namespace in capitals; what nobody knows keeps the prefix that the document gave it. */
    static Scope of(String prefix, String uri, Scope outer) {
        String known = KNOWN.get(uri.toLowerCase(Locale.ROOT));
        return new Scope(prefix, known != null ? known : prefix.isEmpty() ? "other:" : prefix + ":", outer);
    }

    /** The usual prefix, colon included; null where nobody declared it. */
    @Nullable
    String find(String wanted) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.prefix.equals(wanted)) {
                return scope.canonical;
            }
        }
        return wanted.isEmpty() ? MPD : null;
    }
}
