package io.rungwatch.check;

import io.rungwatch.dash.Mpd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An MPD, when its request was sent, and what came of asking for segments that only its clock says are there, or are not.
 *
 * @param asked of each rendition what is not as the clock says
 */
public record Availabilities(Mpd mpd, Instant at, List<Asked> asked) {
    /** How it is not. */
    public enum How {
        /** The newest should be there. */
        LATE,
        /** It should not. */
        EARLY,
        /** The time-shift buffer reaches further back than what is there. */
        GONE
    }

    /**
     * One segment that was asked for.
     *
     * @param off how long it has been there by the clock, or will not be
     * @param segment the duration of one
     * @param looks in a row that showed the same
     */
    public record Asked(How how, String rendition, long number, Duration off, Duration segment, int looks) {}
}
