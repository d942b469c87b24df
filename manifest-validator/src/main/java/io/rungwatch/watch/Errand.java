package io.rungwatch.watch;

import java.time.Instant;
import java.util.List;

/** Questions beside the manifests, asked now and then: is what they promise there? */
interface Errand {
    /** Whether it has nothing left to ask for when nobody watches this rendition any more. */
    boolean endsWith(Round round);

    /** Whether it asks once a minute at most. */
    default boolean isLight() {
        return false;
    }

    Instant due();

    void ask(Instant now, List<Poll> into);

    /** Whether it has an answer to all that there is to ask. */
    boolean settled();
}
