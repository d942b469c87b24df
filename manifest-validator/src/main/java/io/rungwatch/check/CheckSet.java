package io.rungwatch.check;

import java.util.Locale;

/** Checks that are wanted together. A profile switches a whole set, or single checks of it. */
public enum CheckSet {
    CORE("What makes viewers stall, lose picture or sound, or see the wrong thing.", true),
    AUTHORING("What good packaging would have besides: attributes, headers, spacing. Hardly ever woke anybody.", false),
    LOW_LATENCY("Parts, hints, reports, blocking reloads and deltas; silent where a stream has none.", true),
    PROTECTION("Keys and what they protect; silent where a stream is in the clear and may be.", true),
    ADVERTISING("Ad markers: breaks that open and never close, payloads that nobody can read.", true);

    private final String text;
    private final boolean on;

    CheckSet(String text, boolean on) {
        this.text = text;
        this.on = on;
    }

    /** As a profile writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String text() {
        return text;
    }

    /** Whether it runs where nobody says anything. */
    public boolean usual() {
        return on;
    }
}
