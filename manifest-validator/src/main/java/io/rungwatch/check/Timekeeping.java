package io.rungwatch.check;

import io.rungwatch.dash.Mpd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An MPD, when its request was sent, and what those servers said the time is that it sends its players to.
 *
 * @param told of the servers that were asked of late; empty before that
 */
public record Timekeeping(Mpd mpd, Instant at, List<Told> told) {
    /**
     * One server's answer.
     *
     * @param off how far from our clock at least, ahead if positive, whatever the way took; null where it told no time
     * @param trouble why it did not, empty where it did
     */
    public record Told(String server, @Nullable Duration off, String trouble) {}
}
