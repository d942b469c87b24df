package io.rungwatch.round;

import io.rungwatch.check.Offered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How closely one rendition is looked at: after something was found, soon and at the same segment; then for a while; until all is well. */
final class Alertness {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration WHILE = Duration.ofSeconds(10);
    private static final int CLOSE = 3;
    /** Two minutes; what is bad for longer is looked at when the channel has its turn. */
    private static final int LONGEST = CLOSE + 12;
    /** As many clean looks as an alert wants to see before it clears. */
    private static final int CLEAN = 3;

    private Optional<Offered> object = Optional.empty();
    private boolean suspect;
    private int looks;
    private int clean;

    boolean suspect() {
        return suspect;
    }

    /** Whether a first sighting waits for the second look. */
    boolean inDoubt() {
        return suspect && looks < CLOSE;
    }

    /** What to look at once more, while it is listed. */
    Optional<Offered> object() {
        return inDoubt() ? object : Optional.empty();
    }

    void looked(boolean found, Offered at) {
        if (found) {
            looks = suspect ? looks + 1 : 1;
            object = suspect ? object : Optional.of(at);
            suspect = true;
            clean = 0;
        } else if (suspect) {
            looks++;
            clean++;
            suspect = clean < CLEAN;
        }
    }

    /** When to look again before the next turn; never, where it can wait. */
    Instant again(Instant now) {
        if (!suspect || looks > LONGEST && clean == 0) {
            return Instant.MAX;
        }
        return now.plus(looks < CLOSE ? SOON : WHILE);
    }
}
