package io.rungwatch.round;

import io.rungwatch.check.Listed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The init sections of one rendition. A few, for ads bring their own; asked for again now and then, for one that changes breaks players. */
final class Inits {
    private static final int MOST = 4;

    private record Heard(long round, Optional<InitRead> read) {}

    private final Map<Listed, Heard> heard = new LinkedHashMap<>();

    /** @param round changes when it is time to ask again */
    boolean wants(Listed init, long round) {
        Heard known = heard.get(init);
        return known == null || known.round() != round;
    }

    /** One that could not be had is not asked for again in the same round: segments are compared without it. */
    void heard(Listed init, long round, Optional<InitRead> read) {
        heard.remove(init);
        heard.put(init, new Heard(round, read));
        if (heard.size() > MOST) {
            heard.remove(heard.keySet().iterator().next());
        }
    }

    Optional<InitRead> get(Listed init) {
        return Optional.ofNullable(heard.get(init)).flatMap(Heard::read);
    }
}
