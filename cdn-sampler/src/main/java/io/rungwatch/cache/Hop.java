package io.rungwatch.cache;

import java.util.OptionalLong;

/**
 * One cache of the chain, as a header tells of it. `place` is edge, mid or another word for where it stands, empty where neither the
 * header nor the operator says so; `said` is the header's own wording; `upstreamStatus` is what it got from further up, 0 if unsaid.
 */
public record Hop(String place, String name, Verdict verdict, OptionalLong ttl, int upstreamStatus, String said) {
    public static final String EDGE = "edge";
    public static final String MID = "mid";

    public static Hop of(String place, String name, Verdict verdict, String said) {
        return new Hop(place, name, verdict, OptionalLong.empty(), 0, said);
    }

    Hop at(String where) {
        return new Hop(where, name, verdict, ttl, upstreamStatus, said);
    }

    Hop with(Verdict other) {
        return new Hop(place, name, other, ttl, upstreamStatus, said);
    }

    /** For people. */
    public String label() {
        if (name.isEmpty()) {
            return place.isEmpty() ? "a cache" : place;
        }
        return place.isEmpty() || place.equals(name) ? name : place + " (" + name + ")";
    }
}
