package io.rungwatch.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a limit counts as broken, and since when it looks mended without a break. */
public record Standing(boolean raised, Optional<Instant> goodSince) {
    public static final Standing CLEAR = new Standing(false, Optional.empty());
    private static final Standing RAISED = new Standing(true, Optional.empty());

    /** Two fast windows. */
    public static final Duration FAST_HOLD = Duration.ofMinutes(10);

    /** Two slow windows would be two hours; a quarter of one is enough. */
    public static final Duration SLOW_HOLD = Duration.ofMinutes(15);

    /** A look that is not sure neither raises nor clears; the time that it lasts proves nothing either. */
    public Standing next(Look look, Instant at, Duration hold) {
        return switch (look) {
            case PROVEN -> RAISED;
            case UNSURE -> raised ? RAISED : CLEAR;
            case GOOD -> raised ? mending(at, hold) : CLEAR;
        };
    }

    private Standing mending(Instant at, Duration hold) {
        Instant since = goodSince.filter(earlier -> !earlier.isAfter(at)).orElse(at);
        return since.plus(hold).isAfter(at) ? new Standing(true, Optional.of(since)) : CLEAR;
    }
}
